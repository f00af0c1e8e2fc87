import { z } from 'zod';
import { inGroup, label, longText, optionalLabel, optionalLongText, shownWhen } from '../fields';

/** A week: nobody comes back to a question after that. */
const MAX_IDLE_MINUTES = 7 * 24 * 60;

/** How long to wait before the chat goes on by its branch `idle`; 0 is without end. */
export const idleMinutes = z.number().int().min(0).max(MAX_IDLE_MINUTES).default(0);

/** Settings that every question has, the rarely changed ones last. */
export const askSettings = {
  ...inGroup('content', {
    question: longText,
    why: optionalLongText,
  }),
  ...inGroup('silence', {
    /** Label of the way past the question; empty when it has to be answered. */
    skip: optionalLabel,
    idleMinutes,
  }),
  ...inGroup('known', {
    /** What to do when the answer is known already. */
    whenKnown: z.enum(['ask_again', 'keep', 'offer']).default('ask_again'),
    knownText: shownWhen(longText, 'whenKnown', 'offer'),
    keepLabel: shownWhen(label, 'whenKnown', 'offer'),
    changeLabel: shownWhen(label, 'whenKnown', 'offer'),
  }),
};

/** For questions to which somebody may honestly not know the answer. */
export const dontKnow = optionalLabel;

/** What a variable holds after "I do not know", in every language. */
export const DONT_KNOW = 'i_dont_know';

const settings = z.object({ ...askSettings, dontKnow: dontKnow.optional() });
export type AskSettings = z.infer<typeof settings>;
