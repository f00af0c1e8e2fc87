import type { Kysely } from 'kysely';

/** What a user finds again after a lock. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('user_memory')
    .addColumn('user_id', 'text', (column) =>
      column.notNull().references('users.id').onDelete('cascade'),
    )
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('user_memory_key', ['user_id', 'key'])
    .execute();
}
