import { basename, dirname } from 'node:path';
import type { Selectable } from 'kysely';
import {
  AppError,
  channels,
  type ExportRecord,
  ExportSelection,
  type ParsedInput,
  permits,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import type { Schema } from '../../foundation/store/schema';
import { askForScrub } from '../../vault/retention/scrub';

export type StoredExport = Selectable<Schema['exports']>;

/** As the signed-in user may see it: where files lie is for those who may export. */
export function shownRegister({
  store,
  user,
  nowMs,
}: Pick<Context, 'store' | 'user' | 'nowMs'>): Promise<ExportRecord[]> {
  return listExports(store, permits(channels['exports.save'].access, user.role), nowMs);
}

/** Newest first, but for what has expired. Where files lie is left out for those who may not export. */
export async function listExports(
  store: Store,
  showsFolders: boolean,
  nowMs: number,
): Promise<ExportRecord[]> {
  const stored = await store
    .selectFrom('exports')
    .selectAll()
    .where('expires_at', '>', nowMs)
    .orderBy('requested_at', 'desc')
    .orderBy('id')
    .execute();
  return stored.map((each) => viewOf(each, showsFolders));
}

/**
 * Notes that the file is gone, and forgets where it lay. Whether it is gone is the caller's to know. Noting it
 * again changes nothing.
 *
 * @throws AppError `export.not_found`
 */
export async function markDeleted(
  { store, user, nowMs, record }: Pick<Context, 'store' | 'user' | 'nowMs' | 'record'>,
  { id }: ParsedInput<'exports.markDeleted'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const { state, deleted_at } = await findExport(transaction, id, nowMs);
    if (state !== 'saved') throw new AppError('export.not_found');
    if (deleted_at !== null) return;
    await transaction
      .updateTable('exports')
      .set({ deleted_at: nowMs, deleted_by_name: user.name, file: null })
      .where('id', '=', id)
      .execute();
    await askForScrub(transaction);
    await record(transaction, { export: id });
  });
}

/** @throws AppError `export.not_found`, also for an entry that has expired */
export async function findExport(store: Store, id: string, nowMs: number): Promise<StoredExport> {
  const stored = await store
    .selectFrom('exports')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', nowMs)
    .executeTakeFirst();
  if (!stored) throw new AppError('export.not_found');
  return stored;
}

function viewOf(stored: StoredExport, showsFolder: boolean): ExportRecord {
  const { form, format, tables, filter, channels, level, print } = ExportSelection.parse(
    JSON.parse(stored.selection),
  );
  const { search, address, includeIds, experienceId, moduleId, from, to } = filter;
  return {
    id: stored.id,
    state: stored.state,
    form,
    file: format.file,
    tables,
    channels,
    level,
    isAccess: stored.is_access === 1,
    ...(print && { print: print.kind }),
    filter: {
      isSearched: search !== undefined || address !== undefined,
      selectedRows: includeIds?.length ?? null,
      isNarrowed: [experienceId, moduleId, from, to].some((part) => part !== undefined),
    },
    purpose: stored.purpose,
    rows: stored.rows,
    requestedById: stored.requested_by,
    requestedBy: stored.requested_by_name,
    requestedAt: stored.requested_at,
    decidedBy: stored.decided_by_name,
    expiresAt: stored.expires_at,
    saved: savedView(stored, showsFolder),
  };
}

function savedView(stored: StoredExport, showsFolder: boolean): ExportRecord['saved'] {
  const { saved_at, file, bytes, sha256, delete_by, obligations } = stored;
  if (saved_at === null || delete_by === null) return null;
  return {
    at: saved_at,
    fileName: showsFolder && file !== null ? basename(file) : null,
    folder: showsFolder && file !== null ? dirname(file) : null,
    bytes: bytes ?? 0,
    sha256: sha256 ?? '',
    obligations: JSON.parse(obligations ?? '[]'),
    deleteBy: delete_by,
    deletedAt: stored.deleted_at,
    deletedBy: stored.deleted_by_name,
  };
}
