import type { Handlers } from './router';

export const fileHandlers = {
  'files.view': ({ id }, { files, user }) => files.view(user, id),
  'files.save': ({ id }, { files, user }) => files.save(user, id),
} satisfies Partial<Handlers>;
