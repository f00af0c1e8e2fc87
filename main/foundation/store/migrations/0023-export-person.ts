import type { Kysely } from 'kysely';

/** Whose answer an export is, as a keyed hash: an erasure of somebody else need not name it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('exports').addColumn('person', 'text').execute();
}
