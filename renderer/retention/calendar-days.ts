import type { CalendarDay, TableName } from '../../preload/contract';

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
  const next = addMonths(month, 1);
  const before = (weekdayOf(first) - firstWeekday + 7) % 7;
  const days: (string | null)[] = Array.from({ length: before }, () => null);
  for (let day = first; day.slice(0, 7) < next; day = addDays(day, 1)) days.push(day);
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** The date of a local day, not of UTC's. */
export function isoDay(date: Date): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}

export function addDays(day: string, count: number): string {
  const date = noon(day);
  date.setDate(date.getDate() + count);
  return isoDay(date);
}

/** Of a month (`2026-07`) the one so many months later. */
export function addMonths(month: string, count: number): string {
  const date = noon(`${month}-01`);
  date.setMonth(date.getMonth() + count);
  return isoDay(date).slice(0, 7);
}

/** The same day of another month, or its last one. */
export function inMonth(day: string, month: string): string {
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

/** From Monday, 1, to Sunday, 7. */
export const weekdayOf = (day: string): number => noon(day).getDay() || 7;

/** At noon, so that no change of the clock moves it to another day. */
export const noon = (day: string): Date => new Date(`${day}T12:00:00`);

/** How dark a day is in the calendar, from 1 to 4: the busiest of the month, which leaves the others apart. */
export function shadeOf(rows: number, most: number): number {
  if (rows === 0 || most === 0) return 0;
  return Math.max(1, Math.ceil(Math.sqrt(rows / most) * 4));
}
