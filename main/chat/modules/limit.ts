import dayjs from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { z } from 'zod';
import { mailboxKey } from '../../foundation/person/email-alias';
import { personKey } from '../../foundation/person/email-key';
import type { Variables } from '../engine/step';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(isoWeek);

/** How often somebody may take part. Weeks begin on Monday (ISO 8601). */
export const LIMITS = ['once', 'daily', 'weekly', 'unlimited'] as const;
export type Limit = (typeof LIMITS)[number];

/** Whether addresses that reach one mailbox count as one. */
export const oneMailbox = z.boolean().default(false);

/** Labels of {@link oneMailbox}. */
export const LIMIT_FIELDS = {
  en: { oneMailbox: 'Aliases of an address count as one' },
  de: { oneMailbox: 'Aliasse einer Adresse zählen als eine' },
};

/** What authors should know about {@link oneMailbox}. */
export const MAILBOX_HINTS = {
  en: {
    oneMailbox:
      'mia+2@example.com counts as mia@example.com; at Gmail, dots make no difference either. With few providers these are different people, and then only the first of them gets through. Applies from now on, and to this limit only: in Data and in People and requests they stay apart.',
  },
  de: {
    oneMailbox:
      'mia+2@example.com zählt als mia@example.com; bei Gmail spielen auch Punkte keine Rolle. Bei wenigen Anbietern sind das verschiedene Personen, dann kommt nur die erste durch. Gilt ab jetzt und nur für diese Beschränkung: Unter „Daten“ und „Personen und Anfragen“ bleiben sie getrennt.',
  },
};

/** What authors should know about a limit per address. */
export const LIMIT_HINTS = {
  en: {
    limit: 'By the address as it is typed: nobody verifies that it is theirs.',
    ...MAILBOX_HINTS.en,
  },
  de: {
    limit: 'Nach der Adresse, wie sie eingegeben wird: Niemand prüft, ob es die eigene ist.',
    ...MAILBOX_HINTS.de,
  },
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
 * What a limit counts: the address of the person, in its comparable form or by its mailbox, or where
 * nobody has asked for it the session.
 */
export function whoTakesPart({
  settings: { oneMailbox },
  variables: { email },
  sessionId,
}: {
  settings: { oneMailbox: boolean };
  variables: Variables;
  sessionId: string;
}): string {
  const key = personKey(email);
  if (key === null) return `session ${sessionId}`;
  return oneMailbox ? mailboxKey(key) : key;
}
