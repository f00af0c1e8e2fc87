import { z } from 'zod';
import { channel } from './channel';
import { ChatLanguage } from './languages';
import { TestAnswer } from './personas';
import { Id, InstantMs, Nothing } from './values';

/** What has to be so, beside the answers, for a way to be gone. */
export const PathNeed = z.enum([
  /** Chance decided so. */
  'chance',
  /** It is another time than now. */
  'time',
  /** The chat speaks another language than its main one. */
  'language',
  /** Somebody does again what they may do once. */
  'again',
  /** Nothing is left of what is given out. */
  'used_up',
  /** There is a code, and it is the right one. */
  'code',
  /** The workspace knows the person from an earlier chat. */
  'known',
  /** Storing is switched off. */
  'off',
  /** A legal hold keeps rows. */
  'held',
]);
export type PathNeed = z.infer<typeof PathNeed>;

/** What a participant does at a module; a `file` and an opened `link` need no words. */
export const PathStep = z.object({
  moduleId: Id,
  does: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('answers'), answer: TestAnswer }),
    z.object({ kind: z.literal('opens') }),
    z.object({ kind: z.literal('waits') }),
    z.object({ kind: z.literal('uploads') }),
  ]),
});
export type PathStep = z.infer<typeof PathStep>;

const TakenBranch = z.object({ moduleId: Id, branch: Id });

/** A way through the chat from its beginning, as far as it was gone. */
export const Path = z.object({
  steps: z.array(PathStep),
  /** When it begins; null is now. */
  atMs: InstantMs.nullable(),
  /** In which it speaks; null is the main one. */
  language: ChatLanguage.nullable(),
  needs: z.array(PathNeed),
  /** `asks`: it was not gone on from there. `open`: a branch that leads nowhere ended it. */
  end: z.enum(['ended', 'open', 'unavailable', 'too_long', 'failed', 'asks']),
  /** The module that was there last. */
  lastModuleId: Id.nullable(),
  taken: z.array(TakenBranch),
});
export type Path = z.infer<typeof Path>;

export const Exploration = z.object({
  /** Together they take every branch that was taken. */
  paths: z.array(Path),
  /** Modules that were reached, each with what it needs at least. */
  modules: z.array(z.object({ id: Id, needs: z.array(PathNeed) })),
  /** The same for branches, with the index of a path that takes it. */
  branches: z.array(TakenBranch.extend({ needs: z.array(PathNeed), path: z.number().int() })),
  /** Turns that were played. */
  turns: z.number().int(),
  /** Nothing was left to try; otherwise the budget has ended the search. */
  isComplete: z.boolean(),
});
export type Exploration = z.infer<typeof Exploration>;

export const exploreChannels = {
  /**
   * Plays the draft as saved in every way that generated answers lead, and stores nothing. Refused with
   * `chat.not_playable`.
   */
  'explore.run': channel({
    access: ['editor'],
    input: z.object({ experienceId: Id, pretendedNowMs: InstantMs.optional() }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('explored'), exploration: Exploration }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
    progress: 'explore.progress',
  }),
  'explore.cancel': channel({ access: ['editor'], input: Nothing, output: Nothing }),
};

export const exploreEvents = {
  /** Turns that were played, of those that may be, and branches that were taken so far. */
  'explore.progress': z.object({
    turns: z.number().int(),
    of: z.number().int(),
    branches: z.number().int(),
  }),
};
