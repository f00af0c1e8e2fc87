import type { Workspace } from '../workspace/workspace';
import type { PreferenceStore } from './handlers';
import type { Handlers } from './router';

export function workspaceHandlers(workspace: Workspace, preferences: PreferenceStore) {
  return {
    'workspace.status': () => workspace.status(),
    'workspace.create': (request) => workspace.create(request, preferences.get().language),
    'workspace.keystoreAvailable': () => workspace.keystoreAvailable(),
    'workspace.unlock': ({ userId, passphrase }) => workspace.unlock(userId, passphrase),
    'workspace.unlockWithKeystore': ({ userId }) => workspace.unlockWithKeystore(userId),
    'workspace.recover': ({ userId, code, passphrase }) =>
      workspace.recover(userId, code, passphrase),
    'workspace.rotateKey': () => workspace.rotateKey(),
    'workspace.lock': () => workspace.lock(),
    'workspace.settings': (_, unlocked) => unlocked.settings(),
    'workspace.setStoreData': ({ storeData }, unlocked) => unlocked.setStoreData(storeData),
    'storage.selfTest': ({ language }, unlocked) => unlocked.selfTest(language),
    'workspace.setIdleLock': ({ idleLockMinutes }, unlocked) =>
      unlocked.setIdleLock(idleLockMinutes),
    'workspace.setClockJump': ({ clockJumpDays }, unlocked) => unlocked.setClockJump(clockJumpDays),
    'preferences.get': async () => preferences.get(),
    'preferences.set': (changes) => preferences.set(changes),
  } satisfies Partial<Handlers>;
}
