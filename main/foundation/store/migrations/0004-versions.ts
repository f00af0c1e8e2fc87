import type { Kysely } from 'kysely';

/** Versions of experiences, of which one may be published, and an archive for experiences. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('experience_versions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('experience_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('graph', 'text', (column) => column.notNull())
    .addColumn('modules', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addUniqueConstraint('experience_versions_number', ['experience_id', 'number'])
    .execute();
  await db.schema.alterTable('experiences').addColumn('published_version_id', 'text').execute();
  await db.schema.alterTable('experiences').addColumn('archived_at', 'integer').execute();
}
