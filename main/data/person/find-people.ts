import { sql } from 'kysely';
import type { PersonMatch, TableName } from '../../../preload/contract';
import { emailKey, partOfEmailKey } from '../../foundation/person/email-key';
import type { Store } from '../../foundation/store/database';
import { dialled } from '../../foundation/store/search/digits';
import { findCandidates } from '../../foundation/store/search/find-candidates';
import { foldSearch } from '../../foundation/store/search/fold';
import { allTables } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { RowCondition } from '../../vault/retention/totals';
import { FoundPeople, type FoundRow } from './found-people';
import { fieldOf, fieldsOf } from './person-fields';

/** Rows that are read at once: a common text is known for one after the first of them. */
const ROWS_AT_ONCE = 500;

export interface PeopleSearch {
  readonly text: string;
  /** Of more people than these, some are left out. */
  readonly limit: number;
  readonly nowMs: number;
}

/**
 * Whom the text is about: the people in whose live rows each of its words is part of the address or of
 * a name, whatever the letter case and accents, or whose phone number holds its digits, however both
 * are written. `isMore` when there are more than `limit`.
 */
export async function findPeople(
  store: Store,
  { text, limit, nowMs }: PeopleSearch,
): Promise<{ people: PersonMatch[]; isMore: boolean }> {
  const found = new FoundPeople(store, limit, nowMs);
  for (const { name: table } of allTables) {
    if (found.isFull) break;
    await found.addKeys(await keysHolding(store, table, { text, limit, nowMs }), table);
    for (const look of looksOf(table, text)) {
      for await (const rows of rowsOf(store, table, look, nowMs)) {
        await found.addRows(rows, table);
        if (found.isFull) break;
      }
    }
  }
  return found.list(emailKey(text));
}

/**
 * Keys of people that hold the text. Rows from before an address was known carry it as their key only,
 * so the index over texts does not lead to them; this reads the index of keys.
 */
async function keysHolding(
  store: Store,
  table: TableName,
  { text, limit, nowMs }: PeopleSearch,
): Promise<string[]> {
  const part = partOfEmailKey(text);
  if (part === '') return [];
  const rows = await store
    .selectFrom(anyTable(table))
    .select('email_key')
    .distinct()
    .where(sql<boolean>`instr(email_key, ${part}) > 0`)
    .where('expires_at', '>', nowMs)
    .orderBy('email_key')
    .limit(limit + 1)
    .execute();
  return rows.flatMap(({ email_key }) => email_key ?? []);
}

/** A way to look into a table. */
interface Look {
  /** What the index is asked for. */
  readonly probe: string;
  readonly holds: RowCondition;
}

function looksOf(table: TableName, text: string): Look[] {
  const looks: Look[] = [];
  const words = foldSearch(text).split(/\s+/).filter(Boolean);
  const names = fieldsOf(table, ['email', 'firstname', 'lastname']);
  if (names.length > 0 && words.length > 0) {
    const values = names.map((value) => sql`coalesce(${value}, '')`);
    const all = sql`fold(${sql.join(values, sql` || char(10) || `)})`;
    const probe = words.reduce((a, b) => (b.length > a.length ? b : a));
    const holds: RowCondition = (row) =>
      row.and(words.map((word) => sql<boolean>`instr(${all}, ${word}) > 0`));
    looks.push({ probe, holds });
  }
  const digits = dialled(text);
  const phone = fieldOf(table, 'phone');
  if (phone && digits !== null) {
    const holds: RowCondition = () => sql<boolean>`instr(digits(${phone}), ${digits}) > 0`;
    looks.push({ probe: digits, holds });
  }
  return looks;
}

/** The rows that a look finds, newest first, some at a time. */
async function* rowsOf(
  store: Store,
  table: TableName,
  { probe, holds }: Look,
  nowMs: number,
): AsyncGenerator<FoundRow[]> {
  const candidates = await findCandidates(store, table, probe, holds);
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = await store
      .selectFrom(anyTable(table))
      .select(['id', 'email_key', 'session_id', 'created_at'])
      .select(
        (['firstname', 'lastname', 'phone'] as const).map((field) =>
          (fieldOf(table, field) ?? sql<string | null>`null`).as(field),
        ),
      )
      .where('id', '<', before)
      .where('expires_at', '>', nowMs)
      .where(holds)
      .$if(candidates !== null, (query) =>
        query.where(
          sql<boolean>`id in (select value from json_each(${JSON.stringify(candidates)}))`,
        ),
      )
      .orderBy('id', 'desc')
      .limit(ROWS_AT_ONCE)
      .execute();
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
    before = rows.at(-1)?.id ?? 0;
  }
}
