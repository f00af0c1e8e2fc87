import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { DailyTotal, TableName } from '../../preload/contract';
import type { Store } from '../store/database';
import type { Schema } from '../store/schema';
import { anyTable } from '../store/tables/any-table';
import { localDay } from './calendar-day';
import { moduleTypes } from './places';

/** Fewer people than this could be recognised in a count. */
export const SMALLEST_GROUP = 10;

const SHOWN_TOTALS = 2_000;

const NO_PREVIEW = ['channel', '<>', 'preview'] as const;

/** Which rows of a data table; for `.where()` of any query over it. */
export type RowCondition = (
  row: ExpressionBuilder<Schema, 'participations'>,
) => Expression<SqlBool>;

/**
 * Adds rows that are about to be deleted to the daily counts that outlive them. Pass the transaction
 * that deletes them and the same condition. Rows of the preview are no participants and do not count.
 * A day is the local one in which the row was written. People are told apart within one call only:
 * nothing is kept that could recognise them in the next.
 */
export async function countTotals(
  transaction: Store,
  table: TableName,
  which: RowCondition,
): Promise<void> {
  const span = await spanOf(transaction, table, which);
  if (!span) return;
  await transaction
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
    .expression((query) =>
      query
        .selectFrom(anyTable(table))
        .where(which)
        .where(...NO_PREVIEW)
        .groupBy(['day', 'experience_id', 'module_id'])
        .select((row) => [
          localDay('created_at', span.fromMs, span.toMs).as('day'),
          'experience_id',
          row.fn.max('experience_name').as('experience_name'),
          'module_id',
          row.val(table).as('table_name'),
          row.fn.countAll<number>().as('rows'),
          row.fn.count<number>(row.fn.coalesce('email_key', 'session_id')).distinct().as('people'),
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
}

/** From the first to the last moment at which one of the rows was written. */
async function spanOf(
  store: Store,
  table: TableName,
  which: RowCondition,
): Promise<{ fromMs: number; toMs: number } | null> {
  const { fromMs, toMs } = await store
    .selectFrom(anyTable(table))
    .where(which)
    .where(...NO_PREVIEW)
    .select((row) => [
      row.fn.min<number | null>('created_at').as('fromMs'),
      row.fn.max<number | null>('created_at').as('toMs'),
    ])
    .executeTakeFirstOrThrow();
  return fromMs === null || toMs === null ? null : { fromMs, toMs };
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
