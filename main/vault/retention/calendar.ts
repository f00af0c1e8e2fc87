import { type CalendarDay, TABLE_NAMES } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import { localDay } from './calendar-day';
import { heldRows } from './holds';

/**
 * How many rows of each table go on each of the coming days; days without any are left out, and so are
 * rows that a legal hold keeps.
 */
export async function expiryCalendar(
  store: Store,
  days: number,
  nowMs: number,
): Promise<CalendarDay[]> {
  const endMs = startOfDayAfter(nowMs, days);
  const day = localDay('expires_at', nowMs, endMs).as('day');
  const calendar: CalendarDay[] = [];
  for (const table of TABLE_NAMES) {
    const isHeld = await heldRows(store, table, nowMs);
    const rows = await store
      .selectFrom(anyTable(table))
      .where('expires_at', '>', nowMs)
      .where('expires_at', '<', endMs)
      .where((row) => row.not(isHeld(row)))
      .select((row) => [day, row.fn.countAll<number>().as('rows')])
      .groupBy('day')
      .orderBy('day')
      .execute();
    calendar.push(...rows.map((row) => ({ ...row, table })));
  }
  return calendar;
}

/** Local midnight `days` after the day of `nowMs`, however many hours that is. */
function startOfDayAfter(nowMs: number, days: number): number {
  const now = new Date(nowMs);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime();
}
