import { z } from 'zod';

/** A day of the calendar, wherever it is: `2026-02-28`. */
export const IsoDay = z.iso.date();
export type IsoDay = z.infer<typeof IsoDay>;

/** The day that an instant is in a time zone, of the computer where none is named. */
export function dayOf(ms: number, timeZone?: string): IsoDay {
  // Of all locales, Sweden's writes a day as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', {
    ...(timeZone !== undefined && { timeZone }),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(ms);
}

/** So many days later, whatever happens to clocks between them. */
export function addDays(day: IsoDay, days: number): IsoDay {
  return isoDay(utcOf(day) + days * 86_400_000);
}

/** From Monday, 1, to Sunday, 7. */
export function weekdayOf(day: IsoDay): number {
  return new Date(utcOf(day)).getUTCDay() || 7;
}

/** The same day so many months later; the last day of a month that has no such day. */
export function addMonths(day: IsoDay, months: number): IsoDay {
  const [year, month, date] = partsOf(day);
  const last = new Date(utc(year, month + months, 0)).getUTCDate();
  return isoDay(utc(year, month - 1 + months, Math.min(date, last)));
}

/** How many days later the second day is; negative when it is the earlier one. */
export function daysBetween(first: IsoDay, second: IsoDay): number {
  return (utcOf(second) - utcOf(first)) / 86_400_000;
}

/** The first instant of the day in UTC. */
export function utcOf(day: IsoDay): number {
  const [year, month, date] = partsOf(day);
  return utc(year, month - 1, date);
}

/** `Date.UTC` takes the years up to 99 for those of the last century. */
const utc = (year: number, month: number, date: number): number =>
  new Date(0).setUTCFullYear(year, month, date);

/** The last day that can be written so: what is later is this one. */
const LAST_MS = Date.UTC(9999, 11, 31);

const isoDay = (ms: number): IsoDay => new Date(Math.min(ms, LAST_MS)).toISOString().slice(0, 10);

function partsOf(day: IsoDay): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}
