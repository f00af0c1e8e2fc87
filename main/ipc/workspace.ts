import type { Workspace } from '../workspace/workspace';
import type { PreferenceStore } from './handlers';
import type { Handlers } from './router';

export function workspaceHandlers(workspace: Workspace, preferences: PreferenceStore) {
  return {
    'workspace.status': () => workspace.status(),
    'workspace.create': ({ name, passphrase }) =>
      workspace.create(name, passphrase, preferences.get().language),
    'workspace.unlock': ({ passphrase }) => workspace.unlock(passphrase),
    'workspace.lock': () => workspace.lock(),
    'workspace.settings': (_, unlocked) => unlocked.settings(),
    'workspace.setStoreData': ({ storeData }, unlocked) => unlocked.setStoreData(storeData),
    'preferences.get': async () => preferences.get(),
    'preferences.set': (changes) => preferences.set(changes),
  } satisfies Partial<Handlers>;
}
