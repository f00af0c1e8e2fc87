import { z } from 'zod';
import { channel } from './channel';
import { ChatLanguage, TextPlace, Translation } from './languages';
import { Id } from './values';

/** Kinds of file that translators work with. */
export const TRANSLATION_FORMATS = ['xliff', 'csv'] as const;
export const TranslationFormat = z.enum(TRANSLATION_FORMATS);
export type TranslationFormat = z.infer<typeof TranslationFormat>;

/** Why a translation in a file is not taken. */
export const RefusedBecause = z.enum([
  'unknown_place',
  'duplicate',
  'in_pieces',
  'too_long',
  'astray',
]);
export type RefusedBecause = z.infer<typeof RefusedBecause>;

/** What is in a file of translations, before anything of it is applied. */
export const TranslationReport = z.object({
  fileName: z.string(),
  language: ChatLanguage,
  /** What to apply: translations that are new or other than those of the draft. */
  texts: z.record(TextPlace, Translation),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** Of those to apply, translations of a text that is another one by now. */
  outdated: z.number().int(),
  /** Texts of the draft that the file does not translate. */
  missing: z.number().int(),
  /** The first of them. */
  refused: z.array(
    z.object({ place: z.string(), because: RefusedBecause, text: z.string(), detail: z.string() }),
  ),
  refusedInAll: z.number().int(),
});
export type TranslationReport = z.infer<typeof TranslationReport>;

const EDITORS = ['editor'] as const;

export const translationChannels = {
  /** How modules themselves say these texts in a language; null where a text is none of theirs. */
  'translations.builtIn': channel({
    access: EDITORS,
    input: z.object({
      language: ChatLanguage,
      texts: z
        .array(z.object({ type: z.string().max(64), field: z.string().max(300), text: z.string() }))
        .max(100_000),
    }),
    output: z.array(z.string().nullable()),
  }),
  /** Saves the texts of the draft, with a language's translations, through the file dialog. */
  'translations.export': channel({
    access: EDITORS,
    input: z.object({ id: Id, language: ChatLanguage, format: TranslationFormat }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), fileName: z.string() }),
      z.object({ outcome: z.literal('dismissed') }),
    ]),
  }),
  /** Asks for a file and reads it beside the draft, whoever wrote it; null when it was dismissed. */
  'translations.chooseImport': channel({
    access: EDITORS,
    input: z.object({ id: Id }),
    output: TranslationReport.nullable(),
  }),
};
