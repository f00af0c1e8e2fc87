import type { Prompt } from '../../../../preload/contract';
import { cleanLine } from '../../../foundation/text/clean-text';

type Option = Extract<Prompt, { kind: 'choice' }>['options'][number];

/** The id of the option that is none of those listed, and is told in own words. */
export const OTHER = 'other';

/** In characters: a line, not an essay. */
const MAX_WORDS = 500;

/** The option as it is offered; none without a label. */
export function otherOption(label: string): Option[] {
  return label === '' ? [] : [{ id: OTHER, label, takesText: true }];
}

/** As it is kept: with what was written, which it cannot do without; null where that will not do. */
export function readOther(label: string, text: string | undefined): string | null {
  const words = cleanLine((text ?? '').slice(0, 2 * MAX_WORDS));
  return label === '' || words === '' || words.length > MAX_WORDS ? null : `${label}: ${words}`;
}
