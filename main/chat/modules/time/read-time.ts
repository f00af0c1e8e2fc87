import { plainLine } from '../../../foundation/text/clean-text';
import type { Line, Reading } from '../ask/line';

export interface TimeLimits {
  /** Whether 9:30 can also be in the evening, as where people say AM and PM. */
  readonly clock: '24' | '12';
  /** `HH:MM`, or empty. Later than {@link latest} when what is allowed goes over midnight. */
  readonly earliest: string;
  readonly latest: string;
}

type Half = 'am' | 'pm' | 'night';

const MAX_LENGTH = 40;

/** What is typed before and after a time without saying anything about it. */
const BEFORE = /^(um|at|gegen|around|ca\.?)\s+/;
const AFTER = /\s*(uhr|o'clock|hrs?|hours|h)\.?$/;

/** Hours of the day: such a value cannot be misunderstood, as it could be if it were typed. */
const KEPT = /^([01]\d|2[0-3]):[0-5]\d$/;

const NAMED: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  noon: '12:00',
  midday: '12:00',
  mittag: '12:00',
  mittags: '12:00',
  midnight: '00:00',
  mitternacht: '00:00',
});

const HALVES: readonly [RegExp, Half][] = [
  [/\s*a\.?\s?m\.?$|\s+(morgens|vormittags|früh|in the morning)$/, 'am'],
  [/\s*p\.?\s?m\.?$|\s+(mittags|nachmittags|abends|in the (afternoon|evening))$/, 'pm'],
  [/\s+(nachts|in der nacht|at night)$/, 'night'],
];

/** `9`, `9:30`, `9.30`, `9h30`, `9 Uhr 30`, `9:30:00`. */
const PARTED = /^(\d{1,2})(?:(?:\s*[:.,h]\s*|\s+uhr\s+|\s+)(\d{2})(?::00)?)?$/;
/** `930`, `0930`. */
const TOGETHER = /^(\d{1,2})(\d{2})$/;

/** A time of day as people type it, as `HH:MM`. */
export const timeLine: Line<TimeLimits, 'invalid' | 'outside'> = {
  format: 'time',
  read: (typed, limits) => {
    const times = timesIn(typed, limits.clock);
    if (times.length === 0) return { refused: 'invalid' };
    const allowed = times.filter(({ time }) => isWithin(time, limits));
    return oneOf(allowed);
  },
  keeps: (value, limits) => KEPT.test(value) && isWithin(value, limits),
};

function oneOf(times: readonly Understood[]): Reading<'outside'> {
  const [first, second] = times;
  if (!first) return { refused: 'outside' };
  if (!second) return { value: first.time };
  return { meanings: times.map(({ time, said }) => ({ value: time, shown: said })) };
}

interface Understood {
  readonly time: string;
  /** The same in a way that cannot be misunderstood. */
  readonly said: string;
}

/** None when it is no time, two when it is one of the morning or of the evening. */
function timesIn(typed: string, clock: TimeLimits['clock']): Understood[] {
  const text = plainLine(typed).toLowerCase().replaceAll('\u2019', "'").replace(BEFORE, '');
  if (text.length > MAX_LENGTH) return [];
  const named = NAMED[text];
  if (named) return [{ time: named, said: named }];
  const [pattern, half] = HALVES.find(([pattern]) => pattern.test(text)) ?? [/$/];
  const plain = text.replace(pattern, '').replace(AFTER, '').trim();
  const [, hour = '', minute = '00'] = PARTED.exec(plain) ?? TOGETHER.exec(plain) ?? [];
  if (hour === '' || Number(minute) > 59) return [];
  const isClear = half !== undefined || clock === '24' || hour.startsWith('0');
  const halves: (Half | undefined)[] = isClear || Number(hour) > 12 ? [half] : ['am', 'pm'];
  return halves.flatMap((each) => {
    const hours = hoursOf(Number(hour), each);
    if (hours === null || (Number(hour) === 24 && minute !== '00')) return [];
    const time = `${String(hours).padStart(2, '0')}:${minute}`;
    return [{ time, said: `${Number(hour)}:${minute} ${each?.toUpperCase() ?? ''}`.trim() }];
  });
}

/** From 0 to 23; null for hours that there are not. Midnight at the end of a day is 24. */
function hoursOf(hour: number, half: Half | undefined): number | null {
  if (hour > 24) return null;
  if (half === undefined || (half === 'night' && hour > 12)) return hour % 24;
  const isAfternoon = half === 'pm' || (half === 'night' && hour >= 6 && hour < 12);
  if (hour > 12 || hour === 0) return isAfternoon === hour > 12 && hour < 24 ? hour : null;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function isWithin(time: string, { earliest, latest }: TimeLimits): boolean {
  const isLate = earliest === '' || time >= earliest;
  const isEarly = latest === '' || time <= latest;
  const goesOverMidnight = earliest !== '' && latest !== '' && earliest > latest;
  return goesOverMidnight ? isLate || isEarly : isLate && isEarly;
}
