import { z } from 'zod';
import { channel, SIGNED_IN } from './channel';
import { Id, Nothing } from './values';

/**
 * What the pages of a user remember in the database, since a lock forgets all that they hold, and for
 * how many days at most. `place`: the screen and the dialog that were open. It may name a person, so
 * an erasure forgets it as well. `undo:` an experience: the steps back in its draft.
 */
const MEMORY_DAYS = { place: 1, panels: 365, navigation: 365, undo: 7 } as const;

export const MemoryKey = z.union([
  z.enum(['place', 'panels', 'navigation']),
  z.templateLiteral(['undo:', Id]),
]);
export type MemoryKey = z.infer<typeof MemoryKey>;

export function memoryDays(key: MemoryKey): number {
  return MEMORY_DAYS[key.split(':')[0] as keyof typeof MEMORY_DAYS];
}

/** Characters of JSON. */
const MAX_REMEMBERED = 8_000_000;
const Remembered = z.string().max(MAX_REMEMBERED);

/** Of the signed-in user; who reads it checks what it is. */
export const memoryChannels = {
  /** JSON; null where nothing is remembered. */
  'memory.recall': channel({
    access: SIGNED_IN,
    input: z.object({ key: MemoryKey }),
    output: Remembered.nullable(),
  }),
  /** Null forgets it. */
  'memory.remember': channel({
    access: SIGNED_IN,
    input: z.object({ key: MemoryKey, value: Remembered.nullable() }),
    output: Nothing,
  }),
};
