import type { ExportSelection } from '../../../preload/contract';
import type { SignedIn } from '../../foundation/operation/context';
import type { RowReference } from '../../foundation/rows';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { DAY_MS } from '../../foundation/time';
import { recordAudit } from '../../vault/audit/audit-log';
import type { Permit } from './allowance';
import { forgetFound, keepFound, readFound, withoutSearch } from './found-rows';
import { findExport, type StoredExport } from './register';

/** What the register says of an export beside what was written. */
export interface RegisterEntry {
  readonly id: string;
  readonly user: Pick<SignedIn, 'id' | 'name'>;
  readonly purpose: string;
  /** The obligations as the user read and accepted them. */
  readonly obligations: readonly string[];
  readonly deleteBy: number;
}

/** What was saved, and where. */
interface SavedExport {
  readonly selection: ExportSelection;
  readonly permit: Permit;
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Enters a saved export, which uses up its release. To be called in the transaction that has looked
 * whether it is allowed.
 */
export async function registerSaved(
  transaction: Store,
  entry: RegisterEntry,
  { selection, permit, ...written }: SavedExport,
  nowMs: number,
): Promise<void> {
  const { id, user, purpose, obligations, deleteBy } = entry;
  const facts = {
    ...written,
    state: 'saved' as const,
    saved_at: nowMs,
    obligations: JSON.stringify(obligations),
    delete_by: deleteBy,
    expires_at: nowMs + (await readSetting(transaction, 'export_register_days')) * DAY_MS,
  };
  if (permit === 'released') {
    await transaction.updateTable('exports').set(facts).where('id', '=', id).execute();
    await forgetFound(transaction, id);
    return;
  }
  const requested = {
    requested_by: user.id,
    requested_by_name: user.name,
    requested_at: nowMs,
  };
  const is_access = permit === 'access' ? 1 : 0;
  await transaction
    .insertInto('exports')
    .values({
      ...{ id, purpose, selection: withoutSearch(selection), is_access },
      ...requested,
      ...facts,
    })
    .execute();
}

/** A release as it was before it was used up. */
export interface Release {
  readonly stored: StoredExport;
  readonly found: readonly RowReference[];
}

export async function readRelease(store: Store, id: string, nowMs: number): Promise<Release> {
  return { stored: await findExport(store, id, nowMs), found: await readFound(store, id) };
}

/**
 * Of a saved export whose file is not there after all: a release is what it was before. To be called in a
 * transaction.
 */
export async function takeBackSaved(
  transaction: Store,
  { id, user }: RegisterEntry,
  release: Release | null,
  nowMs: number,
): Promise<void> {
  await transaction.deleteFrom('exports').where('id', '=', id).execute();
  if (release) {
    await transaction.insertInto('exports').values(release.stored).execute();
    await keepFound(transaction, id, release.found);
  }
  await recordAudit(transaction, user, nowMs, 'export.file_deleted', { export: id });
}
