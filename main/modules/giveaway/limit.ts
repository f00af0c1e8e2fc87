import dayjs from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(isoWeek);

/** How often an address may take part. Weeks begin on Monday (ISO 8601). */
export const LIMITS = ['once', 'daily', 'weekly', 'unlimited'] as const;
export type Limit = (typeof LIMITS)[number];

/** The period in which one participation is allowed, as text; null when there is no limit. */
export function limitPeriod(limit: Limit, nowMs: number, timeZone: string): string | null {
  const now = dayjs(nowMs).tz(timeZone);
  switch (limit) {
    case 'once':
      return 'ever';
    case 'daily':
      return now.format('YYYY-MM-DD');
    case 'weekly':
      return `${now.isoWeekYear()}-W${now.isoWeek()}`;
    case 'unlimited':
      return null;
  }
}
