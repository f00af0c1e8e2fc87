import type { ChatChannel, TrailEntry } from '../../../preload/contract';
import type { RowReference } from '../../foundation/rows';
import type { Outcome, StoredValue } from './step';
import type { Request } from './turn';

/** Where a session's rows come from, written beside each of them. */
export interface Origin {
  readonly experienceId: string;
  readonly experienceName: string;
  readonly sessionId: string;
  readonly channel: ChatChannel;
}

/** A row that a session has written. */
export interface SessionRow extends RowReference {
  /** Not tied to a person yet: their address is not known. */
  readonly isAnonymous: boolean;
  /** It says that this is the session's language. */
  readonly language?: string;
}

export interface Write {
  outcome: Outcome;
  /** Null when no row was to be written, or was refused. */
  trail: TrailEntry | null;
  /** The row that was written. */
  row: RowReference | null;
  /** What it has changed, the oldest first. */
  changes?: readonly Change[];
}

/** What a session has changed in the store, so that it can be undone. */
export interface Change extends RowReference {
  /** Columns as they were before; null where the row was not there. */
  readonly before: Readonly<Record<string, StoredValue>> | null;
}

/**
 * Does what a module asks of the store, or says why it did not. `rows` are those that the session has
 * written so far.
 */
export type Writer = (
  request: Request,
  origin: Origin,
  nowMs: number,
  rows?: readonly RowReference[],
) => Promise<Write>;

/** Ties rows to the person whose address has become known, so that they are found and go with them. */
export type Linker = (rows: readonly RowReference[], email: string) => Promise<void>;

/** Whether the experience can still be played where the session plays it. */
export type OfferCheck = (origin: Origin) => Promise<boolean>;

/** Undoes what a session has changed, but in rows that a legal hold keeps. */
export type Withdrawer = (
  changes: readonly Change[],
  origin: Origin,
  nowMs: number,
) => Promise<Withdrawal>;

export interface Withdrawal {
  readonly trail: readonly TrailEntry[];
  /** Rows that would have gone but for a legal hold. */
  readonly held: readonly RowReference[];
}

/** The store, as sessions see it. */
export interface EffectStore {
  /** All that `work` writes is kept, or nothing of it when it throws. */
  transact<T>(
    work: (write: Writer, link: Linker, isOffered: OfferCheck, withdraw: Withdrawer) => Promise<T>,
  ): Promise<T>;
}
