import type { TFunction } from 'i18next';
import { currentLanguage } from '../app/i18n';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export function formatInstant(ms: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(ms);
}

export function formatDay(ms: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium' }).format(ms);
}

/** Of a day without a time, YYYY-MM-DD: the same day wherever it is read. */
export function formatCalendarDay(day: string): string {
  return formatDay(localDay(day).getTime());
}

/** With the day of the week. */
export function formatFullDay(day: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'full' }).format(localDay(day));
}

/** Without the year. */
export function formatShortDay(day: string): string {
  const style = { day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat(currentLanguage(), style).format(localDay(day));
}

/** At noon, so that no change of the clock moves it to another day. */
export const localDay = (day: string): Date => new Date(`${day}T12:00:00`);

export function formatCount(count: number): string {
  return new Intl.NumberFormat(currentLanguage()).format(count);
}

export function formatTime(ms: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { timeStyle: 'short' }).format(ms);
}

/** With the zone, where the exact moment matters. */
export function formatExactInstant(ms: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), {
    dateStyle: 'long',
    timeStyle: 'long',
  }).format(ms);
}

export function formatSpan(ms: number, t: TFunction<'app'>): string {
  if (ms < MINUTE_MS) return t('units.underAMinute');
  if (ms < HOUR_MS) return t('units.minutes', { count: Math.round(ms / MINUTE_MS) });
  if (ms < 2 * DAY_MS) return t('units.hours', { count: Math.round(ms / HOUR_MS) });
  return t('units.days', { count: Math.round(ms / DAY_MS) });
}

export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}
