import { randomInt, randomUUID } from 'node:crypto';
import type { TurnPorts } from '../chat/play-turn';
import type { Store } from '../store/database';
import { isOffered } from '../store/offered';
import { createEffectStore } from './effect-store';

/** What chats play with: the database, and ids and chance from the operating system's generator. */
export function turnPorts(store: Store, onErased?: () => void): TurnPorts {
  return {
    store: createEffectStore(store, onErased, isOffered),
    newId: randomUUID,
    random: () => randomInt(2 ** 47) / 2 ** 47,
  };
}
