import type { Kysely } from 'kysely';

/** Files that belong to experiences, each kept once. The content is last: the rest is read without it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('mime_type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('unused_since', 'integer')
    .addColumn('content', 'blob', (column) => column.notNull())
    .execute();
}
