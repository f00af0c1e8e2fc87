import { recordAudit, SYSTEM } from '../audit/audit-log';
import type { Origin, RowReference } from '../chat/ports';
import type { Store } from '../store/database';
import { allTables } from '../store/tables';
import { anyTable } from '../store/tables/any-table';
import { isHeld } from './holds';
import { askForScrub } from './scrub';
import { countTotals, type RowCondition } from './totals';

interface Erasure {
  readonly erased: number;
  /** Rows that a legal hold kept. */
  readonly held: number;
}

/**
 * Deletes what a participant's own channel keeps about them: the rows with their address and the rows
 * of this session that have none.
 */
export async function erasePerson(
  transaction: Store,
  who: { origin: Origin; emailKey: string | null; nowMs: number },
  anonymous: readonly RowReference[],
): Promise<Erasure> {
  const { emailKey, nowMs } = who;
  const { channel } = who.origin;
  const sum = { erased: 0, held: 0 };
  for (const { name: table } of allTables) {
    const ids = anonymous.filter((row) => row.table === table).map(({ id }) => id);
    const theirs: RowCondition = (row) =>
      row.or([
        row.and([row('email_key', '=', emailKey), row('channel', '=', channel)]),
        row('id', 'in', ids),
      ]);
    const free: RowCondition = (row) => row.and([theirs(row), row.not(isHeld(row, table, nowMs))]);
    await countTotals(transaction, table, free);
    const { numDeletedRows } = await transaction
      .deleteFrom(anyTable(table))
      .where(free)
      .executeTakeFirstOrThrow();
    const { held } = await transaction
      .selectFrom(anyTable(table))
      .where(theirs)
      .select((row) => row.fn.countAll<number>().as('held'))
      .executeTakeFirstOrThrow();
    sum.erased += Number(numDeletedRows);
    sum.held += held;
  }
  await askForScrub(transaction);
  const details = { rows: sum.erased, held: sum.held, by: 'participant' };
  await recordAudit(transaction, SYSTEM, nowMs, 'person.erased', details);
  return sum;
}
