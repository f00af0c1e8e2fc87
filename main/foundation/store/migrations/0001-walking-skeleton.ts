import type { CreateTableBuilder, Kysely } from 'kysely';

const CONTACT = [
  'email',
  'firstname',
  'lastname',
  'street',
  'house_number',
  'zip',
  'city',
  'country',
  'phone',
];
const GIVEAWAY = ['giveaway_name', 'giveaway_id', 'participation_id'];

const TEXT_COLUMNS: Record<string, string[]> = {
  customers: ['email'],
  participations: [...CONTACT, ...GIVEAWAY],
  winners: [...CONTACT, ...GIVEAWAY],
  variables: ['name', 'value'],
  runtime_log: ['event', 'module_type'],
};

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('settings')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('experiences')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('updated_at', 'integer', (column) => column.notNull())
    .execute();
  for (const [table, texts] of Object.entries(TEXT_COLUMNS)) {
    await createDataTable(db, table, texts);
  }
}

async function createDataTable(db: Kysely<unknown>, table: string, texts: string[]): Promise<void> {
  let builder: CreateTableBuilder<string, string> = db.schema
    .createTable(table)
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'integer', (column) => column.notNull())
    .addColumn('module_id', 'text', (column) => column.notNull())
    .addColumn('experience_id', 'text', (column) => column.notNull())
    .addColumn('experience_name', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('email_key', 'text')
    .addColumn('unique_key', 'text', (column) => column.unique());
  if (table === 'customers') {
    builder = builder.addColumn('last_active_at', 'integer', (column) => column.notNull());
  }
  for (const name of texts) builder = builder.addColumn(name, 'text');
  await builder.execute();
  for (const column of ['expires_at', 'email_key', 'session_id', 'experience_id']) {
    await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
  }
}
