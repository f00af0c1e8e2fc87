import { z } from 'zod';
import {
  Id,
  LegalAddress,
  LegalKind,
  LegalLanguages,
  VisibleName,
} from '../../../preload/contract';

/** More than the texts of any experience; a file is not believed anyway. */
const MAX_TEXTS = 200;

/** A legal text in an experience file: the words of its newest version, in all languages. */
export const FiledLegalText = z.object({
  id: Id,
  kind: LegalKind,
  name: VisibleName,
  languages: LegalLanguages.refine((languages) => Object.keys(languages).length > 0),
  address: LegalAddress.default(''),
});
export type FiledLegalText = z.infer<typeof FiledLegalText>;

export const FiledLegalTexts = z
  .array(FiledLegalText)
  .max(MAX_TEXTS)
  .refine((texts) => new Set(texts.map(({ id }) => id)).size === texts.length)
  .default([]);
