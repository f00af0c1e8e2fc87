import { z } from 'zod';
import { channel } from './channel';
import { Id, InstantMs, Nothing } from './values';

/** Imported codes, that participants enter or are given. */
export const CodePool = z.object({
  id: Id,
  name: z.string(),
  size: z.number().int(),
  createdAt: InstantMs,
});
export type CodePool = z.infer<typeof CodePool>;

const EDITORS = ['editor'] as const;

export const codeChannels = {
  'codes.pools': channel({ access: EDITORS, input: Nothing, output: z.array(CodePool) }),
};
