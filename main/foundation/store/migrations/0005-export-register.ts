import type { Kysely } from 'kysely';

/** What was exported or is to be released for it: who, why, what, and where the file lies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('exports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    // JSON.
    .addColumn('selection', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('rows', 'integer', (column) => column.notNull())
    .addColumn('requested_by', 'text', (column) => column.notNull())
    .addColumn('requested_by_name', 'text', (column) => column.notNull())
    .addColumn('requested_at', 'integer', (column) => column.notNull())
    .addColumn('decided_by_name', 'text')
    .addColumn('decided_at', 'integer')
    .addColumn('saved_at', 'integer')
    .addColumn('obligations', 'text')
    .addColumn('file', 'text')
    .addColumn('bytes', 'integer')
    .addColumn('sha256', 'text')
    .addColumn('delete_by', 'integer')
    .addColumn('deleted_at', 'integer')
    .addColumn('deleted_by_name', 'text')
    .execute();
}
