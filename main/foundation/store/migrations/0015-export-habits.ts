import type { Kysely } from 'kysely';

/** In which form and for which program a user has exported last, as JSON. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('users').addColumn('export_habits', 'text').execute();
}
