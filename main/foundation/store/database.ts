import { type Driver, Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import type { Connection } from './connection';
import { PatientSqliteDriver, type VaultDatabase } from './patient-driver';
import type { Schema } from './schema';
import { StatementCache } from './statement-cache';

export type Store = Kysely<Schema>;

/** Kysely over an open connection; destroying it closes the connection. */
export function createStore(connection: Connection): Store {
  const statements = new StatementCache(connection);
  const database: VaultDatabase = {
    close: () => connection.close(),
    get inTransaction() {
      return connection.inTransaction;
    },
    // A deferred transaction that reads before it writes fails at once when another connection
    // wrote in between; an immediate one waits for its turn.
    prepare: (sql) => statements.prepare(sql === 'begin' ? 'begin immediate' : sql),
  };
  return new VaultStore(database);
}

class VaultStore extends Kysely<Schema> {
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    super({ dialect: new VaultDialect(database) });
    this.#database = database;
  }

  /** Kysely would leave a connection open, its key in memory, on which no query has run yet. */
  override async destroy(): Promise<void> {
    await super.destroy();
    this.#database.close();
  }
}

class VaultDialect extends SqliteDialect {
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new PatientSqliteDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new VaultAdapter();
  }
}

class VaultAdapter extends SqliteAdapter {
  /** SQLite rolls schema changes back, but Kysely only runs migrations in a transaction if told so. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** The driver shares the one connection out, so that who waits to write keeps no reader waiting. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}
