import type { ParsedInput, ParticipationDay } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { localDay } from '../../vault/retention/calendar-day';
import { SMALLEST_GROUP } from '../../vault/retention/totals';

/**
 * Participations of the last `days` local days, today included. Those whose rows are gone count with
 * their totals; a total of so few people that it may not be shown is left out here, too.
 */
export async function participationDays(
  { store, nowMs }: Pick<LaneContext, 'store' | 'nowMs'>,
  { days }: ParsedInput<'dashboard.participations'>,
): Promise<ParticipationDay[]> {
  const fromMs = startOfDay(nowMs, 1 - days);
  const byDay = new Map<string, ParticipationDay>();
  for (let ahead = 1 - days; ahead <= 0; ahead++) {
    const day = isoDay(startOfDay(nowMs, ahead));
    byDay.set(day, { day, kiosk: 0, preview: 0 });
  }
  for (const { day, channel, rows } of await storedRows(store, fromMs, nowMs)) {
    const entry = byDay.get(day);
    if (entry) entry[channel === 'preview' ? 'preview' : 'kiosk'] += rows;
  }
  for (const { day, rows } of await survivingTotals(store, isoDay(fromMs))) {
    const entry = byDay.get(day);
    if (entry) entry.kiosk += rows;
  }
  return [...byDay.values()];
}

function storedRows(store: Store, fromMs: number, nowMs: number) {
  return store
    .selectFrom('participations')
    .where('expires_at', '>', nowMs)
    .where('created_at', '>=', fromMs)
    .select((row) => [
      localDay('created_at', fromMs, nowMs).as('day'),
      'channel',
      row.fn.countAll<number>().as('rows'),
    ])
    .groupBy(['day', 'channel'])
    .execute();
}

function survivingTotals(store: Store, fromDay: string) {
  return store
    .selectFrom('daily_totals')
    .where('table_name', '=', 'participations')
    .where('day', '>=', fromDay)
    .where('people', '>=', SMALLEST_GROUP)
    .select((total) => ['day', total.fn.sum<number>('rows').as('rows')])
    .groupBy('day')
    .execute();
}

/** Local midnight, so many days from the day of `nowMs`. */
function startOfDay(nowMs: number, days: number): number {
  const now = new Date(nowMs);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime();
}

/** The date of a local day, not of UTC's. */
function isoDay(ms: number): string {
  const date = new Date(ms);
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
