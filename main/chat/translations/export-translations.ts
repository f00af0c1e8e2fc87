import { basename } from 'node:path';
import {
  AppError,
  chatSettings,
  type ExperienceText,
  type ParsedInput,
  textsOfExperience,
} from '../../../preload/contract';
import { writeTarget } from '../../foundation/files/target-file';
import type { LaneContext } from '../../foundation/operation/context';
import { Experiences } from '../experiences/experiences';
import { fileNameFor } from '../experiences/file-name';
import { moduleOf } from '../modules';
import { formOfType } from '../modules/forms';
import { csvOf } from './csv';
import type { TextsToTranslate } from './translation-file';
import { xliffOf } from './xliff';

type Export = ParsedInput<'translations.export'>;

const ENDINGS = { xliff: 'xlf', csv: 'csv' } as const;

/** @throws AppError `experience.not_found` */
export async function suggestedTranslationFile(
  { store }: Pick<LaneContext, 'store'>,
  { id, language, format }: Export,
): Promise<string> {
  const { name } = await new Experiences(store).get(id);
  return `${basename(fileNameFor(name), '.json')}-${language}.${ENDINGS[format]}`;
}

/**
 * Writes the texts of the draft and a language's translations. It holds nothing about participants.
 *
 * @throws AppError `experience.not_found`, `translations.unknown_language`
 */
export async function exportTranslations(
  { store, file, record }: Pick<LaneContext, 'store' | 'file' | 'record'>,
  { id, language, format }: Export,
): Promise<void> {
  const { name, draft } = await new Experiences(store).get(id);
  const { languages } = chatSettings(draft);
  if (!languages?.others.includes(language)) {
    throw new AppError('translations.unknown_language', { language });
  }
  const known = draft.translations?.[language] ?? {};
  const texts: TextsToTranslate = {
    experienceId: id,
    experienceName: name,
    from: languages.main,
    to: language,
    texts: textsOfExperience(draft, formOfType).map((text) => ({
      ...text,
      where: whereIs(text),
      translation: Object.hasOwn(known, text.place) ? known[text.place] : undefined,
    })),
  };
  const content = format === 'xliff' ? xliffOf(texts) : csvOf(texts);
  await writeTarget(store, file, (target) => target.writeFile(content));
  await store
    .transaction()
    .execute((transaction) => record(transaction, { experience: name, language }));
}

/** In English, as translators of any language read it. */
function whereIs({ type, field }: ExperienceText): string {
  const words = type === null ? undefined : moduleOf(type)?.texts.en;
  return words ? `${words.name}: ${words.fields[field] ?? field}` : field;
}
