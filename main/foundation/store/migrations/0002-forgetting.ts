import type { Kysely } from 'kysely';

/** Users that can be disabled, the retention policy, legal holds, surviving totals, the audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('users').addColumn('disabled_at', 'integer').execute();
  await db.schema
    .alterTable('users')
    .addColumn('passphrase_is_temporary', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await createRetentionRules(db);
  await createLegalHolds(db);
  await createDailyTotals(db);
  await createAuditLog(db);
  await dropSessionIndexes(db);
}

/** Nobody looks rows up by session, and an index on random keys is what makes deletions slow. */
async function dropSessionIndexes(db: Kysely<unknown>): Promise<void> {
  for (const table of ['customers', 'participations', 'winners', 'variables', 'runtime_log']) {
    await db.schema.dropIndex(`${table}_session_id`).execute();
  }
}

async function createRetentionRules(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('retention_rules')
    // Empty text stands for "all": SQL does not compare nulls in a primary key.
    .addColumn('module_id', 'text', (column) => column.notNull())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('enabled', 'integer', (column) => column.notNull())
    .addColumn('days', 'integer')
    .addPrimaryKeyConstraint('retention_rules_key', ['module_id', 'table_name'])
    .execute();
  await moveWorkspaceRule(db.withTables<WorkspaceRuleTables>());
}

type WorkspaceRuleTables = {
  settings: { key: string; value: string };
  retention_rules: { module_id: string; table_name: string; enabled: number; days: number };
};

/** The workspace's switch and maximum were settings; from here on, they are the first rule. */
async function moveWorkspaceRule(db: Kysely<WorkspaceRuleTables>): Promise<void> {
  const keys = ['store_data', 'max_retention_days'];
  const rows = await db.selectFrom('settings').selectAll().where('key', 'in', keys).execute();
  const set = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
  await db
    .insertInto('retention_rules')
    .values({
      module_id: '',
      table_name: '',
      enabled: set.store_data === false ? 0 : 1,
      days: Number(set.max_retention_days ?? 1_095),
    })
    .execute();
  await db.deleteFrom('settings').where('key', 'in', keys).execute();
}

async function createLegalHolds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('legal_holds')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    // The comparable form of an address, or a giveaway's id.
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('until_ms', 'integer', (column) => column.notNull())
    .addColumn('requested_by', 'text', (column) => column.notNull())
    .addColumn('requested_by_name', 'text', (column) => column.notNull())
    .addColumn('requested_at', 'integer', (column) => column.notNull())
    .addColumn('approved_by', 'text')
    .addColumn('approved_by_name', 'text')
    .execute();
}

async function createDailyTotals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('daily_totals')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('experience_id', 'text', (column) => column.notNull())
    .addColumn('experience_name', 'text', (column) => column.notNull())
    .addColumn('module_id', 'text', (column) => column.notNull())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('rows', 'integer', (column) => column.notNull())
    .addColumn('people', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('daily_totals_key', [
      'day',
      'experience_id',
      'module_id',
      'table_name',
    ])
    .execute();
}

async function createAuditLog(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_log')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('user', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  // With the number behind it, a filtered page is read by key like an unfiltered one.
  for (const column of ['user', 'action']) {
    await db.schema
      .createIndex(`audit_log_${column}`)
      .on('audit_log')
      .columns([column, 'seq'])
      .execute();
  }
  await db.schema.createIndex('audit_log_at').on('audit_log').column('at').execute();
}
