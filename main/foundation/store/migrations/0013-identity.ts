import { type Kysely, sql } from 'kysely';
import { emailKey } from '../../person/email-key';
import { readEmail } from '../../person/read-email';

const KEYS_AT_ONCE = 10_000;

/** Rows of a data table, as far as all of them have had these columns since the first migration. */
interface DataRow {
  id: number;
  email_key: string | null;
  unique_key: string | null;
  expires_at: number;
  email: string | null;
  name: string | null;
  value: string | null;
}
type Database = Kysely<Record<string, DataRow>>;

/**
 * One key for all spellings of an address, in all that is stored: keys of rows, what may exist only
 * once, whom holds are about. Addresses that an input had written in plain letters (`xn--`) can be read.
 * No row goes. Not frozen: what an address's key is today is what rows have to be found by.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  let changed = 0;
  for (const { name, columns } of await dataTables(db)) {
    for await (const was of changedKeys(db as Database, name)) {
      await moveRows(db as Database, name, columns, was);
      changed++;
    }
  }
  changed += await moveHolds(db);
  await indexAnew(db);
  // The pages that the old spellings lay on are wiped by the next scrub.
  if (changed > 0) {
    await sql`insert into settings (key, value) values ('scrub', '{"asked":1,"done":0}')
        on conflict (key) do update set value =
          json_set(value, '$.asked', json_extract(value, '$.asked') + 1)`.execute(db);
  }
}

async function dataTables(db: Kysely<unknown>): Promise<{ name: string; columns: string[] }[]> {
  const tables = (await db.introspection.getTables()).map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => column.name),
  }));
  return tables.filter(({ columns }) => columns.includes('email_key'));
}

/** Read some at a time: rows are changed in between. */
async function* changedKeys(db: Database, table: string): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const keys = await db
      .selectFrom(table)
      .select('email_key')
      .distinct()
      .where('email_key', '>', after)
      .orderBy('email_key')
      .limit(KEYS_AT_ONCE)
      .execute();
    for (const { email_key: was } of keys) if (was !== null && emailKey(was) !== was) yield was;
    if (keys.length < KEYS_AT_ONCE) return;
    after = keys.at(-1)?.email_key ?? '';
  }
}

async function moveRows(
  db: Database,
  table: string,
  columns: readonly string[],
  was: string,
): Promise<void> {
  const key = emailKey(was);
  const rows = await db.selectFrom(table).selectAll().where('email_key', '=', was).execute();
  for (const row of rows) {
    const moved = row.unique_key === null ? null : withKey(row.unique_key, was, key);
    const unique_key = (await isFree(db, table, moved, row)) ? moved : null;
    const { email, value } = row;
    await db
      .updateTable(table)
      .set({
        email_key: key,
        unique_key,
        ...(columns.includes('email') && { email: readable(email) }),
        ...(table === 'variables' && row.name === 'email' && { value: readable(value) }),
      })
      .where('id', '=', row.id)
      .execute();
  }
}

/**
 * A key stands behind its channel, alone or as a part of what may exist only once.
 *
 * @example withKey('kiosk ["summer","anna@xn--mller-kva.de","ever"]', 'anna@xn--mller-kva.de', …)
 */
function withKey(uniqueKey: string, was: string, key: string): string {
  const at = uniqueKey.indexOf(' ') + 1;
  const [channel, rest] = [uniqueKey.slice(0, at), uniqueKey.slice(at)];
  if (rest === was) return `${channel}${key}`;
  if (!rest.startsWith('[')) return uniqueKey;
  const parts = JSON.parse(rest) as unknown[];
  return channel + JSON.stringify(parts.map((part) => (part === was ? key : part)));
}

/**
 * Of two rows that are now about one person, the one that lives longer has the key: it holds the limit
 * for as long as either would have. The other one stays as it is, without.
 */
async function isFree(
  db: Database,
  table: string,
  uniqueKey: string | null,
  { id, expires_at }: DataRow,
): Promise<boolean> {
  if (uniqueKey === null) return false;
  const holder = await db
    .selectFrom(table)
    .select(['id', 'expires_at'])
    .where('unique_key', '=', uniqueKey)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (!holder) return true;
  if (holder.expires_at >= expires_at) return false;
  await db.updateTable(table).set({ unique_key: null }).where('id', '=', holder.id).execute();
  return true;
}

/** Only what nobody has typed changes: the old form of anything else is how a list of erasures knows it. */
function readable(email: string | null): string | null {
  return email?.includes('xn--') ? (readEmail(email) ?? email) : email;
}

async function moveHolds(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ id: string; subject: string; label: string }>`
    select id, subject, label from legal_holds where kind = 'person'`.execute(db);
  const changed = rows.filter(({ subject }) => emailKey(subject) !== subject);
  for (const { id, subject, label } of changed) {
    await sql`update legal_holds set subject = ${emailKey(subject)}, label = ${readable(label)}
      where id = ${id}`.execute(db);
  }
  return changed.length;
}

/** Texts are searched in another form: domains in their own script, plain digits, nothing invisible. */
async function indexAnew(db: Kysely<unknown>): Promise<void> {
  await sql`update search_blocks set stale = 1`.execute(db);
}
