import {
  type Expression,
  type ExpressionBuilder,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { DailyTotal, TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import type { Schema } from '../../foundation/store/schema';
import { anyTable } from '../../foundation/store/tables/any-table';
import { DAY_MS } from '../../foundation/time';
import { localDay } from './calendar-day';
import { storedModules } from './stored-modules';

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
  /** Whether the address of the person is known; else they are told apart by their session. */
  is_known: 0 | 1;
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
    (id integer primary key, created_at, experience_id, experience_name, module_id, is_known, person)`.execute(
    transaction,
  );
  await withLeaving(transaction)
    .insertInto('leaving')
    .columns([
      'id',
      'created_at',
      'experience_id',
      'experience_name',
      'module_id',
      'is_known',
      'person',
    ])
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
          sql<0 | 1>`email_key is not null`.as('is_known'),
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
  await leaveForLater(transaction, table, { day, fromMs, toMs });
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

interface Days {
  readonly day: (column: string) => RawBuilder<string>;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Takes out of small groups whoever keeps a row in them. A group of {@link SMALLEST_GROUP} people is
 * large for good, so that nobody has to be looked for.
 *
 * Rows are found by address, or all rows of these days are gone through once for the sessions: there
 * is no index by session, and looking for 30 one by one among 300,000 rows took 10 s.
 */
async function leaveForLater(transaction: Store, table: TableName, days: Days): Promise<void> {
  const group = (row: string) =>
    sql`${days.day(`${row}.created_at`)}, ${sql.ref(`${row}.experience_id`)}, ${sql.ref(`${row}.module_id`)}`;
  await sql`create temp table if not exists small_group
    (person, is_known, day, experience_id, module_id,
    primary key (person, is_known, day, experience_id, module_id)) without rowid`.execute(
    transaction,
  );
  await sql`insert into small_group (day, experience_id, module_id, is_known, person)
    select distinct ${group('leaving')}, is_known, person from leaving
    where (${group('leaving')}) in (
      select ${group('each')} from leaving as each group by 1, 2, 3
      having count(distinct each.person) < ${SMALLEST_GROUP}
    )`.execute(transaction);
  const place = sql`small.day, small.experience_id, small.module_id`;
  const isKept = sql`kept.channel <> 'preview' and (${group('kept')}) = (${place})
    and kept.id not in (select id from leaving)`;
  const stay = (found: RawBuilder<unknown>) =>
    sql`update leaving set person = null where (${group('leaving')}, is_known, person) in (
      select ${place}, small.is_known, small.person from ${found} and ${isKept})`.execute(
      transaction,
    );
  const { rows: kinds } = await sql<{
    is_known: 0 | 1;
  }>`select distinct is_known from small_group`.execute(transaction);
  for (const { is_known } of kinds) {
    const kept = sql.table(table);
    // The plus keeps SQLite from going through all rows without an address instead of these days'.
    await stay(
      is_known
        ? sql`small_group as small cross join ${kept} as kept
            where small.is_known and kept.email_key = small.person`
        : sql`${kept} as kept cross join small_group as small
            where kept.created_at between ${days.fromMs} and ${days.toMs}
              and +kept.email_key is null and kept.session_id = small.person
              and not small.is_known`,
    );
  }
  await sql`delete from small_group`.execute(transaction);
}

/** The newest totals first; groups under ten people are suppressed. */
export async function readTotals(store: Store): Promise<DailyTotal[]> {
  const modules = await storedModules(store);
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
    moduleType: modules.get(module_id)?.type ?? null,
    moduleName: modules.get(module_id)?.name ?? null,
    table: table_name,
    rows: people < SMALLEST_GROUP ? null : rows,
  }));
}
