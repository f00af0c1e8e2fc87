import { setTimeout as delay } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type SqliteDatabase,
  SqliteDriver,
} from 'kysely';
import { AppError } from '../../../preload/contract';
import { systemCode } from './explain-error';
import { Courtesy, noteRefusal } from './refusals';
import { Turns } from './turns';

export interface VaultDatabase extends SqliteDatabase {
  readonly inTransaction: boolean;
}

const RETRY_MS = 5;
/** What holds the lock for longer than a statement that writes a row. */
const LONG_WRITE = /^(begin|vacuum)/;
/** Longer than another connection's longest write: a scrub of many millions of rows. */
const PATIENCE_MS = 5 * 60_000;

/**
 * Waits for another connection's write without blocking the thread, while reads go on. SQLite's own
 * busy timeout sleeps inside the call, which in the main process would freeze every window.
 *
 * @throws AppError `workspace.in_use` when the other connection does not finish in time.
 */
export class PatientSqliteDriver extends SqliteDriver {
  readonly #turns = new Turns();
  readonly #courtesy = new Courtesy();
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    super({ database });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await super.acquireConnection(), this.#turns, this.#courtesy);
  }

  override async releaseConnection(connection?: DatabaseConnection): Promise<void> {
    if (connection instanceof PatientConnection) connection.release();
  }

  /** A full disk makes SQLite roll back by itself; to do it again would fail and hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** A share in the one connection: its turn lasts for one statement, or for a whole transaction. */
class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #turns: Turns;
  readonly #courtesy: Courtesy;
  /** Ends the turn of the transaction that is open here. */
  #endTurn: (() => void) | null = null;

  constructor(connection: DatabaseConnection, turns: Turns, courtesy: Courtesy) {
    this.#connection = connection;
    this.#turns = turns;
    this.#courtesy = courtesy;
  }

  /** A statement that was refused as busy has not begun, so it can be tried again. */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const deadline = performance.now() + PATIENCE_MS;
    if (LONG_WRITE.test(query.sql)) await this.#courtesy.letOthersFirst();
    for (;;) {
      try {
        return await this.#execute(query);
      } catch (error) {
        if (systemCode(error) !== 'SQLITE_BUSY') throw error;
        if (performance.now() > deadline) {
          throw new AppError('workspace.in_use', {}, { cause: error });
        }
        noteRefusal();
        await delay(RETRY_MS);
      }
    }
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize: number) {
    const endTurn = this.#endTurn ? null : await this.#turns.begin();
    try {
      yield* this.#connection.streamQuery<R>(query, chunkSize);
    } finally {
      endTurn?.();
    }
  }

  release(): void {
    if (!this.#endTurn) return;
    this.#courtesy.end();
    this.#endTurn();
    this.#endTurn = null;
  }

  async #execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#endTurn) return this.#connection.executeQuery<R>(query);
    const endTurn = await this.#turns.begin();
    let isOpening = false;
    try {
      if (LONG_WRITE.test(query.sql)) this.#courtesy.begin();
      const result = await this.#connection.executeQuery<R>(query);
      isOpening = query.sql.startsWith('begin');
      if (!isOpening && LONG_WRITE.test(query.sql)) this.#courtesy.end();
      return result;
    } finally {
      if (isOpening) this.#endTurn = endTurn;
      else endTurn();
    }
  }
}
