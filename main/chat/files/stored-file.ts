import { AppError, type ParsedInput, VIEWABLE_TYPES } from '../../../preload/contract';
import { writeTarget } from '../../foundation/files/target-file';
import type { LaneContext } from '../../foundation/operation/context';
import { safeFileName } from './safe-name';
import { sha256 } from './sha256';

interface StoredFile {
  readonly name: string;
  readonly mimeType: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

type Opening = Pick<LaneContext, 'store' | 'nowMs' | 'record'>;

/**
 * An upload for the eyes of a user; nothing is written to the disk.
 *
 * @throws AppError `data.row_not_found`, `files.not_viewable`
 */
export async function viewFile(
  context: Opening,
  { id }: ParsedInput<'files.view'>,
): Promise<StoredFile> {
  const file = await readFile(context, id);
  if (!VIEWABLE_TYPES.includes(file.mimeType)) throw new AppError('files.not_viewable');
  await recordIn(context, file);
  return file;
}

/**
 * Writes an upload to the chosen place.
 *
 * @throws AppError `data.row_not_found`, what {@link writeTarget} throws.
 */
export async function saveFile(
  context: Opening & Pick<LaneContext, 'file'>,
  { id }: ParsedInput<'files.save'>,
): Promise<void> {
  const stored = await readFile(context, id);
  await writeTarget(context.store, context.file, (target) => target.writeFile(stored.content));
  await recordIn(context, stored);
}

/** The name under which it was uploaded, which an earlier version may have kept too long. @throws AppError `data.row_not_found` */
export async function fileName(
  { store, nowMs }: Pick<LaneContext, 'store' | 'nowMs'>,
  { id }: ParsedInput<'files.save'>,
): Promise<string> {
  const row = await store
    .selectFrom('files')
    .select('file_name')
    .where('id', '=', id)
    .where('expires_at', '>', nowMs)
    .executeTakeFirst();
  if (!row?.file_name) throw new AppError('data.row_not_found');
  return safeFileName(row.file_name);
}

async function readFile({ store, nowMs }: Opening, id: number): Promise<StoredFile> {
  const row = await store
    .selectFrom('files')
    .select(['file_name', 'mime_type', 'content'])
    .where('id', '=', id)
    .where('expires_at', '>', nowMs)
    .executeTakeFirst();
  if (!row?.content) throw new AppError('data.row_not_found');
  const { file_name: name, mime_type: mimeType, content } = row;
  return { name: name ?? '', mimeType: mimeType ?? '', content: new Uint8Array(content) };
}

/** The name of a file may name its owner: its hash identifies it for those who have it. */
async function recordIn(
  { store, record }: Opening,
  { mimeType, content }: StoredFile,
): Promise<void> {
  const details = { kind: mimeType, sha256: sha256(content) };
  await store.transaction().execute((transaction) => record(transaction, details));
}
