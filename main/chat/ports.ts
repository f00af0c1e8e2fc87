import type { ChatChannel, TrailEntry } from '../../preload/contract';
import type { Effect } from './engine';
import type { Outcome } from './step';

/** Where a session's rows come from, written beside each of them. */
export interface Origin {
  readonly experienceId: string;
  readonly experienceName: string;
  readonly sessionId: string;
  readonly channel: ChatChannel;
}

export interface Write {
  outcome: Outcome;
  /** Null when an existing row refused the new one. */
  trail: TrailEntry | null;
}

/** Writes one row, or says why it did not. */
export type Writer = (effect: Effect, origin: Origin, nowMs: number) => Promise<Write>;

/** The store, as sessions see it. */
export interface EffectStore {
  /** All that `work` writes is kept, or nothing of it when it throws. */
  transact<T>(work: (write: Writer) => Promise<T>): Promise<T>;
}
