import { type Kysely, sql } from 'kysely';

const DAY_MS = 86_400_000;
const REQUEST_DAYS = 14;
const REGISTER_DAYS = 1_095;

/**
 * Entries of the register end, and requests remember what they found instead of what was searched
 * for. What an older request searched for is wiped: nobody knows which rows it meant, so it ends now.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('exports')
    .addColumn('is_access', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('exports')
    // What does not say until when it is kept is not kept.
    .addColumn('expires_at', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('exports_expires_at').on('exports').column('expires_at').execute();
  await sql`create table export_rows (
      export_id text not null references exports (id) on delete cascade,
      table_name text not null,
      row_id integer not null,
      primary key (export_id, table_name, row_id)
    ) without rowid`.execute(db);
  await sql`update exports set expires_at = case
      when state = 'saved' then coalesce(saved_at, requested_at) + ${REGISTER_DAYS * DAY_MS}
      when json_extract(selection, '$.filter.search') is null
        then requested_at + ${REQUEST_DAYS * DAY_MS}
      else 0 end`.execute(db);
  await sql`update exports set selection = json_set(selection, '$.filter.search', '***')
      where json_extract(selection, '$.filter.search') is not null`.execute(db);
  // The file is gone, so where it lay is nobody's business any more.
  await sql`update exports set file = null where deleted_at is not null`.execute(db);
  // The pages that these texts lay on are wiped by the next scrub.
  await sql`insert into settings (key, value) select 'scrub', '{"asked":1,"done":0}'
      where exists (select 1 from exports)
      on conflict (key) do update set value =
        json_set(value, '$.asked', json_extract(value, '$.asked') + 1)`.execute(db);
}
