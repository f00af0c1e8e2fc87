import type { Connection } from './connection';

type Statement = ReturnType<Connection['prepare']>;

/** More different statements than the application has; lists of varying length make the rest. */
const MAX_STATEMENTS = 200;

/** Keeps statements prepared: Kysely's driver would prepare each one anew, half of a small commit. */
export class StatementCache {
  readonly #connection: Connection;
  readonly #statements = new Map<string, Statement>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    // A stream that is being read occupies its statement.
    if (known && !known.busy) return known;
    const statement = this.#connection.prepare(sql);
    if (this.#statements.size >= MAX_STATEMENTS) this.#dropOldest();
    this.#statements.set(sql, statement);
    return statement;
  }

  #dropOldest(): void {
    const [oldest] = this.#statements.keys();
    if (oldest !== undefined) this.#statements.delete(oldest);
  }
}
