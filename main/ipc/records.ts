import type { Handlers } from './router';

export const recordHandlers = {
  'records.report': ({ language }, { records }) => records.report(language),
  'records.save': (request, { records, user }) => records.save(user, request),
  'records.details': (_, { records }) => records.details(),
  'records.setDetails': (details, { records, user }) => records.setDetails(user, details),
} satisfies Partial<Handlers>;
