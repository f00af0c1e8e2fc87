import { z } from 'zod';
import { label, longText, more, optionalLabel, optionalLongText, shownWhen } from '../fields';

/** A week: nobody comes back to a question after that. */
const MAX_IDLE_MINUTES = 7 * 24 * 60;

/** How long to wait before the chat goes on by its branch `idle`; 0 is without end. */
export const idleMinutes = more(z.number().int().min(0).max(MAX_IDLE_MINUTES).default(0));

/** Settings that every question has, the rarely changed ones last. */
export const askSettings = {
  question: longText,
  why: more(optionalLongText),
  /** Label of the way past the question; empty when it has to be answered. */
  skip: more(optionalLabel),
  /** What to do when the answer is known already. */
  whenKnown: more(z.enum(['ask_again', 'keep', 'offer']).default('ask_again')),
  knownText: more(shownWhen(longText, 'whenKnown', 'offer')),
  keepLabel: more(shownWhen(label, 'whenKnown', 'offer')),
  changeLabel: more(shownWhen(label, 'whenKnown', 'offer')),
  idleMinutes,
};

/** For questions to which somebody may honestly not know the answer. */
export const dontKnow = more(optionalLabel);

/** What a variable holds after "I do not know", in every language. */
export const DONT_KNOW = 'i_dont_know';

const settings = z.object({ ...askSettings, dontKnow: dontKnow.optional() });
export type AskSettings = z.infer<typeof settings>;
