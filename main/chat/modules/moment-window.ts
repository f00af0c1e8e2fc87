import { instantOf, localTime } from '../engine/local-time';

/** The ends are as the setting `optionalMoment` has them; an empty one leaves that side open. */
export interface Window {
  readonly from: string;
  /** A day without a time belongs to the window as a whole. */
  readonly until: string;
  /** IANA name. */
  readonly timeZone: string;
}

export type Phase = 'before' | 'during' | 'after';

/** Whether it can open: its ends are both of a year, the later one last, or both of every year. */
export function isWindow({ from, until }: Omit<Window, 'timeZone'>): boolean {
  if (from === '' || until === '') return true;
  if (isYearly(from) || isYearly(until)) return isYearly(from) === isYearly(until);
  return startOf(from, 0) < endOf(until, 0);
}

/**
 * Where an instant lies: `from` belongs to the time in between, `until` does not any more. Instants
 * are compared, not what clocks show, so that nothing begins again in an hour that is shown twice.
 */
export function phaseAt(nowMs: number, { from, until, timeZone }: Window): Phase {
  const year = Number(localTime(nowMs, timeZone).slice(0, 4));
  const begins = from === '' ? null : instantOf(startOf(from, year), timeZone);
  const ends = until === '' ? null : instantOf(endOf(until, year), timeZone);
  const hasBegun = begins === null || nowMs >= begins;
  const hasEnded = ends !== null && nowMs >= ends;
  // Every year over its turn: from December on, and until January.
  const passesNewYear = isYearly(from) && begins !== null && ends !== null && begins >= ends;
  if (passesNewYear) return hasBegun || !hasEnded ? 'during' : 'before';
  if (hasEnded) return 'after';
  return hasBegun ? 'during' : 'before';
}

/** `12-04`: without a year it comes every year. */
const isYearly = (moment: string): boolean => /^\d{2}-/.test(moment);

function startOf(moment: string, year: number): string {
  const [day, time = '00:00'] = partsOf(moment, year);
  return `${day}T${time}`;
}

function endOf(moment: string, year: number): string {
  const [day, time] = partsOf(moment, year);
  return time === undefined ? `${dayAfter(day)}T00:00` : `${day}T${time}`;
}

function partsOf(moment: string, year: number): [day: string, time?: string] {
  const [date = '', time] = moment.split(/[T ]/);
  const day = isYearly(moment) ? dayOfYear(date, year) : date;
  return time === undefined ? [day] : [day, time];
}

/** 29 February is 1 March in a year that has none. */
function dayOfYear(monthAndDay: string, year: number): string {
  const [month = 1, day = 1] = monthAndDay.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
