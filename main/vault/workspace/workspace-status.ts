import {
  AppError,
  type ErrorCode,
  isRestorable,
  type WorkspaceStatus,
} from '../../../preload/contract';
import type { Unlocked } from '../../foundation/operation/context';
import { lastVerdict } from '../audit/verdict';
import { slotsNotice } from './slots-notice';
import { userDirectory } from './user-directory';
import type { WorkspacePorts } from './workspace-ports';

type LockedState = Pick<Extract<WorkspaceStatus, { state: 'locked' }>, 'justRestored' | 'reason'>;

export function statusOfUnlocked({ the }: Unlocked, name: string, folder: string): WorkspaceStatus {
  const user = the(userDirectory).me;
  const auditIntact = the(lastVerdict).isIntact;
  const { passphraseIsTemporary } = user;
  const { found: slotsWarning } = the(slotsNotice);
  return {
    ...{ state: 'unlocked' as const, name, folder, user, auditIntact },
    ...{ passphraseIsTemporary, slotsWarning },
  };
}

/**
 * @param damage what the last attempt to unlock has found
 * @param state what is known of a workspace that is locked
 */
export async function statusOfLocked(
  ports: Pick<WorkspacePorts<never>, 'folder' | 'keystore'>,
  damage: ErrorCode | null,
  state: LockedState,
): Promise<WorkspaceStatus> {
  const folder = ports.folder.path;
  if (damage) return { state: 'damaged', problem: damage, folder };
  try {
    return await inspect(ports, state);
  } catch (error) {
    if (error instanceof AppError) return { state: 'damaged', problem: error.code, folder };
    throw error;
  }
}

async function inspect(
  { folder, keystore }: Pick<WorkspacePorts<never>, 'folder' | 'keystore'>,
  state: LockedState,
): Promise<WorkspaceStatus> {
  const locked = await folder.inspect();
  if (!locked) return { state: 'none', folder: folder.path };
  const hasKeystore = await keystore.isAvailable();
  const users = locked.users.map(({ id, name, keystore: slot }) => ({
    id,
    name,
    keystore: hasKeystore && slot !== null,
  }));
  return { state: 'locked', name: locked.name, folder: folder.path, users, ...state };
}

/** Whether a backup may take the place of what is there; a workspace that works is never replaced. */
export function isReplaceable(status: WorkspaceStatus): boolean {
  switch (status.state) {
    case 'none':
      return true;
    case 'locked':
      return status.justRestored;
    case 'damaged':
      return isRestorable(status.problem);
    case 'unlocked':
      return false;
  }
}
