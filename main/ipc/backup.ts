import type { Workspace } from '../workspace/workspace';
import type { Handlers } from './router';

export function backupHandlers(workspace: Workspace) {
  return {
    'backup.last': (_, { backups }) => backups.last(),
    'backup.save': (_, { backups, user }) => backups.save(user),
    'backup.cancel': async (_, { backups }) => backups.cancel(),
    'backup.checkIntegrity': (_, { backups }) => backups.checkIntegrity(),
    'backup.restore': () => workspace.restore(),
  } satisfies Partial<Handlers>;
}
