import type { Handlers } from './router';

export const codeHandlers = {
  'codes.pools': (_, { codes }) => codes.list(),
  'codes.read': ({ poolId }, { codes }) => codes.read(poolId ?? null),
  'codes.cancel': async (_, { codes }) => codes.cancel(),
  'codes.import': ({ ticket, name }, { codes }) => codes.import(ticket, name),
  'codes.discard': ({ ticket }, { codes }) => codes.discard(ticket),
  'codes.rename': ({ id, name }, { codes }) => codes.rename(id, name),
  'codes.delete': ({ id, confirmedExperiences }, { codes }) =>
    codes.delete(id, confirmedExperiences),
} satisfies Partial<Handlers>;
