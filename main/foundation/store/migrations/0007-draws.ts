import type { Kysely } from 'kysely';

/** Draws that can be checked, and what a winner has won. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of ['prize_name', 'status', 'draw_id']) {
    await db.schema.alterTable('winners').addColumn(name, 'text').execute();
  }
  await db.schema.alterTable('winners').addColumn('rank', 'integer').execute();
  await db.schema
    .createTable('draws')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('giveaway_id', 'text', (column) => column.notNull())
    .addColumn('giveaway_name', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('chance', 'text', (column) => column.notNull())
    .addColumn('prizes', 'text', (column) => column.notNull())
    .addColumn('substitutes', 'integer', (column) => column.notNull())
    .addColumn('prepared_at', 'integer', (column) => column.notNull())
    .addColumn('prepared_by', 'text', (column) => column.notNull())
    .addColumn('drawn_at', 'integer')
    .addColumn('entry_count', 'integer', (column) => column.notNull())
    .addColumn('entries', 'blob', (column) => column.notNull())
    .addColumn('list_hash', 'text', (column) => column.notNull())
    .addColumn('seed', 'text', (column) => column.notNull())
    .addColumn('commitment', 'text', (column) => column.notNull())
    .addColumn('public_value', 'text', (column) => column.notNull())
    .execute();
}
