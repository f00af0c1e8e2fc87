import { TABLE_NAMES, type TableStorage } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { anyTable } from '../../foundation/store/tables/any-table';
import { DAY_MS } from '../../foundation/time';

/** The live rows of every table, and how many of them expire in the next 7 and 30 days. */
export async function tableStorage({
  store,
  nowMs,
}: Pick<LaneContext, 'store' | 'nowMs'>): Promise<TableStorage[]> {
  const tables: TableStorage[] = [];
  for (const table of TABLE_NAMES) {
    const counts = await store
      .selectFrom(anyTable(table))
      .where('expires_at', '>', nowMs)
      .select(({ fn }) => {
        const within = (days: number) =>
          fn.countAll<number>().filterWhere('expires_at', '<=', nowMs + days * DAY_MS);
        return [
          fn.countAll<number>().as('rows'),
          within(7).as('in7Days'),
          within(30).as('in30Days'),
        ];
      })
      .executeTakeFirstOrThrow();
    tables.push({ table, ...counts });
  }
  return tables;
}
