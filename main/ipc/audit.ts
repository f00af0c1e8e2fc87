import type { Workspace } from '../workspace/workspace';
import type { Handlers } from './router';

export function auditHandlers(workspace: Workspace) {
  return {
    'audit.page': (request, { audit }) => audit.page(request),
    'audit.users': (_, { audit }) => audit.users(),
    'audit.verify': async (_, { audit }) => {
      const verdict = await audit.verify();
      // Every window warns of a log that is not intact.
      await workspace.announce();
      return verdict;
    },
    'audit.copyHead': (_, { audit }) => audit.copyHead(),
    'audit.export': (filter, { audit, user }) => audit.export(user, filter),
    'workspace.setAuditRetention': async ({ auditRetentionDays }, unlocked) => {
      await unlocked.audit.setRetention(unlocked.user, auditRetentionDays);
      return unlocked.settings();
    },
  } satisfies Partial<Handlers>;
}
