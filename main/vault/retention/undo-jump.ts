import { sql } from 'kysely';
import type { Store } from '../../foundation/store/database';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { allTables } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';

/**
 * Once a clock that was far ahead is right again: rows written meanwhile are moved back by as much as
 * it was wrong, entries of the register of exports as well. They would outlive all others otherwise.
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
    }
    await writeSetting(transaction, 'clock_jumped_to', null);
  });
}

/** Each time that was noted meanwhile, and what was reckoned from it. */
async function moveExportsBack(
  transaction: Store,
  jumpedToMs: number,
  wrongMs: number,
): Promise<void> {
  const back = (column: string) => sql<number>`${sql.ref(column)} - ${wrongMs}`;
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
