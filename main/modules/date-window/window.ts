import { instantOf, localTime } from '../../chat/local-time';

/** Dates are `2026-12-04`, or `12-04` for every year; an empty one leaves that side open. */
export interface Window {
  readonly fromDate: string;
  /** Empty is the beginning of the day. */
  readonly fromTime: string;
  readonly untilDate: string;
  /** Empty is the end of the day. */
  readonly untilTime: string;
  /** IANA name. */
  readonly timeZone: string;
}

export type Phase = 'before' | 'during' | 'after';

export function isYearly(date: string): boolean {
  return date.length === 5;
}

/** Where an instant lies: `from` belongs to the time in between, `until` does not any more. */
export function phaseAt(nowMs: number, window: Window): Phase {
  const { fromDate, untilDate, timeZone } = window;
  const year = Number(localTime(nowMs, timeZone).slice(0, 4));
  const begins = fromDate && startOf(window, year);
  const ends = untilDate && endOf(window, year);
  if (begins === '') return ends !== '' && nowMs >= ends ? 'after' : 'during';
  if (ends === '') return nowMs < begins ? 'before' : 'during';
  // Over the turn of the year: from December on, and until January.
  if (begins >= ends) return nowMs < begins && nowMs >= ends ? 'before' : 'during';
  if (nowMs < begins) return 'before';
  return nowMs < ends ? 'during' : 'after';
}

function startOf({ fromDate, fromTime, timeZone }: Window, year: number): number {
  return instantOf(`${dayIn(fromDate, year)}T${fromTime || '00:00'}`, timeZone);
}

function endOf({ untilDate, untilTime, timeZone }: Window, year: number): number {
  const day = dayIn(untilDate, year);
  return instantOf(untilTime ? `${day}T${untilTime}` : `${dayAfter(day)}T00:00`, timeZone);
}

/** 29 February is 1 March in a year that has none. */
function dayIn(date: string, year: number): string {
  return isYearly(date) ? isoDay(Date.parse(`${year}-01-01`), date) : date;
}

function isoDay(yearMs: number, monthAndDay: string): string {
  const [month = 1, day = 1] = monthAndDay.split('-').map(Number);
  const date = new Date(yearMs);
  date.setUTCMonth(month - 1, day);
  return date.toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
