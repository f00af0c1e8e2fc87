import type { Input, Preferences } from '../../preload/contract';
import type { Workspace } from '../workspace/workspace';
import { auditHandlers } from './audit';
import { backupHandlers } from './backup';
import { chatHandlers } from './chat';
import { codeHandlers } from './codes';
import { dashboardHandlers } from './dashboard';
import { dataHandlers } from './data';
import { drawHandlers } from './draws';
import { experienceHandlers } from './experiences';
import { exportHandlers } from './exports';
import { fileHandlers } from './files';
import { type KioskScreen, kioskHandlers } from './kiosk';
import { privacyHandlers } from './privacy';
import { recordHandlers } from './records';
import { retentionHandlers } from './retention';
import type { Handlers } from './router';
import { userHandlers } from './users';
import { workspaceHandlers } from './workspace';

export type PreferenceChanges = Input<'preferences.set'>;

export interface PreferenceStore {
  get(): Preferences;
  set(changes: PreferenceChanges): Promise<Preferences>;
}

/** Every channel of the contract has its function here, or this does not compile. */
export function createHandlers(
  workspace: Workspace,
  preferences: PreferenceStore,
  kiosk: KioskScreen,
): Handlers {
  return {
    ...workspaceHandlers(workspace, preferences),
    ...userHandlers(workspace),
    ...experienceHandlers,
    ...chatHandlers,
    ...kioskHandlers(workspace, kiosk),
    ...codeHandlers,
    ...drawHandlers,
    ...recordHandlers,
    ...dashboardHandlers,
    ...dataHandlers,
    ...fileHandlers,
    ...retentionHandlers,
    ...exportHandlers,
    ...privacyHandlers,
    ...auditHandlers(workspace),
    ...backupHandlers(workspace),
  };
}
