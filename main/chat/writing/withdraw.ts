import type { TableName, TrailEntry } from '../../../preload/contract';
import type { RowReference } from '../../foundation/rows';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import { SYSTEM } from '../../vault/audit/audit-log';
import { removeRows } from '../../vault/retention/deletions';
import { isHeld } from '../../vault/retention/holds';
import { askForScrub } from '../../vault/retention/scrub';
import type { Change, Withdrawal } from '../engine/ports';
import { trailValues } from './trail-values';

interface Session {
  readonly sessionId: string;
  readonly nowMs: number;
  /** As of when holds are in force. */
  readonly trustedMs: number;
}

type Columns = Exclude<Change['before'], null>;

/**
 * Undoes what a session has changed: rows that it wrote go, with a receipt, and those that it changed
 * or took the place of are again as they were. Rows that are not the session's any more are left
 * alone, and so are those that a legal hold keeps.
 *
 * @param changes the oldest first
 */
export async function withdraw(
  transaction: Store,
  changes: readonly Change[],
  session: Session,
): Promise<Withdrawal> {
  const trail: TrailEntry[] = [];
  const held: RowReference[] = [];
  for (const [table, undoing] of undoingByTable(changes)) {
    const rows = await rowsOf(transaction, table, [...undoing.keys()], session);
    const toUndo = rows.map((row) => ({ ...row, before: undoing.get(row.id) ?? null }));
    const kept = toUndo.filter(({ isHeld }) => isHeld);
    const free = toUndo.filter(({ isHeld }) => !isHeld);
    trail.push(...toUndo.filter(saidSomethingElse).map((row) => entryOf(table, row)));
    held.push(...kept.map(({ id }) => ({ table, id })));
    await freeKeys(transaction, table, kept.filter(saidSomethingElse));
    await remove(transaction, table, free, session.nowMs);
    for (const row of free) await restore(transaction, table, row);
  }
  return { trail, held };
}

/** What is to become of each row: null where it was not there, else its columns as they were at first. */
function undoingByTable(changes: readonly Change[]): Map<TableName, Map<number, Columns | null>> {
  const tables = new Map<TableName, Map<number, Columns | null>>();
  for (const { table, id, before } of changes) {
    const rows = tables.get(table) ?? new Map<number, Columns | null>();
    tables.set(table, rows);
    const first = rows.get(id);
    if (first === undefined) rows.set(id, before);
    else if (first !== null) rows.set(id, { ...before, ...first });
  }
  return tables;
}

interface StoredRow extends Readonly<Record<string, unknown>> {
  readonly id: number;
  readonly module_id: string;
  readonly isHeld: boolean;
}

type RowToUndo = StoredRow & Pick<Change, 'before'>;

async function rowsOf(
  transaction: Store,
  table: TableName,
  ids: readonly number[],
  { sessionId, trustedMs }: Session,
): Promise<StoredRow[]> {
  const rows = await transaction
    .selectFrom(anyTable(table))
    .selectAll()
    .select((row) => isHeld(row, table, trustedMs).as('held'))
    .where('id', 'in', ids)
    .where('session_id', '=', sessionId)
    .orderBy('id')
    .execute();
  return rows.map(({ held, ...row }) => ({ ...row, isHeld: Boolean(held) }));
}

/** Rows that were only tied to a person say the same as before. */
function saidSomethingElse({ before }: RowToUndo): boolean {
  return before === null || Object.keys(before).some((name) => name !== 'email_key');
}

function entryOf(table: TableName, { isHeld, before, ...row }: RowToUndo): TrailEntry {
  const undone = before === null ? 'withdrawn' : 'restored';
  const values = trailValues(table, isHeld ? row : { ...row, ...before });
  const reason = isHeld ? 'held' : undone;
  return { stored: 'withdrawn', table, moduleId: row.module_id, reason, values };
}

async function remove(
  transaction: Store,
  table: TableName,
  rows: readonly RowToUndo[],
  nowMs: number,
): Promise<void> {
  const ids = rows.filter(({ before }) => before === null).map(({ id }) => id);
  if (ids.length === 0) return;
  const receipt = { actor: SYSTEM, nowMs, rule: 'withdrawn' } as const;
  await removeRows(transaction, table, (row) => row('id', 'in', ids), receipt);
}

async function restore(
  transaction: Store,
  table: TableName,
  { id, before }: RowToUndo,
): Promise<void> {
  if (before === null) return;
  await transaction.updateTable(anyTable(table)).set(before).where('id', '=', id).execute();
  await askForScrub(transaction);
}

/**
 * What a hold keeps of the chat must not be replaced by the next answer. The row of a customer is the
 * only one under their address, and stays it.
 */
async function freeKeys(
  transaction: Store,
  table: TableName,
  held: readonly RowToUndo[],
): Promise<void> {
  const ids = held.map(({ id }) => id);
  if (table === 'customers' || ids.length === 0) return;
  await transaction
    .updateTable(anyTable(table))
    .set({ unique_key: null })
    .where('id', 'in', ids)
    .execute();
}
