import { z } from 'zod';
import { channel, SIGNED_IN } from './channel';
import { Id, Nothing } from './values';

/**
 * What the pages of a user remember in the database, since a lock forgets all that they hold, and for
 * how many days at most. `undo:` an experience: the steps back in its draft.
 */
const MEMORY_DAYS = { panels: 365, navigation: 365, undo: 7 } as const;

export const MemoryKey = z.union([
  z.enum(['panels', 'navigation']),
  z.templateLiteral(['undo:', Id]),
]);
export type MemoryKey = z.infer<typeof MemoryKey>;

export function memoryDays(key: MemoryKey): number {
  return MEMORY_DAYS[key.split(':')[0] as keyof typeof MEMORY_DAYS];
}

/** Characters of JSON. */
const MAX_REMEMBERED = 8_000_000;
const Remembered = z.string().max(MAX_REMEMBERED);

/**
 * Where a user is, part by part under names of the pages' own: the screen, the open dialog and what is
 * typed into it. JSON; null forgets a part.
 */
const MAX_PARTS = 200;
export const MAX_PLACE_PART = 200_000;
const PartName = z.string().min(1).max(100);
export const PlaceParts = z
  .record(PartName, z.string().max(MAX_PLACE_PART).nullable())
  .refine((parts) => Object.keys(parts).length <= MAX_PARTS);

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
  /** The parts that have changed. They are held in memory, and written when the workspace is locked. */
  'memory.keepPlace': channel({ access: SIGNED_IN, input: PlaceParts, output: Nothing }),
  /** Where the user was at the last lock, and has been since. */
  'memory.place': channel({
    access: SIGNED_IN,
    input: Nothing,
    output: z.record(PartName, z.string()),
  }),
};
