import { z } from 'zod';
import { plainLine } from '../../../foundation/text/clean-text';

/** `YYYY-MM-DD`, which compares as a text in the order of time. */
const Iso = z.iso.date();

/** As Germans and their neighbours write it. Other orders of day and month cannot be told apart. */
const DAY_FIRST = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;

/** A day that exists, as `YYYY-MM-DD`; null for anything else. */
export function readDate(typed: string): string | null {
  const text = plainLine(typed);
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  const date = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return Iso.safeParse(date).success ? date : null;
}

/** The day at an instant, as calendars show it in the zone. */
export function dayAt(nowMs: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(nowMs);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/**
 * Completed years of age. Somebody born on 29 February gets older on 1 March of other years: the
 * year is complete when its last day, 28 February, is over (German Civil Code, 187 (2) and 188 (2)).
 */
export function ageOn(day: string, birthdate: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthdate.slice(0, 4));
  return day.slice(5) < birthdate.slice(5) ? years - 1 : years;
}
