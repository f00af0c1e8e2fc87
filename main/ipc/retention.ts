import type { Handlers } from './router';

export const retentionHandlers = {
  'retention.status': (_, { retention }) => retention.status(),
  'retention.sweep': (_, { retention }) => retention.sweep(),
} satisfies Partial<Handlers>;
