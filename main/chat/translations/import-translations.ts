import { basename, extname } from 'node:path';
import {
  AppError,
  type ParsedInput,
  type TranslationReport,
  textsOfExperience,
} from '../../../preload/contract';
import { readSmallBytes } from '../../foundation/files/small-file';
import type { Context } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { Experiences } from '../experiences/experiences';
import { formOfType } from '../modules/forms';
import { compare } from './compare';
import { readCsv } from './csv';
import { decoded } from './decoded';
import { readXliff } from './xliff';

/** Of a draft with as many texts as there can be. */
const MAX_MEGABYTES = 32;

/** Reads a file beside the draft, away from what participants and staff wait for. */
export const readTranslationsTask = task<{ id: string; file: string }, TranslationReport>(
  'translations.read',
  'screen',
  async ({ store }, { id, file }) => {
    const { draft: graph } = await new Experiences(store).get(id);
    const text = await textIn(file);
    const isCsv = extname(file).toLowerCase() === '.csv';
    const texts = textsOfExperience(graph, formOfType);
    const read = isCsv ? readCsv(text) : readXliff(text);
    return { fileName: basename(file), ...compare({ id, graph, texts }, read) };
  },
);

/** Null when the dialog is dismissed. @throws AppError `translations.*` */
export async function chooseTranslations(
  { desktop, run }: Pick<Context, 'desktop' | 'run'>,
  { id }: ParsedInput<'translations.chooseImport'>,
): Promise<TranslationReport | null> {
  const file = await desktop.chooseSource('translations');
  return file === null ? null : run(readTranslationsTask, { id, file });
}

async function textIn(file: string): Promise<string> {
  return decoded(await bytesIn(file));
}

async function bytesIn(file: string): Promise<Buffer> {
  try {
    const bytes = await readSmallBytes(file, MAX_MEGABYTES * 1024 * 1024);
    if (bytes !== null) return bytes;
  } catch (error) {
    if (error instanceof RangeError) {
      throw new AppError('translations.too_large', { max: MAX_MEGABYTES });
    }
    throw new AppError('translations.unreadable', {}, { cause: error });
  }
  throw new AppError('translations.unreadable');
}
