import type { Kysely } from 'kysely';

/** Whether a draw passes over who has won meanwhile. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('draws')
    .addColumn('excludes_winners', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
