import type { Handlers } from './router';

export const retentionHandlers = {
  'retention.status': (_, { retention }) => retention.status(),
  'retention.sweep': (_, { retention, user }) => retention.sweep(user),
  'retention.cancelSweep': async (_, { retention }) => retention.cancelSweep(),
  'retention.confirmClock': (_, { retention, user }) => retention.confirmClock(user),
  'retention.rules': async (_, { policy }) => [...(await policy.rules())],
  'retention.policy': (_, { policy }) => policy.view(),
  'retention.impact': (rule, { policy }) => policy.impact(rule),
  'retention.setRule': async (change, { policy, user }) => {
    await policy.setRule(user, change);
    return policy.view();
  },
  'retention.calendar': ({ days }, { policy }) => policy.calendar(days),
  'retention.totals': (_, { policy }) => policy.totals(),
  'retention.receipts': (_, { policy }) => policy.receipts(),
  'holds.list': (_, { policy }) => policy.holds(),
  'holds.giveaways': (_, { policy }) => policy.giveaways(),
  'holds.request': (request, { policy, user }) => policy.requestHold(user, request),
  'holds.approve': ({ id }, { policy, user }) => policy.approveHold(user, id),
  'holds.end': ({ id }, { policy, user }) => policy.endHold(user, id),
} satisfies Partial<Handlers>;
