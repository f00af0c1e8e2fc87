import { sql } from 'kysely';
import { addDays, dayOf, firstDeadline, type IsoDay } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { allTables } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { DAY_MS } from '../../foundation/time';
import { askForScrub } from './scrub';

/**
 * Once a clock that was far ahead is right again: rows written meanwhile are moved back by as much as
 * it was wrong, entries of the register of exports, requests of people and what users' pages remember as
 * well. They would outlive all others otherwise.
 */
export async function undoJump(store: Store, nowMs: number): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const jumpedToMs = await readSetting(transaction, 'clock_jumped_to');
    if (jumpedToMs === null) return;
    const wrongMs = jumpedToMs - nowMs;
    if (wrongMs > 0) {
      for (const { name, columns } of allTables) {
        const begin = 'last_active_at' in columns ? 'last_active_at' : 'created_at';
        // Kysely's types need one table; see `anyTable`.
        const column = begin as 'created_at';
        await transaction
          .updateTable(anyTable(name))
          .set((row) => ({
            [column]: row(column, '-', wrongMs),
            expires_at: row('expires_at', '-', wrongMs),
          }))
          .where(column, '>=', jumpedToMs)
          .execute();
      }
      await moveExportsBack(transaction, jumpedToMs, wrongMs);
      await moveRequestsBack(transaction, { jumpedToMs, wrongMs, nowMs });
      await moveMemoryBack(transaction, { jumpedToMs, wrongMs, nowMs });
    }
    await writeSetting(transaction, 'clock_jumped_to', null);
  });
}

const by = (wrongMs: number) => (column: string) => sql<number>`${sql.ref(column)} - ${wrongMs}`;

/** Each time that was noted meanwhile, and what was reckoned from it. */
async function moveExportsBack(
  transaction: Store,
  jumpedToMs: number,
  wrongMs: number,
): Promise<void> {
  const back = by(wrongMs);
  await transaction
    .updateTable('exports')
    .set({
      saved_at: back('saved_at'),
      delete_by: back('delete_by'),
      expires_at: back('expires_at'),
    })
    .where('saved_at', '>=', jumpedToMs)
    .execute();
  await transaction
    .updateTable('exports')
    .set({ expires_at: back('expires_at') })
    .where('saved_at', 'is', null)
    .where('requested_at', '>=', jumpedToMs)
    .execute();
  for (const at of ['requested_at', 'decided_at', 'deleted_at'] as const) {
    await transaction
      .updateTable('exports')
      .set({ [at]: back(at) })
      .where(at, '>=', jumpedToMs)
      .execute();
  }
}

interface Jump {
  readonly jumpedToMs: number;
  readonly wrongMs: number;
  readonly nowMs: number;
}

async function moveRequestsBack(
  transaction: Store,
  { jumpedToMs, wrongMs, nowMs }: Jump,
): Promise<void> {
  const back = by(wrongMs);
  // They are kept from their closing, and until then from their entry.
  await transaction
    .updateTable('requests')
    .set({ expires_at: back('expires_at') })
    .where((request) => request.fn.coalesce('closed_at', 'created_at'), '>=', jumpedToMs)
    .execute();
  for (const at of ['created_at', 'closed_at'] as const) {
    await transaction
      .updateTable('requests')
      .set({ [at]: back(at) })
      .where(at, '>=', jumpedToMs)
      .execute();
  }
  await transaction
    .updateTable('request_steps')
    .set({ at: back('at') })
    .where('at', '>=', jumpedToMs)
    .execute();
  await moveReceiptsBack(transaction, { wrongMs, today: dayOf(nowMs) });
}

/** Days of receipt that are still to come: the form proposes the day that the clock says. */
async function moveReceiptsBack(
  transaction: Store,
  { wrongMs, today }: { wrongMs: number; today: IsoDay },
): Promise<void> {
  const days = -Math.round(wrongMs / DAY_MS);
  const ahead = await transaction
    .selectFrom('requests')
    .select(['id', 'received_on', 'due_on'])
    .where('received_on', '>', today)
    .execute();
  for (const { id, received_on: wrong, due_on } of ahead) {
    const moved = addDays(wrong, days);
    const received_on = moved < today ? moved : today;
    const isExtended = due_on !== firstDeadline(wrong);
    await transaction
      .updateTable('requests')
      .set({
        received_on,
        due_on: isExtended ? addDays(due_on, days) : firstDeadline(received_on),
      })
      .where('id', '=', id)
      .execute();
  }
}

/** Where users were is dropped: it says in itself when that was. */
async function moveMemoryBack(
  transaction: Store,
  { jumpedToMs, wrongMs, nowMs }: Jump,
): Promise<void> {
  const back = by(wrongMs);
  const { numDeletedRows } = await transaction
    .deleteFrom('user_memory')
    .where('key', '=', 'place')
    .where('expires_at', '>=', jumpedToMs)
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) await askForScrub(transaction);
  await transaction
    .updateTable('user_memory')
    .set({ saved_at: back('saved_at'), expires_at: back('expires_at') })
    .where('saved_at', '>=', jumpedToMs)
    .execute();
  // What is kept of places from now on is not from before that.
  if ((await readSetting(transaction, 'places_forgotten')) > nowMs)
    await writeSetting(transaction, 'places_forgotten', nowMs);
}
