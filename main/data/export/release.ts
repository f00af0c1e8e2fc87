import { randomUUID } from 'node:crypto';
import {
  AppError,
  ExportSelection,
  type ParsedInput,
  REQUEST_DAYS,
  refusePersonalData,
} from '../../../preload/contract';
import type { Context, LaneContext, SignedIn } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import type { Store } from '../../foundation/store/database';
import { DAY_MS } from '../../foundation/time';
import { recordAudit } from '../../vault/audit/audit-log';
import { askForScrub } from '../../vault/retention/scrub';
import { countExported } from './count-rows';
import { findRows, forgetFound, isSearched, keepFound, withoutSearch } from './found-rows';
import { findExport } from './register';
import { tickets } from './tickets';

type Request = ParsedInput<'exports.requestRelease'> & { readonly user: SignedIn };

/** Enters a request into the register: reading what it is about takes time. */
export const enterRequestTask = task('exports.enterRequest', 'screen', enterRequest);

/** Asks for a second user's release. @throws AppError `free_text.personal` */
export async function requestRelease(
  { run, user }: Pick<Context, 'run' | 'user'>,
  request: ParsedInput<'exports.requestRelease'>,
): Promise<void> {
  refusePersonalData(request.purpose);
  await run(enterRequestTask, { ...request, user });
}

/** A search is not kept, but which rows it finds now: no others are released by it. */
async function enterRequest(
  context: Pick<LaneContext, 'store' | 'nowMs' | 'signal'>,
  { selection, purpose, user }: Request,
): Promise<void> {
  const { store, nowMs } = context;
  const found = isSearched(selection) ? await findRows(store, selection, nowMs) : null;
  const rows =
    found && selection.form === 'tables' ? found.length : await countExported(context, selection);
  const id = randomUUID();
  await store.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('exports')
      .values({
        id,
        state: 'requested',
        selection: withoutSearch(selection),
        purpose,
        rows,
        requested_by: user.id,
        requested_by_name: user.name,
        requested_at: nowMs,
        expires_at: nowMs + REQUEST_DAYS * DAY_MS,
      })
      .execute();
    if (found) await keepFound(transaction, id, found);
    const { tables, level } = selection;
    const details = { export: id, table: tables.join(', '), level, rows };
    await recordAudit(transaction, user, nowMs, 'export.requested', details);
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
    const stored = await findExport(transaction, id, nowMs);
    if (stored.requested_by === user.id) throw new AppError('export.same_user');
    if (stored.state !== 'requested') throw new AppError('export.decided');
    await transaction
      .updateTable('exports')
      .set({
        state: isReleased ? 'released' : 'refused',
        decided_by_name: user.name,
        decided_at: nowMs,
      })
      .where('id', '=', id)
      .execute();
    if (!isReleased) await forgetFound(transaction, id);
    const action = isReleased ? 'export.released' : 'export.refused';
    await recordAudit(transaction, user, nowMs, action, { export: id, rows: stored.rows });
  });
}

/**
 * Takes back a request, and with it what was prepared by its release.
 *
 * @throws AppError `export.not_found`, also for what another user asked for; `export.decided`
 */
export async function withdrawRequest(
  { store, user, nowMs, record, the }: Pick<Context, 'store' | 'user' | 'nowMs' | 'record' | 'the'>,
  { id }: ParsedInput<'exports.withdraw'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const stored = await findExport(transaction, id, nowMs);
    if (stored.requested_by !== user.id) throw new AppError('export.not_found');
    if (stored.state === 'saved') throw new AppError('export.decided');
    await transaction.deleteFrom('exports').where('id', '=', id).execute();
    await askForScrub(transaction);
    await record(transaction, { export: id });
  });
  the(tickets).endAllOf(id);
}

/** @throws AppError `export.not_found` unless it is released for this user and not saved yet. */
export async function findReleased(
  store: Store,
  user: Pick<SignedIn, 'id'>,
  id: string,
  nowMs: number,
): Promise<{ selection: ExportSelection; purpose: string; rows: number }> {
  const stored = await findExport(store, id, nowMs);
  const { state, requested_by, selection, purpose, rows } = stored;
  if (state !== 'released' || requested_by !== user.id) throw new AppError('export.not_found');
  return { selection: ExportSelection.parse(JSON.parse(selection)), purpose, rows };
}
