import { instantOf, localTime } from '../../engine/local-time';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From one time of day (`HH:MM`) to another; not after `from`, `to` is on the next day. */
interface Span {
  readonly from: string;
  readonly to: string;
}

export interface Hours {
  readonly weekly: readonly (Span & { readonly days: readonly Weekday[] })[];
  /**
   * What holds instead on a day (`2026-12-24`, or `12-24` of every year): a span, or closed where one is
   * null. Several of one day hold together.
   */
  readonly exceptions: readonly { readonly day: string; readonly span: Span | null }[];
  /** IANA name. */
  readonly timeZone: string;
}

/** In ms; `endMs` does not belong to it any more. */
interface Opening {
  readonly startMs: number;
  readonly endMs: number;
}

/** Far enough for hours of one day of the year. */
const MAX_DAYS_AHEAD = 400;

/**
 * Whether it is open. Clocks are changed, so instants are compared, and not what clocks show. What begins
 * on a day belongs to that day, also when it lasts past midnight into a day that is closed.
 */
export function isOpenAt(nowMs: number, hours: Hours): boolean {
  const today = localTime(nowMs, hours.timeZone).slice(0, 10);
  return [dayAfter(today, -1), today]
    .flatMap((day) => openingsOf(day, hours))
    .some(({ startMs, endMs }) => startMs <= nowMs && nowMs < endMs);
}

/** When it opens next after an instant at which it is closed; null when it does not in a year. */
export function nextOpening(nowMs: number, hours: Hours): number | null {
  const today = localTime(nowMs, hours.timeZone).slice(0, 10);
  for (let ahead = 0; ahead <= MAX_DAYS_AHEAD; ahead++) {
    const starts = openingsOf(dayAfter(today, ahead), hours)
      .map(({ startMs }) => startMs)
      .filter((startMs) => startMs > nowMs);
    if (starts.length > 0) return Math.min(...starts);
  }
  return null;
}

/** Those that begin on a day, such as `2026-12-24`; none of no length, as where clocks leap over it. */
function openingsOf(day: string, hours: Hours): Opening[] {
  return spansOf(day, hours)
    .map(({ from, to }) => ({
      startMs: instantOf(`${day}T${from}`, hours.timeZone),
      endMs: instantOf(`${to > from ? day : dayAfter(day, 1)}T${to}`, hours.timeZone),
    }))
    .filter(({ startMs, endMs }) => startMs < endMs);
}

function spansOf(day: string, { weekly, exceptions }: Hours): readonly Span[] {
  const special = exceptions.filter((exception) => isOn(exception.day, day));
  if (special.length > 0) return special.flatMap(({ span }) => (span ? [span] : []));
  const weekday = WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7];
  return weekly.filter(({ days }) => days.some((each) => each === weekday));
}

/** 29 February of every year is there only in a leap year. */
const isOn = (exception: string, day: string): boolean =>
  exception === day || exception === day.slice(5);

function dayAfter(day: string, days: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
