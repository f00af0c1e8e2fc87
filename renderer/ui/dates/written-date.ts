import { readInNumbers, writeInNumbers } from './day-order';

/**
 * Days and times as people write them. Stored they are `2026-12-04`, `2026-12-04 18:30`, and without
 * the year those of every year; times of day `18:30`. A `T` between day and time is read as well.
 */

/** Which moments an input takes. */
export interface Taken {
  readonly time: 'none' | 'optional' | 'required';
  /** Days of every year, which have no year. */
  readonly isYearly: boolean;
}

const STORED = /^(?:(\d{4})-)?(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?$/;

/** What is stored, for people to read and change; what is no moment stays as it is. */
export function writeMoment(stored: string, language: string): string {
  const [, year, month, day, hours, minutes] = STORED.exec(stored) ?? [];
  if (month === undefined || day === undefined) return stored;
  const date = writeDay(year, month, day, language);
  return hours === undefined ? date : `${date}, ${writeTime(`${hours}:${minutes}`, language)}`;
}

function writeDay(year: string | undefined, month: string, day: string, language: string): string {
  if (language === 'de') return `${day}.${month}.${year ?? ''}`;
  if (language !== 'en' && year !== undefined) {
    return writeInNumbers(`${year}-${month}-${day}`, language);
  }
  const name = monthsIn('en', 'short')[Number(month) - 1] ?? month;
  return year === undefined ? `${name} ${Number(day)}` : `${name} ${Number(day)}, ${year}`;
}

/** `18:30`, in English `6:30 PM`. */
export function writeTime(stored: string, language: string): string {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(stored) ?? [];
  if (hours === undefined || language === 'de') return stored;
  const hour = Number(hours);
  return `${hour % 12 || 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** As it is stored; null for what is no such moment. Whoever has finished writing may abbreviate. */
export function readMoment(
  written: string,
  language: string,
  { time, isYearly }: Taken,
  isFinished = true,
): string | null {
  const text = tidied(written);
  const how = { language, isYearly, isFinished };
  const wholeDay = readDay(text, how);
  if (wholeDay !== null) return time === 'required' ? null : wholeDay;
  for (const [date, clock] of splits(text.replace(/(\d)T(\d)/, '$1 $2'))) {
    const day = readDay(date, how);
    const at = readTime(clock, isFinished);
    if (day !== null && at !== null && time !== 'none') return `${day} ${at}`;
  }
  return null;
}

/** Every way to cut the text in two between words. */
function splits(text: string): [string, string][] {
  const words = text.split(' ');
  return words.slice(1).map((_, at) => [
    words
      .slice(0, at + 1)
      .join(' ')
      .replace(/,$/, ''),
    words
      .slice(at + 1)
      .join(' ')
      .replace(/^(at|um) /i, ''),
  ]);
}

/** As it is stored, from `18:30`, `6:30 pm`, `18 Uhr`; null for what is no time of day. */
export function readTime(written: string, isFinished = true): string | null {
  const [, first, second, half] =
    /^(\d{1,2})(?:[:.](\d{2}))?(?: ?(am|pm|a\.m\.|p\.m\.|uhr))?$/i.exec(tidied(written)) ?? [];
  if (first === undefined || (second === undefined && half === undefined)) return null;
  // More may follow: `6:30` becomes `6:30 pm`, and a time of day is complete only with two digits.
  if (!isFinished && first.length === 1 && half === undefined) return null;
  const isTwelveHours = half !== undefined && !/uhr/i.test(half);
  const written12 = Number(first);
  if (isTwelveHours && (written12 < 1 || written12 > 12)) return null;
  const hours = isTwelveHours ? (written12 % 12) + (/^p/i.test(half) ? 12 : 0) : written12;
  const minutes = Number(second ?? '0');
  return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : null;
}

interface How {
  readonly language: string;
  readonly isYearly: boolean;
  readonly isFinished: boolean;
}

function readDay(text: string, { language, isYearly, isFinished }: How): string | null {
  const parts = partsOf(text, language);
  if (!parts) return isYearly ? null : readInNumbers(text, language);
  const { year, month, day } = parts;
  // 2024 is a leap year: the 29th of February is a day of every year that has one.
  if (!exists(isYearly ? 2024 : Number(fullYear(year)), month, day)) return null;
  if (isYearly) return year === undefined ? `${two(month)}-${two(day)}` : null;
  if (year === undefined || (year.length < 4 && !isFinished)) return null;
  return `${fullYear(year)}-${two(month)}-${two(day)}`;
}

interface Parts {
  readonly year?: string | undefined;
  readonly month: number;
  readonly day: number;
}

/** Which number is what: the order of the language decides where only numbers are written. */
function partsOf(text: string, language: string): Parts | null {
  const stored = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(text);
  if (stored) return { year: stored[1], month: Number(stored[2]), day: Number(stored[3]) };
  const dots = /^(\d{1,2})\. ?(\d{1,2})(?:\. ?(\d{4}|\d{2})?)?$/.exec(text);
  if (dots) return { day: Number(dots[1]), month: Number(dots[2]), year: dots[3] };
  const slashes = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(text);
  if (slashes && language === 'en') {
    return { month: Number(slashes[1]), day: Number(slashes[2]), year: slashes[3] };
  }
  const named =
    /^(?<day>\d{1,2})(?:\.|st|nd|rd|th)? (?<month>\p{L}{3,})\.?,?(?: (?<year>\d{4}))?$/u.exec(
      text,
    ) ??
    /^(?<month>\p{L}{3,})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/u.exec(text);
  if (!named?.groups) return null;
  const { day, month = '', year } = named.groups;
  const number = monthCalled(month, language);
  return number === null ? null : { day: Number(day), month: number, year };
}

/** By its name or the beginning of it, in the language of the page or in English. */
function monthCalled(name: string, language: string): number | null {
  for (const each of new Set([language, 'en'])) {
    const at = monthsIn(each, 'long').findIndex((month) =>
      month.toLowerCase().startsWith(name.toLowerCase()),
    );
    if (at !== -1) return at + 1;
  }
  return null;
}

function monthsIn(language: string, style: 'short' | 'long'): string[] {
  const { format } = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2024, month, 1)));
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day && day > 0;
}

/** `26` is 2026. */
function fullYear(year = ''): string {
  return year.length === 2 ? `20${year}` : year;
}

function tidied(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/**
 * The day that a participant has typed, as it is stored; null for what is none. Years have four digits:
 * whether somebody means 1985 or 2085 is not for us to guess.
 */
export function readWholeDay(written: string, language: string): string | null {
  return readDay(tidied(written), { language, isYearly: false, isFinished: false });
}
