import { AppError } from '../../../preload/contract';
import type { RowReference } from '../../foundation/rows';
import type { ChatState } from './chat-state';
import { askAgain, type Past, wayBackTo } from './past';
import { type PlayedTurn, UNAVAILABLE } from './play-turn';
import type { EffectStore, Origin, SessionRow } from './ports';

export interface BackRequest {
  readonly origin: Origin;
  readonly state: ChatState;
  readonly past: Past;
  /** To which question. */
  readonly question: string;
  readonly nowMs: number;
}

/**
 * Asks an earlier question again, as it was asked then. All that was stored since is withdrawn when it
 * returns, or nothing of it is when it throws. An experience that was taken away meanwhile ends the
 * chat, and what it has stored stays.
 *
 * @throws AppError `chat.cannot_go_back` when the question is none of those that can be changed.
 */
export async function goBack(
  store: EffectStore,
  { origin, state, past, question, nowMs }: BackRequest,
): Promise<{ played: PlayedTurn; past: Past }> {
  const way = state.kind === 'waiting' ? wayBackTo(past, question) : null;
  if (!way) throw new AppError('chat.cannot_go_back');
  return store.transact(async (_write, _link, isOffered, withdraw) => {
    if (!(await isOffered(origin))) return { played: UNAVAILABLE, past };
    const { trail, held } = await withdraw(way.changes, origin, nowMs);
    const played: PlayedTurn = {
      state: askAgain(way.to.state, state),
      rows: rowsAfter(way.to.rows, held),
      messages: [],
      trail: [...trail],
      changes: [],
      border: null,
    };
    return { played, past: way.past };
  });
}

/** What a legal hold has kept stays the session's, tied to whom the hold is about. */
function rowsAfter(
  written: readonly SessionRow[],
  held: readonly RowReference[],
): readonly SessionRow[] {
  const keys = new Set(held.map(keyOf));
  return [
    ...written.filter((row) => !keys.has(keyOf(row))),
    ...held.map((row) => ({ ...row, isAnonymous: false })),
  ];
}

const keyOf = ({ table, id }: RowReference): string => `${table} ${id}`;
