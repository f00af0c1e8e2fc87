import type { Handlers } from './router';

export const drawHandlers = {
  'draws.giveaways': (_, { draws }) => draws.giveaways(),
  'draws.list': (_, { draws }) => draws.list(),
  'draws.places': ({ id }, { draws }) => draws.places(id),
  'draws.prepare': (plan, { draws, user }) => draws.prepare(user, plan),
  'draws.run': async ({ id, publicValue }, { draws, user, emit }) => {
    const drawn = await draws.run(user, id, publicValue);
    emit('data.changed', { tables: ['winners'] });
    return drawn;
  },
  'draws.discard': ({ id }, { draws, user }) => draws.discard(user, id),
  'draws.decline': async ({ winner }, { draws, user, emit }) => {
    const successor = await draws.decline(user, winner);
    emit('data.changed', { tables: ['winners'] });
    return { successor };
  },
  'draws.saveRecord': ({ id }, { draws, user }) => draws.saveRecord(user, id),
} satisfies Partial<Handlers>;
