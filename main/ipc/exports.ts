import type { Handlers } from './router';

export const exportHandlers = {
  'exports.prepare': async ({ table }, { exports }) => exports.prepare(table),
  'exports.copyPassword': ({ ticket }, { exports }) => exports.copyPassword(ticket),
  'exports.save': ({ ticket }, { exports }) => exports.save(ticket),
  'exports.cancel': async ({ ticket }, { exports }) => exports.cancel(ticket),
  'exports.discard': async ({ ticket }, { exports }) => exports.discard(ticket),
} satisfies Partial<Handlers>;
