import type { Handlers } from './router';

export const codeHandlers = {
  'codes.pools': (_, { codePools }) => codePools.list(),
} satisfies Partial<Handlers>;
