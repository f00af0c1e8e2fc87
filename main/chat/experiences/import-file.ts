import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  AppError,
  type Graph,
  type ImportPreview,
  type Language,
  TABLE_NAMES,
  type TableName,
  type TypebotReport,
} from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { type NamedFlow, readExperienceFile } from '../flow/experience-file';
import { parseUntrusted } from '../flow/untrusted-json';
import { moduleOf } from '../modules';
import { storesWith } from '../modules/define-module';
import { knowsType } from '../modules/forms';
import { copyOfGraph } from './copies';
import { draftProblems } from './draft-problems';
import { countProblems } from './problem-counts';
import { fromTypebot } from './typebot/convert';
import { typebotIn } from './typebot/read-typebot';

/** As much as a draft can have: the router takes no longer one. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

export interface ReadFile {
  readonly preview: Omit<ImportPreview, 'ticket'>;
  /** Checked, under new ids, as JSON. */
  readonly draft: string;
}

/**
 * Reads and checks a file that nobody vouches for. Nothing is stored.
 *
 * @throws AppError `import.*`
 */
export async function readImport(
  store: Store,
  { file, language }: { file: string; language: Language },
): Promise<ReadFile> {
  const { name, graph, report } = readFlow(await textOf(file), language);
  const problems = countProblems(await draftProblems(store, { id: null, graph }));
  return {
    preview: {
      fileName: basename(file),
      name,
      ...problems,
      modules: countTypes(graph),
      stores: storesOf(graph),
      ...(report && { typebot: report }),
    },
    draft: JSON.stringify(copyOfGraph(graph)),
  };
}

function readFlow(text: string, language: Language): NamedFlow & { report?: TypebotReport } {
  const typebot = typebotIn(parseUntrusted(text));
  return typebot ? fromTypebot(typebot, language) : readExperienceFile(text, knowsType);
}

/** The size is known before anything is read, and what is no plain file (a pipe) is not read at all. */
async function textOf(file: string): Promise<string> {
  const handle = await openForReading(file);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new AppError('import.unreadable');
    if (stat.size > MAX_FILE_BYTES) {
      throw new AppError('import.too_large', { max: MAX_FILE_BYTES / 1024 / 1024 });
    }
    return decode(await handle.readFile());
  } finally {
    await handle.close();
  }
}

async function openForReading(file: string): Promise<FileHandle> {
  try {
    // Without it, opening a pipe waits until somebody writes to it.
    return await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new AppError('import.unreadable', {}, { cause: error });
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('import.not_json', {}, { cause: error });
  }
}

function countTypes({ modules }: Graph): ImportPreview['modules'] {
  const counts = new Map<string, number>();
  for (const { type } of modules) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count }));
}

function storesOf({ modules }: Graph): ImportPreview['stores'] {
  const longest: Partial<Record<TableName, number>> = {};
  for (const { type, settings } of modules) {
    const definition = moduleOf(type);
    for (const [table, days] of definition ? storesWith(definition, settings) : [])
      longest[table] = Math.max(days, longest[table] ?? 0);
  }
  return TABLE_NAMES.flatMap((table) => {
    const days = longest[table];
    return days === undefined ? [] : [{ table, days }];
  });
}
