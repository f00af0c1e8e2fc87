import { join } from 'node:path';
import { furnish } from '../../main/chat/experiences/furnish';
import { readSlotFile, type SlotFile } from '../../main/vault/workspace/slot-file';
import type { Credential } from '../../main/vault/workspace/user-slots';
import {
  type NewWorkspace,
  type OpenedWorkspace,
  WorkspaceFolder,
} from '../../main/vault/workspace/workspace-folder';
import { CHEAP } from './cost';
import { NOW_MS } from './now';

export const PASSPHRASE = 'correct horse battery staple';

export const newWorkspace = (changes: Partial<NewWorkspace> = {}): NewWorkspace => ({
  name: 'Marketing',
  passphrase: PASSPHRASE,
  userName: 'Admin',
  nowMs: NOW_MS,
  furnish: (store) => furnish(store, 'en', NOW_MS),
  ...changes,
});

export const workspaceIn = (folder: string, cost = CHEAP): WorkspaceFolder =>
  new WorkspaceFolder(join(folder, 'workspace'), undefined, cost);

export async function close({ store, key }: OpenedWorkspace): Promise<void> {
  await store.destroy();
  key.fill(0);
}

/** A workspace on disk, closed. */
export async function createWorkspace(folder: string): Promise<WorkspaceFolder> {
  const workspace = workspaceIn(folder);
  await close((await workspace.create(newWorkspace())).opened);
  return workspace;
}

/** Opens it as the user of this name, or as the only one. */
export async function unlock(
  workspace: WorkspaceFolder,
  passphrase = PASSPHRASE,
  userName = 'Admin',
): Promise<OpenedWorkspace> {
  return unlockBy(workspace, { kind: 'passphrase', secret: passphrase }, userName);
}

export async function unlockBy(
  workspace: WorkspaceFolder,
  credential: Credential,
  userName = 'Admin',
): Promise<OpenedWorkspace> {
  const user = (await slotsOf(workspace)).users.find(({ name }) => name === userName);
  if (!user) throw new Error(`${userName} has no slots in this workspace.`);
  return workspace.open({ userId: user.id, credential, nowMs: NOW_MS, failedAttempts: 0 });
}

export async function slotsOf(workspace: WorkspaceFolder): Promise<SlotFile> {
  const slots = await readSlotFile(join(workspace.path, 'workspace.json'));
  if (!slots) throw new Error('There is no workspace.');
  return slots;
}
