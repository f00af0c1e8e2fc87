import { setImmediate as nextMessages } from 'node:timers/promises';
import { sql } from 'kysely';
import { AppError, type DataFilter, type TableName } from '../../../preload/contract';
import { matches } from '../../foundation/store/data-filter';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { Actor } from '../audit/audit-log';
import { countHeld, isHeld } from './holds';
import { leaveReceipt, type Receipt } from './receipts';
import { askForScrub } from './scrub';
import { SWEEP_CACHE_KIB } from './sweep';
import { countTotals, type RowCondition } from './totals';
import { noteVacated } from './vacated-places';

/** About a second each: of whole tables, and of the few rows of a filter, which read them all. */
const SPAN_IDS = 100_000;

export interface Deletion {
  readonly deleted: number;
  /** Rows that a legal hold kept. */
  readonly held: number;
}

/** @throws AppError `data.row_not_found`, `data.row_held` while a legal hold keeps the row. */
export async function deleteRow(
  store: Store,
  actor: Actor,
  table: TableName,
  id: number,
  nowMs: number,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom(anyTable(table))
      .where('id', '=', id)
      .select((row) => isHeld(row, table, nowMs).as('held'))
      .executeTakeFirst();
    if (!found) throw new AppError('data.row_not_found');
    if (found.held) throw new AppError('data.row_held');
    const receipt = { actor, nowMs, rule: 'one_row' } as const;
    await removeRows(transaction, table, (row) => row('id', '=', id), receipt);
  });
}

export interface DeletionRequest {
  readonly table: TableName;
  /** Which live rows are meant; all of the table where it is empty. */
  readonly filter?: DataFilter;
  /** How many rows the user agreed to. */
  readonly confirmedRows: number;
}

export interface DeletionWatch {
  /** Stops the deletion half-way: nothing is deleted then. */
  readonly signal: AbortSignal;
  readonly report: (progress: { deleted: number; total: number }) => void;
}

const UNWATCHED: DeletionWatch = {
  signal: new AbortController().signal,
  report: () => undefined,
};

/**
 * Deletes every row that the filter means and no legal hold keeps; without a filter, those included
 * that have expired but are not swept yet. The counts are of live rows: what the user saw.
 *
 * @throws AppError `data.count_changed` when there are more live rows than the user agreed to.
 */
export async function deleteAll(
  store: Store,
  actor: Actor,
  { table, filter = {}, confirmedRows }: DeletionRequest,
  nowMs: number,
  watch: DeletionWatch = UNWATCHED,
): Promise<Deletion> {
  await sql`pragma cache_size = ${sql.lit(-SWEEP_CACHE_KIB)}`.execute(store);
  return store.transaction().execute(async (transaction) => {
    const { rows, held } = await transaction
      .selectFrom(anyTable(table))
      .where('expires_at', '>', nowMs)
      .where(matches(table, filter))
      .select((row) => [row.fn.countAll<number>().as('rows'), countHeld(row, table, nowMs)])
      .executeTakeFirstOrThrow();
    if (rows > confirmedRows) throw new AppError('data.count_changed', { rows });
    const isWhole = Object.keys(filter).length === 0;
    const which: RowCondition = (row) =>
      row.and([
        row.not(isHeld(row, table, nowMs)),
        ...(isWhole ? [] : [matches(table, filter)(row), row('expires_at', '>', nowMs)]),
      ]);
    const gone = await removeInSpans(transaction, table, which, { ...watch, total: rows - held });
    const rule = isWhole ? 'all_rows' : filter.includeIds ? 'selected_rows' : 'filtered_rows';
    await leaveReceipt(transaction, { actor, nowMs, rule }, { table, rows: gone });
    return { deleted: rows - held, held };
  });
}

/**
 * Deletes rows with their receipt, notes and counts them in what outlives them, and sees to it that no
 * trace stays. Rows that are withdrawn are not counted.
 */
export async function removeRows(
  transaction: Store,
  table: TableName,
  which: RowCondition,
  receipt: Receipt,
): Promise<number> {
  await noteVacated(transaction, table, which, receipt.rule);
  // An answer that was withdrawn is not one that was given: nobody is gone with it.
  if (receipt.rule !== 'withdrawn') await countTotals(transaction, table, which);
  const rows = await remove(transaction, table, which);
  await leaveReceipt(transaction, receipt, { table, rows });
  await askForScrub(transaction);
  return rows;
}

/** Span by span of the ids, all in one transaction: who waits sees how far it is, and can stop it. */
async function removeInSpans(
  transaction: Store,
  table: TableName,
  which: RowCondition,
  { signal, report, total }: DeletionWatch & { total: number },
): Promise<number> {
  await countTotals(transaction, table, which);
  const [first, last] = await outermostIds(transaction, table);
  let deleted = 0;
  for (let from = first; from <= last; from += SPAN_IDS) {
    await nextMessages();
    signal.throwIfAborted();
    deleted += await remove(transaction, table, (row) =>
      row.and([row('id', '>=', from), row('id', '<', from + SPAN_IDS), which(row)]),
    );
    report({ deleted: Math.min(deleted, total), total });
  }
  await askForScrub(transaction);
  return deleted;
}

async function outermostIds(store: Store, table: TableName): Promise<[number, number]> {
  const idsFrom = (order: 'asc' | 'desc') =>
    store.selectFrom(anyTable(table)).select('id').orderBy('id', order).limit(1);
  const first = await idsFrom('asc').executeTakeFirst();
  const last = await idsFrom('desc').executeTakeFirst();
  return [first?.id ?? 0, last?.id ?? -1];
}

async function remove(transaction: Store, table: TableName, which: RowCondition): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom(anyTable(table))
    .where(which)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
