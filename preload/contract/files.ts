import { z } from 'zod';
import { channel } from './channel';
import { RowId } from './tables';

/** Whoever may take data out of the workspace; masks do not hide what a picture shows. */
const FILE_STEWARDS = ['steward'] as const;

/** What can be shown inside the application, as pixels or as plain characters. */
export const VIEWABLE_TYPES: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'text/plain',
];

/** `id` is that of the row in the table of uploads. Both are recorded in the audit log. */
export const fileChannels = {
  /** Refused with `files.not_viewable` for kinds that only other programs can show. */
  'files.view': channel({
    access: FILE_STEWARDS,
    input: z.object({ id: RowId }),
    output: z.object({ name: z.string(), mimeType: z.string(), content: z.instanceof(Uint8Array) }),
  }),
  /** Writes it, no longer encrypted, where the user chooses. */
  'files.save': channel({
    access: FILE_STEWARDS,
    input: z.object({ id: RowId }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), fileName: z.string() }),
      z.object({ outcome: z.literal('dismissed') }),
    ]),
  }),
};
