import type { CalendarDay, TableName } from '../../preload/contract';

/** The rows that expire on one day, by table; the ISO date is the local one. */
export type ForecastDay = { day: string } & Partial<Record<TableName, number>>;

/** Every day of the horizon from today on, those included on which nothing expires. */
export function forecast(
  calendar: readonly CalendarDay[],
  today: Date,
  horizonDays: number,
): ForecastDay[] {
  const days = Array.from({ length: horizonDays }, (_, ahead) => ({
    day: isoDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() + ahead)),
  }));
  const byDay = new Map<string, ForecastDay>(days.map((day) => [day.day, day]));
  for (const { day, table, rows } of calendar) {
    const entry = byDay.get(day);
    if (entry) entry[table] = rows;
  }
  return [...byDay.values()];
}

/** The date of a local day, not of UTC's. */
export function isoDay(date: Date): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
