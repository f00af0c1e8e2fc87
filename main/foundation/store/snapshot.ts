import { sql } from 'kysely';
import type { Store } from './database';

/**
 * Reads the database as it is at one moment, while other connections go on writing. A transaction of
 * the store's own would be an immediate one and keep them waiting.
 */
export async function readSnapshot<T>(
  store: Store,
  read: (snapshot: Store) => Promise<T>,
): Promise<T> {
  return store.connection().execute(async (connection) => {
    await sql`begin deferred`.execute(connection);
    try {
      return await read(connection);
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}
