/**
 * Whether the clock stands in a window. Its ends are as the setting `optionalMoment` has them: empty
 * is open, a day without a time belongs to the window as a whole, and a time at its end no longer
 * does. Without years a window comes back every year, also one from December to January.
 */
export function isWithin(clock: string, from: string, until: string): boolean {
  const begin = from && withTime(from, '00:00');
  const end = until && withTime(until, '24:00');
  const hasBegun = begin === '' || alike(clock, begin) >= begin;
  const hasEnded = end !== '' && alike(clock, end) >= end;
  const passesNewYear = isYearly(begin) && isYearly(end) && begin > end;
  return passesNewYear ? hasBegun || !hasEnded : hasBegun && !hasEnded;
}

/** Whether the window ends before it begins, and so never opens. */
export function isReversed(from: string, until: string): boolean {
  if (from === '' || until === '' || isYearly(from) || isYearly(until)) return false;
  return withTime(from, '00:00') >= withTime(until, '24:00');
}

function withTime(moment: string, time: string): string {
  const [day, given = time] = moment.split(/[T ]/);
  return `${day}T${given}`;
}

const isYearly = (moment: string): boolean => /^\d{2}-/.test(moment);

const alike = (clock: string, moment: string): string =>
  isYearly(moment) ? clock.slice('2026-'.length) : clock;
