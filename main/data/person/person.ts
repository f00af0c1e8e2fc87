import type {
  ParsedInput,
  PersonSummary,
  PersonTable,
  RowView,
  TimelineEntry,
  TimelinePage,
  TimelinePlace,
} from '../../../preload/contract';
import { emailKey, partOfEmailKey } from '../../foundation/person/email-key';
import type { Store } from '../../foundation/store/database';
import type { DataSchema } from '../../foundation/store/schema';
import { allTables, columnNames } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { countHeld, isHeld, isStored } from '../../vault/retention/holds';
import type { RowCondition } from '../../vault/retention/totals';
import { personHold } from './person-hold';
import { rowsOfPerson } from './person-rows';
import { requestsOfPerson } from './requests/find-request';

/** Sorts behind every address that begins with what is before it. */
const LAST_CHARACTER = '\u{10ffff}';

/** Addresses that begin so, in their comparable form, in alphabetical order. */
export async function suggestPeople(
  store: Store,
  { prefix, limit, nowMs }: { prefix: string; limit: number; nowMs: number },
): Promise<string[]> {
  const key = partOfEmailKey(prefix);
  if (key === '') return [];
  const found = new Set<string>();
  for (const { name } of allTables) {
    const keys = await store
      .selectFrom(anyTable(name))
      .select('email_key')
      .distinct()
      .where('email_key', '>=', key)
      .where('email_key', '<', key + LAST_CHARACTER)
      .where('expires_at', '>', nowMs)
      .orderBy('email_key')
      .limit(limit)
      .execute();
    for (const { email_key } of keys) if (email_key !== null) found.add(email_key);
  }
  return [...found].sort().slice(0, limit);
}

/** What is stored about a person, per table, and of that what only a legal hold keeps. */
export async function summarisePerson(
  store: Store,
  email: string,
  nowMs: number,
): Promise<PersonSummary> {
  const key = emailKey(email);
  const hold = await personHold(store, key, nowMs);
  const tables: PersonTable[] = [];
  let firstAt: number | null = null;
  for (const { name: table } of allTables) {
    const { rows, held, heldPast, first, nextExpiry, lastExpiry } = await store
      .selectFrom(anyTable(table))
      .where(rowsOfPerson(key))
      .where((row) => isStored(row, table, nowMs))
      .select((row) => [
        row.fn.countAll<number>().as('rows'),
        countHeld(row, table, nowMs),
        row.fn.countAll<number>().filterWhere('expires_at', '<=', nowMs).as('heldPast'),
        row.fn.min<number | null>('created_at').as('first'),
        row.fn
          .min<number | null>('expires_at')
          .filterWhere('expires_at', '>', nowMs)
          .as('nextExpiry'),
        row.fn
          .max<number | null>('expires_at')
          .filterWhere('expires_at', '>', nowMs)
          .as('lastExpiry'),
      ])
      .executeTakeFirstOrThrow();
    if (first === null) continue;
    firstAt = Math.min(firstAt ?? first, first);
    const isKept = hold === 'in_force';
    tables.push({ table, rows, held: isKept ? rows : held, heldPast, nextExpiry, lastExpiry });
  }
  const requests = (await requestsOfPerson(store, key, nowMs)).length;
  return { email: key, tables, firstAt, hold, requests };
}

type TimelineRequest = Pick<ParsedInput<'privacy.timeline'>, 'after' | 'limit'> & {
  readonly email: string;
};

/** Newest first over all tables; of the same moment, in the order of the tabs. */
export async function readTimeline(
  store: Store,
  { email, after, limit }: TimelineRequest,
  nowMs: number,
): Promise<TimelinePage> {
  const key = emailKey(email);
  const isPersonHeld = (await personHold(store, key, nowMs)) === 'in_force';
  const found: (TimelineEntry & TimelinePlace)[] = [];
  for (const [index, { name: table }] of allTables.entries()) {
    const rows = await store
      .selectFrom(anyTable(table))
      .where(rowsOfPerson(key))
      .where('expires_at', '>', nowMs)
      .$if(after !== undefined, (query) => query.where(isBehind(after, index)))
      .select((row) => ['id', ...declared(table), isHeld(row, table, nowMs).as('is_held')])
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    for (const { is_held, ...row } of rows) {
      const isRowHeld = isPersonHeld || Boolean(is_held);
      const place = { at: row.created_at, table: index, id: row.id };
      found.push({ ...toEntry(row, isRowHeld), ...place, tableName: table });
    }
  }
  found.sort((a, b) => b.at - a.at || a.table - b.table || b.id - a.id);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    entries: shown.map(({ tableName, row, isHeld }) => ({ tableName, row, isHeld })),
    ...(last && { next: { at: last.at, table: last.table, id: last.id } }),
  };
}

function isBehind(place: TimelinePlace | undefined, table: number): RowCondition {
  return (row) => {
    if (!place) return row.val(true);
    const isOlder = row('created_at', '<', place.at);
    const isSameMoment = row('created_at', '=', place.at);
    if (table < place.table) return isOlder;
    if (table > place.table) return row.or([isOlder, isSameMoment]);
    return row.or([isOlder, row.and([isSameMoment, row('id', '<', place.id)])]);
  };
}

function toEntry(
  { id, ...cells }: { id: number } & RowView['cells'],
  isHeld: boolean,
): Pick<TimelineEntry, 'row' | 'isHeld'> {
  return { row: { id, cells, isMasked: false }, isHeld };
}

function declared(table: TimelineEntry['tableName']): (keyof DataSchema['participations'])[] {
  return columnNames(table) as (keyof DataSchema['participations'])[];
}
