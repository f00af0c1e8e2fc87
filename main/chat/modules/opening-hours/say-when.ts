import { DAY_MS } from '../../../foundation/time';

const WEEK: Intl.DateTimeFormatOptions = { weekday: 'long', hour: 'numeric', minute: '2-digit' };
const LATER: Intl.DateTimeFormatOptions = { ...WEEK, day: 'numeric', month: 'long' };

/** Within a week the day of the week says it all; later there is a date. */
export function sayWhen(
  whenMs: number,
  nowMs: number,
  { language, timeZone }: { language: string; timeZone: string },
): string {
  const isSoon = whenMs - nowMs < 6 * DAY_MS;
  return new Intl.DateTimeFormat(language, { ...(isSoon ? WEEK : LATER), timeZone }).format(whenMs);
}
