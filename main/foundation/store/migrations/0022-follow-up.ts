import type { Kysely } from 'kysely';

/** Days, and who entered them, that go with the row of who has won. */
const FOLLOW_UP = [
  'notified_on',
  'notified_how',
  'notified_by',
  'accepted_on',
  'accepted_by',
  'handed_over_on',
  'handed_over_by',
];

/** What becomes of a prize after its draw: in the row of the winner, so that it goes with that. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of FOLLOW_UP) {
    await db.schema.alterTable('winners').addColumn(column, 'text').execute();
  }
  for (const column of ['reply_by', 'letter']) {
    await db.schema.alterTable('draws').addColumn(column, 'text').execute();
  }
}
