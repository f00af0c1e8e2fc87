import { randomInt, randomUUID } from 'node:crypto';
import type { Store } from '../../foundation/store/database';
import type { TurnPorts } from '../engine/play-turn';
import { createEffectStore, type EffectStoreOptions } from './effect-store';
import { isOffered } from './offered';

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
