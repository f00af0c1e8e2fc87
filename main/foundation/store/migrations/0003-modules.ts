import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

const CONTACT = [
  'firstname',
  'lastname',
  'street',
  'house_number',
  'zip',
  'city',
  'country',
  'phone',
];

const COLUMNS: Record<string, Record<string, 'text' | 'integer' | 'blob'>> = {
  consents: {
    consent_name: 'text',
    action: 'text',
    opt_in: 'text',
    wording: 'text',
    wording_version: 'text',
    wording_hash: 'text',
    consent_id: 'text',
  },
  instant_wins: { result: 'text', prize_name: 'text', prize_id: 'text' },
  codes: { action: 'text', code: 'text', pool_name: 'text', pool_id: 'text' },
  loyalty: { points: 'integer', remaining: 'integer', reason: 'text' },
  answers: { question: 'text', answer: 'text', score: 'integer', question_id: 'text' },
  files: {
    file_name: 'text',
    mime_type: 'text',
    size_bytes: 'integer',
    content: 'blob',
    file_id: 'text',
  },
};

/** The tables of all modules, what is limited, and code pools. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(COLUMNS)) await createDataTable(db, table, columns);
  for (const name of [...CONTACT, 'email_confirmed']) {
    await db.schema.alterTable('customers').addColumn(name, 'text').execute();
  }
  await keepChannelsApart(db);
  await createCounters(db);
  await createCodePools(db);
}

async function createDataTable(
  db: Kysely<unknown>,
  table: string,
  columns: Record<string, 'text' | 'integer' | 'blob'>,
): Promise<void> {
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
    .addColumn('email', 'text')
    .addColumn('email_key', 'text')
    .addColumn('unique_key', 'text', (column) => column.unique());
  for (const [name, type] of Object.entries(columns)) builder = builder.addColumn(name, type);
  await builder.execute();
  for (const column of ['expires_at', 'email_key', 'experience_id']) {
    await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
  }
}

/** A participation in the preview must not use up the one that the same address has in a kiosk. */
async function keepChannelsApart(db: Kysely<unknown>): Promise<void> {
  for (const table of ['customers', 'participations', 'winners', 'variables', 'runtime_log']) {
    await sql`update ${sql.table(table)} set unique_key = channel || ' ' || unique_key
      where unique_key is not null`.execute(db);
  }
}

async function createCounters(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('counters')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('taken', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('counters_key', ['channel', 'name'])
    .execute();
}

async function createCodePools(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('code_pools')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('ean13', 'integer', (column) => column.notNull())
    .addColumn('code128', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('pool_codes')
    .addColumn('pool_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('code_key', 'text', (column) => column.notNull())
    .addColumn('max_uses', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('pool_codes_key', ['pool_id', 'position'])
    .execute();
  // The only index in the order of codes, and a short one: a million of them are imported at once.
  await db.schema.createIndex('pool_codes_code_key').on('pool_codes').column('code_key').execute();
}
