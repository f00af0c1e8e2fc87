import type { FileHandle } from 'node:fs/promises';
import { AppError, type CodeFileDelimiter, type CodeFileLayout } from '../../../preload/contract';
import { encodingOf } from './encoding';
import { kindOfFile } from './file-kind';
import { openPlainFile } from './plain-file';
import { beginningOf, delimiterOf, TextTable } from './text-table';
import { WorkbookTable } from './workbook/workbook-table';

/** What the file's first line names: a separator, one that is none of ours, or nothing. */
type NamedSeparator = CodeFileDelimiter | 'other' | null;

const MAX_FILE_BYTES = 100 * 1024 * 1024;

/**
 * Opens the table in a file, for as long as `read` takes. What the layout does not say is found out.
 *
 * @throws AppError `codes.unreadable`, `codes.too_large`, `codes.not_text`, `codes.is_*`,
 * `codes.workbook_*`
 */
export async function withTable<R>(
  path: string,
  layout: Partial<CodeFileLayout>,
  signal: AbortSignal,
  read: (table: TextTable | WorkbookTable, separator: NamedSeparator) => Promise<R>,
): Promise<R> {
  const opened = await openPlainFile(path);
  if (!opened) throw new AppError('codes.unreadable');
  const { file, bytes } = opened;
  try {
    if (bytes > MAX_FILE_BYTES)
      throw new AppError('codes.too_large', { max: MAX_FILE_BYTES / 1024 / 1024 });
    if ((await kindOfFile(file)) === 'text')
      return await readText(file, bytes, layout, signal, read);
    const table = await WorkbookTable.open(file, bytes, layout.sheet ?? null, signal);
    return await read(table, null);
  } finally {
    await file.close();
  }
}

async function readText<R>(
  file: FileHandle,
  bytes: number,
  layout: Partial<CodeFileLayout>,
  signal: AbortSignal,
  read: (table: TextTable, separator: NamedSeparator) => Promise<R>,
): Promise<R> {
  const encoding = layout.encoding ?? (await encodingOf(file, signal));
  const { lines, separator } = await beginningOf(file, encoding);
  const named = separator === 'other' ? null : separator;
  const delimiter = layout.delimiter ?? named ?? delimiterOf(lines);
  return read(new TextTable(file, bytes, encoding, delimiter), separator);
}
