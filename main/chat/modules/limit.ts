import dayjs from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { emailKey } from '../../foundation/person/email-key';
import type { Variables } from '../engine/step';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(isoWeek);

/** How often somebody may take part. Weeks begin on Monday (ISO 8601). */
export const LIMITS = ['once', 'daily', 'weekly', 'unlimited'] as const;
export type Limit = (typeof LIMITS)[number];

/** What authors should know about a limit per address. */
export const LIMIT_HINTS = {
  en: { limit: 'By the address as it is typed: nobody verifies that it is theirs.' },
  de: { limit: 'Nach der Adresse, wie sie eingegeben wird: Niemand prüft, ob es die eigene ist.' },
};

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

/**
 * What a limit counts: the address of the person, in its comparable form, or where nobody has asked
 * for it the session.
 */
export function whoTakesPart({ email }: Variables, sessionId: string): string {
  return email === undefined ? `session ${sessionId}` : emailKey(email);
}
