import {
  type Expression,
  type ExpressionBuilder,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { DailyTotal, TableName } from '../../preload/contract';
import type { Store } from '../store/database';
import type { Schema } from '../store/schema';
import { anyTable } from '../store/tables/any-table';
import { localDay } from './calendar-day';
import { moduleTypes } from './places';
import { DAY_MS } from './policy';

/** Fewer people than this could be recognised in a count. */
export const SMALLEST_GROUP = 10;

const SHOWN_TOTALS = 2_000;

/** Which rows of a data table; for `.where()` of any query over it. */
export type RowCondition = (
  row: ExpressionBuilder<Schema, 'participations'>,
) => Expression<SqlBool>;

/**
 * Adds rows that are about to be deleted to the daily counts that outlive them. Pass the transaction
 * that deletes them and the same condition. Rows of the preview are no participants and do not count.
 * A day is the local one in which the row was written. Nothing is kept that could recognise people
 * later, so a person counts when the last of their rows of that day, module and table goes.
 */
export async function countTotals(
  transaction: Store,
  table: TableName,
  which: RowCondition,
): Promise<void> {
  await setAside(transaction, table, which);
  await countSetAside(transaction, table);
}

/** What the totals need to know of rows; in memory, as all temporary tables are. */
interface Leaving {
  id: number;
  created_at: number;
  experience_id: string;
  experience_name: string;
  module_id: string;
  /** Null for somebody who has counted, or who is going to. */
  person: string | null;
}

const withLeaving = (store: Store) => store.withTables<{ leaving: Leaving }>();

/**
 * The first half of {@link countTotals}, for rows that are deleted in several steps: call it before
 * each step, and {@link countSetAside} after the last one.
 */
export async function setAside(
  transaction: Store,
  table: TableName,
  which: RowCondition,
): Promise<void> {
  await sql`create temp table if not exists leaving
    (id integer primary key, created_at, experience_id, experience_name, module_id, person)`.execute(
    transaction,
  );
  await withLeaving(transaction)
    .insertInto('leaving')
    .columns(['id', 'created_at', 'experience_id', 'experience_name', 'module_id', 'person'])
    .expression(
      transaction
        .selectFrom(anyTable(table))
        .where(which)
        .where('channel', '<>', 'preview')
        .select((row) => [
          'id',
          'created_at',
          'experience_id',
          'experience_name',
          'module_id',
          row.fn.coalesce('email_key', 'session_id').as('person'),
        ]),
    )
    .execute();
}

export async function countSetAside(transaction: Store, table: TableName): Promise<void> {
  const store = withLeaving(transaction);
  const span = await store
    .selectFrom('leaving')
    .select(({ fn }) => [
      fn.min<number | null>('created_at').as('fromMs'),
      fn.max<number | null>('created_at').as('toMs'),
    ])
    .executeTakeFirstOrThrow();
  if (span.fromMs === null || span.toMs === null) return;
  // The rest of their days, too, with the clock changes in it.
  const [fromMs, toMs] = [span.fromMs - DAY_MS, span.toMs + DAY_MS];
  const day = (of: string) => localDay(of, fromMs, toMs);
  await leaveForLater(transaction, table, day);
  await store
    .insertInto('daily_totals')
    .columns([
      'day',
      'experience_id',
      'experience_name',
      'module_id',
      'table_name',
      'rows',
      'people',
    ])
    .expression(
      store
        .selectFrom('leaving')
        // Without a condition, SQLite takes what follows for one of a join.
        .where(sql<boolean>`true`)
        .groupBy([sql.ref('day'), 'experience_id', 'module_id'])
        .select((row) => [
          day('created_at').as('day'),
          'experience_id',
          row.fn.max('experience_name').as('experience_name'),
          'module_id',
          row.val(table).as('table_name'),
          row.fn.countAll<number>().as('rows'),
          row.fn.count<number>('person').distinct().as('people'),
        ]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'experience_id', 'module_id', 'table_name'])
        .doUpdateSet((total) => ({
          experience_name: total.ref('excluded.experience_name'),
          rows: total('daily_totals.rows', '+', total.ref('excluded.rows')),
          people: total('daily_totals.people', '+', total.ref('excluded.people')),
        })),
    )
    .execute();
  await store.deleteFrom('leaving').execute();
}

/**
 * Takes out of small groups whoever keeps a row in them. A group of {@link SMALLEST_GROUP} people is
 * large for good, so that nobody has to be looked for.
 */
async function leaveForLater(
  transaction: Store,
  table: TableName,
  day: (column: string) => RawBuilder<string>,
): Promise<void> {
  const group = (row: string) =>
    sql`${day(`${row}.created_at`)}, ${sql.ref(`${row}.experience_id`)}, ${sql.ref(`${row}.module_id`)}`;
  await sql`update leaving set person = null
    where (${group('leaving')}) in (
      select ${group('each')} from leaving as each group by 1, 2, 3
      having count(distinct each.person) < ${SMALLEST_GROUP}
    ) and exists (
      select 1 from ${sql.table(table)} as kept
      where (kept.email_key = leaving.person
          or (kept.email_key is null and kept.session_id = leaving.person))
        and kept.channel <> 'preview'
        and (${group('kept')}) = (${group('leaving')})
        and kept.id not in (select id from leaving)
    )`.execute(transaction);
}

/** The newest totals first; groups under ten people are suppressed. */
export async function readTotals(store: Store): Promise<DailyTotal[]> {
  const types = await moduleTypes(store);
  const totals = await store
    .selectFrom('daily_totals')
    .selectAll()
    .orderBy('day', 'desc')
    .orderBy('experience_name')
    .limit(SHOWN_TOTALS)
    .execute();
  return totals.map(({ day, experience_name, module_id, table_name, rows, people }) => ({
    day,
    experienceName: experience_name,
    moduleId: module_id,
    moduleType: types.get(module_id) ?? null,
    table: table_name,
    rows: people < SMALLEST_GROUP ? null : rows,
  }));
}
