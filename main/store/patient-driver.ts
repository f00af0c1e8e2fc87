import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseConnection, QueryResult, SqliteDatabase } from 'kysely';
import { SqliteDriver } from 'kysely';
import { AppError } from '../../preload/contract';
import { systemCode } from './explain-error';

export interface VaultDatabase extends SqliteDatabase {
  readonly inTransaction: boolean;
}

const RETRY_MS = 5;
const PATIENCE_MS = 30_000;

/**
 * Waits for another connection's write without blocking the thread. SQLite's own busy timeout sleeps
 * inside the call, which in the main process would freeze every window.
 *
 * @throws AppError `workspace.in_use` when the other connection does not finish in time.
 */
export class PatientSqliteDriver extends SqliteDriver {
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    super({ database });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return patient(await super.acquireConnection());
  }

  /** A full disk makes SQLite roll back by itself; to do it again would fail and hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

function patient(connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: (query) => retryWhileBusy(() => connection.executeQuery(query)),
    streamQuery: connection.streamQuery.bind(connection),
  };
}

/** A statement that was refused as busy has not begun, so it can be tried again. */
async function retryWhileBusy<R>(execute: () => Promise<QueryResult<R>>): Promise<QueryResult<R>> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await execute();
    } catch (error) {
      if (systemCode(error) !== 'SQLITE_BUSY') throw error;
      if (performance.now() > deadline)
        throw new AppError('workspace.in_use', {}, { cause: error });
      await delay(RETRY_MS);
    }
  }
}
