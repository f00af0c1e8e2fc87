import type { Handlers } from './router';

export const dashboardHandlers = {
  'dashboard.participations': ({ days }, { dashboard }) => dashboard.participations(days),
  'dashboard.funnel': (request, { dashboard }) => dashboard.funnel(request),
  'dashboard.storage': (_, { dashboard }) => dashboard.storage(),
} satisfies Partial<Handlers>;
