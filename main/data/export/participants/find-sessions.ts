import type { TableName } from '../../../../preload/contract';
import type { Store } from '../../../foundation/store/database';
import type { RowCondition } from '../../../vault/retention/totals';
import { readBlocks } from './read-rows';
import { SessionIndex } from './session-index';

export interface Wanted {
  /** A conversation is wanted that has a row in one of these, */
  readonly tables: readonly TableName[];
  /** which is one of these. */
  readonly which: (table: TableName) => RowCondition;
  readonly signal: AbortSignal;
}

/** The conversations that a selection means. */
export async function findSessions(
  store: Store,
  { tables, which, signal }: Wanted,
): Promise<SessionIndex> {
  const sessions = new SessionIndex();
  for (const table of tables) {
    const source = { table, columns: ['session_id'], which: which(table) };
    for await (const { rows } of readBlocks(store, source, signal)) {
      for (const { session_id } of rows) sessions.add(String(session_id));
    }
  }
  return sessions;
}
