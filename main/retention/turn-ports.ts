import { randomInt, randomUUID } from 'node:crypto';
import type { TurnPorts } from '../chat/play-turn';
import type { Store } from '../store/database';
import { isOffered } from '../store/offered';
import { createEffectStore, type EffectStoreOptions } from './effect-store';

/** What chats play with: the database, and ids and chance from the operating system's generator. */
export function turnPorts(
  store: Store,
  options: Omit<EffectStoreOptions, 'isOffered'> = {},
): TurnPorts {
  return {
    store: createEffectStore(store, { ...options, isOffered }),
    newId: randomUUID,
    random: () => randomInt(2 ** 47) / 2 ** 47,
  };
}
