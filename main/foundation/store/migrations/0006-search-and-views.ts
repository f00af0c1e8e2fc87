import { type Kysely, sql } from 'kysely';

/** Where a search looks, in those tables that have the column. */
const SEARCHED = ['email', 'firstname', 'lastname', 'value', 'answer', 'code', 'file_name'];
const BLOCK_ROWS = 4_096;

/** Sort orders by index, the index over parts of texts, saved views, and masking for a user. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createSearchIndex(db);
  for (const { name, columns } of await dataTables(db)) {
    await indexOrders(db, name);
    await noteChanges(
      db,
      name,
      SEARCHED.filter((column) => columns.includes(column)),
    );
  }
  await db.schema
    .createTable('saved_views')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) =>
      column.notNull().references('users.id').onDelete('cascade'),
    )
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('view', 'text', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .alterTable('users')
    .addColumn('masks_data', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

async function dataTables(db: Kysely<unknown>): Promise<{ name: string; columns: string[] }[]> {
  const tables = (await db.introspection.getTables()).map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => column.name),
  }));
  return tables.filter(({ columns }) => columns.includes('email_key'));
}

/** With the id behind the key, and the expiry for the list of live rows to be read from the index alone. */
async function indexOrders(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema.dropIndex(`${table}_email_key`).ifExists().execute();
  for (const column of ['created_at', 'email_key']) {
    await db.schema
      .createIndex(`${table}_${column}`)
      .on(table)
      .columns([column, 'id', 'expires_at'])
      .execute();
  }
}

async function createSearchIndex(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('search_blocks')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('block', 'integer', (column) => column.notNull())
    .addColumn('rows', 'integer', (column) => column.notNull())
    .addColumn('stale', 'integer', (column) => column.notNull())
    .addUniqueConstraint('search_blocks_span', ['table_name', 'block'])
    .execute();
  await db.schema
    .createTable('search_grams')
    .addColumn('block_id', 'integer', (column) => column.notNull())
    .addColumn('gram', 'text', (column) => column.notNull())
    .addColumn('places', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('search_grams_key', ['block_id', 'gram'])
    .modifyEnd(sql`without rowid`)
    .execute();
}

/** A text that is changed is not where the index says: its block has to be read until it is indexed anew. */
async function noteChanges(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  if (columns.length === 0) return;
  const changed = columns.map((column) => `old.${column} is not new.${column}`).join(' or ');
  await sql
    .raw(
      `create trigger ${table}_search after update of ${columns.join(', ')} on ${table}
       when ${changed} begin
         update search_blocks set stale = 1
         where table_name = '${table}' and block = old.id / ${BLOCK_ROWS};
       end`,
    )
    .execute(db);
}
