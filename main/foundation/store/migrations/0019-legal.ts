import { type Kysely, sql } from 'kysely';

/** Tables in whose rows somebody accepts terms. */
const ACCEPTING = ['participations', 'instant_wins', 'customers'];
const TERMS = ['terms_name', 'terms_version', 'terms_hash', 'legal_version_id'];

/** Legal texts and their versions; rows say which version a person saw. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('legal_texts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('archived_at', 'integer')
    .addColumn('draft', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('legal_text_versions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('legal_text_id', 'text', (column) => column.notNull().references('legal_texts.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addUniqueConstraint('legal_text_versions_number', ['legal_text_id', 'number'])
    .execute();
  await addColumns(db, 'consents', ['legal_version_id']);
  for (const table of ACCEPTING) await addColumns(db, table, TERMS);
}

async function addColumns(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  for (const column of columns) {
    await db.schema.alterTable(table).addColumn(column, 'text').execute();
  }
  // Few rows name a version, and whether any does is asked for each text.
  await sql`create index ${sql.ref(`${table}_legal_version`)} on ${sql.table(table)}
    (legal_version_id) where legal_version_id is not null`.execute(db);
}
