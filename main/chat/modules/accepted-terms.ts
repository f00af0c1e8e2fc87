import { AppError, legalIdOf } from '../../../preload/contract';
import type { LegalWording } from '../engine/legal-wording';
import type { StepContext, StoredValue } from '../engine/step';

/** Terms as settings have them: words, a legal text, or both; none where both are empty. */
interface Terms {
  readonly terms: string;
  readonly termsText: string;
}

type Context = Pick<StepContext<Terms>, 'settings' | 'legal'>;

export function hasTerms({ terms, termsText }: Terms): boolean {
  return terms !== '' || termsText !== '';
}

/** What a prompt shows of the terms. @throws AppError as {@link wordingOf} does */
export function shownTerms({ settings, legal }: Context) {
  const { terms, termsText } = settings;
  const id = legalIdOf(termsText);
  if (id === null) return { terms };
  return { terms, termsText: { id, title: wordingOf(termsText, legal).title } };
}

/** Of a prompt that asks once more because they were not ticked: it marks the box. */
export const UNTICKED = { isUnticked: true } as const;

/** The columns that say which terms were accepted. @throws AppError as {@link wordingOf} does */
export function acceptedTerms({ settings, legal }: Context): Record<string, StoredValue> {
  if (settings.termsText === '') return {};
  const { title, number, hash, versionId } = wordingOf(settings.termsText, legal);
  return {
    terms_name: title,
    terms_version: String(number),
    terms_hash: hash,
    legal_version_id: versionId,
  };
}

/**
 * What the legal text says that a setting names. Without it nobody can agree to it, so that the chat does not
 * go on: the builder has said so.
 *
 * @throws AppError `chat.not_playable`
 */
export function wordingOf(ref: string, legal: StepContext<unknown>['legal']): LegalWording {
  const id = legalIdOf(ref);
  const found = id !== null && legal && Object.hasOwn(legal, id) ? legal[id] : undefined;
  if (!found) throw new AppError('chat.not_playable');
  return found;
}
