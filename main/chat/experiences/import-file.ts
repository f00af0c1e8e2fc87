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
import type { Checked } from '../assets/formats/checked';
import { sha256 } from '../files/sha256';
import {
  type FilesOfExperience,
  type NamedFlow,
  readExperienceFile,
} from '../flow/experience-file';
import type { FiledLegalText } from '../flow/legal-in-file';
import { parseUntrusted } from '../flow/untrusted-json';
import { factsOfFiled, previewOfTexts } from '../legal/in-files';
import { moduleOf } from '../modules';
import { storesWith } from '../modules/define-module';
import { knowsType } from '../modules/forms';
import { copyOfGraph } from './copies';
import { draftProblems } from './draft-problems';
import { MAX_MEDIA_OF_FILE, takeMedia } from './media-of-file';
import { countProblems } from './problem-counts';
import { fromTypebot } from './typebot/convert';
import { typebotIn } from './typebot/read-typebot';

/** As much as a draft can have: the router takes no longer one. */
const MAX_DRAFT_BYTES = 32 * 1024 * 1024;
/** A draft, and beside it its files, of which base64 makes four bytes of three. */
export const MAX_FILE_BYTES = MAX_DRAFT_BYTES + MAX_MEDIA_OF_FILE * 1.5;

export interface ReadFile {
  readonly preview: Omit<ImportPreview, 'ticket'>;
  /** Checked, under new ids, as JSON. */
  readonly draft: string;
  /** Checked, and mentioned by it. */
  readonly files: readonly Checked[];
  /** Checked, under the ids by which the draft mentions them. */
  readonly legalTexts: readonly FiledLegalText[];
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
  const flow = readFlow(await textOf(file), language);
  const { name, report, legalTexts = [] } = flow;
  const { graph, files, dropped } = await takeMedia(store, flow.graph, flow.files);
  const draft = JSON.stringify(copyOfGraph(graph));
  if (draft.length > MAX_DRAFT_BYTES) throw tooLarge(MAX_DRAFT_BYTES);
  const arriving = files.map(({ content }) => sha256(content));
  const along = factsOfFiled(legalTexts);
  const problems = countProblems(
    await draftProblems(store, { id: null, graph, along }, 'draft', arriving),
  );
  return {
    preview: {
      fileName: basename(file),
      name,
      ...problems,
      media: {
        files: files.length,
        bytes: files.reduce((sum, { content }) => sum + content.length, 0),
        dropped,
      },
      modules: countTypes(graph),
      stores: storesOf(graph),
      ...(legalTexts.length > 0 && { legalTexts: await previewOfTexts(store, legalTexts) }),
      ...(report && { typebot: report }),
    },
    draft,
    files,
    legalTexts,
  };
}

interface ReadFlow extends NamedFlow {
  readonly files: FilesOfExperience;
  readonly report?: TypebotReport;
}

function readFlow(text: string, language: Language): ReadFlow {
  const typebot = typebotIn(parseUntrusted(text));
  if (!typebot) return readExperienceFile(text, knowsType);
  if (text.length > MAX_DRAFT_BYTES) throw tooLarge(MAX_DRAFT_BYTES);
  return { ...fromTypebot(typebot, language), files: new Map() };
}

function tooLarge(bytes: number): AppError {
  return new AppError('import.too_large', { max: bytes / 1024 / 1024 });
}

/** The size is known before anything is read, and what is no plain file (a pipe) is not read at all. */
async function textOf(file: string): Promise<string> {
  const handle = await openForReading(file);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new AppError('import.unreadable');
    if (stat.size > MAX_FILE_BYTES) throw tooLarge(MAX_FILE_BYTES);
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
