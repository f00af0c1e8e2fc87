import Papa from 'papaparse';
import { AppError, ChatLanguage } from '../../../preload/contract';
import { BYTE_ORDER_MARK, neutralise, undoNeutralise, unparse } from '../../foundation/files/csv';
import { type ReadTranslations, type TextsToTranslate, writable } from './translation-file';

/** `place`, where that is, the text, its translation: the last two are named by their languages. */
export function csvOf({ from, to, texts }: TextsToTranslate): string {
  const cell = (text: string): string => neutralise(writable(text));
  const lines = texts.map(({ place, where, text, translation }) =>
    [place, where, text, translation?.text ?? ''].map(cell),
  );
  const head = ['place', 'where', from, to];
  return BYTE_ORDER_MARK + unparse([head, ...lines], { delimiter: ',' });
}

/** Translations in a file that nobody vouches for. @throws AppError `translations.unreadable` */
export function readCsv(text: string): ReadTranslations {
  const bare = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const { data, errors } = Papa.parse<string[]>(bare, { skipEmptyLines: true });
  const [head = [], ...lines] = data;
  const language = head[3]?.trim() ?? '';
  const isBroken = errors.some(({ type }) => type === 'Quotes');
  if (isBroken || head[0]?.trim() !== 'place' || !ChatLanguage.safeParse(language).success) {
    throw new AppError('translations.unreadable');
  }
  const entries = lines.map(([place = '', , source = '', target = '']) => ({
    place: undoNeutralise(place),
    source: writable(undoNeutralise(source)),
    target: writable(undoNeutralise(target)),
  }));
  return { experienceId: null, language, entries };
}
