import {
  addDays,
  addMonths,
  type CalendarDay,
  type TableName,
  weekdayOf,
} from '../../preload/contract';

/** The entries that go on one day, by table; the ISO date is the local one. */
export type ForecastDay = { day: string } & Partial<Record<TableName, number>>;

/** The days on which something goes, in order; of one table or of all. */
export function forecast(
  calendar: readonly CalendarDay[],
  table: TableName | null,
): Map<string, ForecastDay> {
  const days = new Map<string, ForecastDay>();
  const ordered = calendar.toSorted((a, b) => a.day.localeCompare(b.day));
  for (const { day, table: of, rows } of ordered) {
    if (table === null || of === table) days.set(day, { ...days.get(day), day, [of]: rows });
  }
  return days;
}

export function rowsOn(day: ForecastDay | undefined): number {
  const { day: _, ...tables } = day ?? { day: '' };
  return Object.values(tables).reduce((sum, rows) => sum + rows, 0);
}

/** How many entries go from today on within so many days, today included. */
export function rowsWithin(
  days: ReadonlyMap<string, ForecastDay>,
  today: string,
  count: number,
): number {
  const end = addDays(today, count);
  return [...days.values()]
    .filter(({ day }) => day >= today && day < end)
    .reduce((sum, day) => sum + rowsOn(day), 0);
}

/** The weeks of a month, each of seven days; null before the first and after the last. */
export function weeksOf(month: string, firstWeekday: number): (string | null)[][] {
  const first = `${month}-01`;
  const next = addToMonth(month, 1);
  const before = (weekdayOf(first) - firstWeekday + 7) % 7;
  const days: (string | null)[] = Array.from({ length: before }, () => null);
  for (let day = first; day.slice(0, 7) < next; day = addDays(day, 1)) days.push(day);
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** Of a month (`2026-07`) the one so many months later. */
export function addToMonth(month: string, count: number): string {
  return addMonths(`${month}-01`, count).slice(0, 7);
}

/** How dark a day is in the calendar, from 1 to 4: the busiest of the month, which leaves the others apart. */
export function shadeOf(rows: number, most: number): number {
  if (rows === 0 || most === 0) return 0;
  return Math.max(1, Math.ceil(Math.sqrt(rows / most) * 4));
}
