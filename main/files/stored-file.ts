import { AppError, type AuditAction, VIEWABLE_TYPES } from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import { writeTarget } from '../export/target-file';
import type { Store } from '../store/database';
import { sha256 } from './sha256';

export interface StoredFile {
  readonly name: string;
  readonly mimeType: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

interface Request {
  readonly id: number;
  readonly actor: Actor;
  readonly nowMs: number;
}

/**
 * An upload for the eyes of a user; nothing is written to the disk.
 *
 * @throws AppError `data.row_not_found`, `files.not_viewable`
 */
export async function viewFile(store: Store, request: Request): Promise<StoredFile> {
  const file = await readFile(store, request);
  if (!VIEWABLE_TYPES.includes(file.mimeType)) throw new AppError('files.not_viewable');
  await record(store, request, 'file.viewed', file);
  return file;
}

/**
 * Writes an upload to the chosen place.
 *
 * @throws AppError `data.row_not_found`, what {@link writeTarget} throws.
 */
export async function saveFile(store: Store, request: Request & { file: string }): Promise<void> {
  const stored = await readFile(store, request);
  await writeTarget(store, request.file, (target) => target.writeFile(stored.content));
  await record(store, request, 'file.saved', stored);
}

async function readFile(store: Store, { id, nowMs }: Request): Promise<StoredFile> {
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
async function record(
  store: Store,
  { actor, nowMs }: Request,
  action: AuditAction,
  { mimeType, content }: StoredFile,
): Promise<void> {
  const details = { kind: mimeType, sha256: sha256(content) };
  await store
    .transaction()
    .execute((transaction) => recordAudit(transaction, actor, nowMs, action, details));
}
