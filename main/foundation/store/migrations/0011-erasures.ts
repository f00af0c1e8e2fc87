import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

/**
 * Who was erased, as a keyed hash, so that it happens again after an older backup was restored. The
 * key is made now and never changes: it has to be in every backup from here on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('erasure_key')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('key', 'blob', (column) => column.notNull())
    .addColumn('longest_days', 'integer', (column) => column.notNull())
    .execute();
  await sql`insert into erasure_key values (1, ${randomBytes(32)}, 0)`.execute(db);
  await db.schema
    .createTable('erasures')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('erased_at', 'integer', (column) => column.notNull())
    .addColumn('until_ms', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('erasures_key', ['person', 'channel'])
    .execute();
}
