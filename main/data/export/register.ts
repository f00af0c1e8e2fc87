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
import type { Context, SignedIn } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import type { Schema } from '../../foundation/store/schema';
import { recordAudit } from '../../vault/audit/audit-log';
import { askForScrub } from '../../vault/retention/scrub';

export type StoredExport = Selectable<Schema['exports']>;

/** What the register says of an export beside what was written. */
export interface RegisterEntry {
  readonly id: string;
  readonly user: Pick<SignedIn, 'id' | 'name'>;
  readonly purpose: string;
  /** The obligations as the user read and accepted them. */
  readonly obligations: readonly string[];
  readonly deleteBy: number;
}

/** As the signed-in user may see it: where files lie is for those who may export. */
export function shownRegister({
  store,
  user,
}: Pick<Context, 'store' | 'user'>): Promise<ExportRecord[]> {
  return listExports(store, permits(channels['exports.save'].access, user.role));
}

/** Newest first. Where files lie is left out for those who may not export. */
export async function listExports(store: Store, showsFolders: boolean): Promise<ExportRecord[]> {
  const stored = await store
    .selectFrom('exports')
    .selectAll()
    .orderBy('requested_at', 'desc')
    .orderBy('id')
    .execute();
  return stored.map((each) => viewOf(each, showsFolders));
}

/** Enters a saved export; what it was searched by is forgotten. To be called in a transaction. */
export async function registerSaved(
  transaction: Store,
  entry: RegisterEntry,
  saved: { selection: ExportSelection; file: string; rows: number; bytes: number; sha256: string },
  nowMs: number,
): Promise<void> {
  const { id, user, purpose, obligations, deleteBy } = entry;
  const { selection, file, rows, bytes, sha256 } = saved;
  const facts = {
    state: 'saved' as const,
    selection: withoutSearch(JSON.stringify(selection)),
    rows,
    saved_at: nowMs,
    obligations: JSON.stringify(obligations),
    file,
    bytes,
    sha256,
    delete_by: deleteBy,
  };
  await transaction
    .insertInto('exports')
    .values({
      ...facts,
      id,
      purpose,
      requested_by: user.id,
      requested_by_name: user.name,
      requested_at: nowMs,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute();
  const { search, address } = selection.filter;
  if (search !== undefined || address !== undefined) await askForScrub(transaction);
}

/** Of a saved export whose file is not there after all: the entry is what it was before, if any. */
export async function takeBackSaved(
  store: Store,
  { id, user }: RegisterEntry,
  before: StoredExport | undefined,
  nowMs: number,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('exports').where('id', '=', id).execute();
    if (before) await transaction.insertInto('exports').values(before).execute();
    await recordAudit(transaction, user, nowMs, 'export.file_deleted', { export: id });
  });
}

/** Notes that the file is gone. Noting it again changes nothing. @throws AppError `export.not_found` */
export async function markDeleted(
  { store, user, nowMs, record }: Pick<Context, 'store' | 'user' | 'nowMs' | 'record'>,
  { id }: ParsedInput<'exports.markDeleted'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const { state, deleted_at } = await findExport(transaction, id);
    if (state !== 'saved') throw new AppError('export.not_found');
    if (deleted_at !== null) return;
    await transaction
      .updateTable('exports')
      .set({ deleted_at: nowMs, deleted_by_name: user.name })
      .where('id', '=', id)
      .execute();
    await record(transaction, { export: id });
  });
}

/** @throws AppError `export.not_found` */
export async function findExport(store: Store, id: string): Promise<StoredExport> {
  const stored = await findEntry(store, id);
  if (!stored) throw new AppError('export.not_found');
  return stored;
}

export function findEntry(store: Store, id: string): Promise<StoredExport | undefined> {
  return store.selectFrom('exports').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A search text is part of somebody's address or name. That there was one remains. */
const SEARCHED = '***';

export function withoutSearch(selection: string): string {
  const parsed = ExportSelection.parse(JSON.parse(selection));
  const { search, address, ...rest } = parsed.filter;
  if (search === undefined && address === undefined) return selection;
  return JSON.stringify({ ...parsed, filter: { ...rest, search: SEARCHED } });
}

function viewOf(stored: StoredExport, showsFolder: boolean): ExportRecord {
  const { tables, filter, channels, level } = ExportSelection.parse(JSON.parse(stored.selection));
  const { search, address, includeIds, experienceId, moduleId, from, to } = filter;
  return {
    id: stored.id,
    state: stored.state,
    tables,
    channels,
    level,
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
    saved: savedView(stored, showsFolder),
  };
}

function savedView(stored: StoredExport, showsFolder: boolean): ExportRecord['saved'] {
  const { saved_at, file, bytes, sha256, delete_by, obligations } = stored;
  if (saved_at === null || file === null || delete_by === null) return null;
  return {
    at: saved_at,
    fileName: showsFolder ? basename(file) : null,
    folder: showsFolder ? dirname(file) : null,
    bytes: bytes ?? 0,
    sha256: sha256 ?? '',
    obligations: JSON.parse(obligations ?? '[]'),
    deleteBy: delete_by,
    deletedAt: stored.deleted_at,
    deletedBy: stored.deleted_by_name,
  };
}
