import { randomUUID } from 'node:crypto';
import { AppError, ExportSelection, type ParsedInput } from '../../../preload/contract';
import type { Context, SignedIn } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { recordAudit } from '../../vault/audit/audit-log';
import { askForScrub } from '../../vault/retention/scrub';
import { rowsOf } from './count-export';
import { findExport, withoutSearch } from './register';

/** Asks for a second user's release. The search text is kept until then: it is what is exported. */
export async function requestRelease(
  { store, run, user, nowMs, record }: Pick<Context, 'store' | 'run' | 'user' | 'nowMs' | 'record'>,
  { selection, purpose }: ParsedInput<'exports.requestRelease'>,
): Promise<void> {
  const rows = await rowsOf(run, selection);
  await store.transaction().execute(async (transaction) => {
    const id = randomUUID();
    await transaction
      .insertInto('exports')
      .values({
        id,
        state: 'requested',
        selection: JSON.stringify(selection),
        purpose,
        rows,
        requested_by: user.id,
        requested_by_name: user.name,
        requested_at: nowMs,
      })
      .execute();
    const { tables, level } = selection;
    await record(transaction, { export: id, table: tables.join(', '), level, rows });
  });
}

/**
 * Releases or refuses what another user asks for.
 *
 * @throws AppError `export.not_found`, `export.decided`, `export.same_user` for who asked for it.
 */
export async function decideRelease(
  { store, user, nowMs }: Pick<Context, 'store' | 'user' | 'nowMs'>,
  { id, isReleased }: ParsedInput<'exports.decide'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const stored = await findExport(transaction, id);
    if (stored.requested_by === user.id) throw new AppError('export.same_user');
    if (stored.state !== 'requested') throw new AppError('export.decided');
    await transaction
      .updateTable('exports')
      .set({
        state: isReleased ? 'released' : 'refused',
        decided_by_name: user.name,
        decided_at: nowMs,
        ...(!isReleased && { selection: withoutSearch(stored.selection) }),
      })
      .where('id', '=', id)
      .execute();
    if (!isReleased) await askForScrub(transaction);
    const action = isReleased ? 'export.released' : 'export.refused';
    await recordAudit(transaction, user, nowMs, action, { export: id, rows: stored.rows });
  });
}

/** @throws AppError `export.not_found`, also for what another user asked for; `export.decided` */
export async function withdrawRequest(
  { store, user, record }: Pick<Context, 'store' | 'user' | 'record'>,
  { id }: ParsedInput<'exports.withdraw'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const stored = await findExport(transaction, id);
    if (stored.requested_by !== user.id) throw new AppError('export.not_found');
    if (stored.state === 'saved') throw new AppError('export.decided');
    await transaction.deleteFrom('exports').where('id', '=', id).execute();
    await askForScrub(transaction);
    await record(transaction, { export: id });
  });
}

/** @throws AppError `export.not_found` unless it is released for this user and not saved yet. */
export async function findReleased(
  store: Store,
  user: Pick<SignedIn, 'id'>,
  id: string,
): Promise<{ selection: ExportSelection; purpose: string; rows: number }> {
  const { state, requested_by, selection, purpose, rows } = await findExport(store, id);
  if (state !== 'released' || requested_by !== user.id) throw new AppError('export.not_found');
  return { selection: ExportSelection.parse(JSON.parse(selection)), purpose, rows };
}
