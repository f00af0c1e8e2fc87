import { type Kysely, sql } from 'kysely';

const MOST_MS = 180 * 86_400_000;

/** Refusals stored before were kept as long as consents; a privacy notice says of all that they go sooner. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update consents set expires_at = created_at + ${sql.lit(MOST_MS)}
    where action = 'refused' and expires_at > created_at + ${sql.lit(MOST_MS)}`.execute(db);
}
