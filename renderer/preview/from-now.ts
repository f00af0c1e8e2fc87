import type { Language } from '../../preload/contract';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `in 60 days`, inflected as the language wants it in a sentence. */
export function fromNow(ms: number, language: Language): string {
  const format = new Intl.RelativeTimeFormat(language);
  if (ms >= 2 * DAY_MS) return format.format(Math.round(ms / DAY_MS), 'day');
  if (ms >= HOUR_MS) return format.format(Math.round(ms / HOUR_MS), 'hour');
  return format.format(Math.max(0, Math.round(ms / MINUTE_MS)), 'minute');
}
