import { z } from 'zod';
import { channel } from './channel';
import { TableName } from './tables';
import { InstantMs, Language } from './values';

/** What became of a workspace while conversations were played with storing switched off somewhere. */
export const StorageSelfTest = z.object({
  at: InstantMs,
  /** Nothing has changed, although the conversations had something to store. */
  passed: z.boolean(),
  conversations: z.number().int(),
  answers: z.number().int(),
  /** What was switched off: all of it where neither a table nor a module is named. */
  switches: z.array(
    z.object({
      table: TableName.nullable(),
      /** Its kind, in the language that was asked for, and its experience. */
      module: z.string().nullable(),
      experienceName: z.string().nullable(),
      /** Rows that it has withheld; 0 when no conversation came to it. */
      withheld: z.number().int(),
    }),
  ),
  tables: z.array(
    z.object({
      table: TableName,
      /** Rows that the conversations would have written. */
      withheld: z.number().int(),
      before: z.number().int(),
      after: z.number().int(),
    }),
  ),
  /** What lies in the folder of the workspace. */
  files: z.array(
    z.object({
      name: z.string(),
      /** SHA-256 afterwards, in hexadecimal; null for a file that has gone. */
      sha256: z.string().nullable(),
      changed: z.boolean(),
    }),
  ),
});
export type StorageSelfTest = z.infer<typeof StorageSelfTest>;

export const selfTestChannels = {
  /** Plays the samples and whatever is switched off, and compares the workspace with what it was before. */
  'storage.selfTest': channel({
    access: ['auditor'],
    input: z.object({ language: Language }),
    output: StorageSelfTest,
  }),
};
