import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type ChannelName,
  Deletion,
  type DeletionRefusal,
  type Output,
  type Result,
  UNDO_MS,
} from '../../../../preload/contract';
import type { Emit, SignedIn } from '../../../foundation/operation/context';
import { part } from '../../../foundation/operation/part';
import type { Store } from '../../../foundation/store/database';
import { type LeftDeletion, readSetting, writeSetting } from '../../../foundation/store/settings';

export interface DeferredPorts {
  /** Deletes on behalf of this user, if they may. */
  readonly perform: (deletion: Deletion, by: SignedIn) => Promise<Result<unknown>>;
  readonly signedIn: () => SignedIn;
  readonly emit: Emit;
}

interface Waiting {
  readonly deletion: Deletion;
  readonly timer: NodeJS.Timeout;
  /** By `performance.now()`. */
  readonly until: number;
}

/** As long as a lane's thread may take to end: nobody waits longer for what stands behind long work. */
const PATIENCE_MS = 3_000;

/** Whatever deletes so: what a lock ends is not among it. */
export const DELETIONS: readonly ChannelName[] = Deletion.options.map(
  ({ shape }) => shape.channel.value,
);

/**
 * Deletions that wait for their undoing. They are done late, but done: what a lock has no time for, or
 * is refused during it, is left to the next unlock, before anything else has changed.
 */
export class Deferred {
  readonly #ports: DeferredPorts;
  readonly #waiting = new Map<string, Waiting>();
  readonly #running = new Set<Promise<unknown>>();
  #isEnding = false;
  readonly #left: LeftDeletion[] = [];
  #refusals: Promise<DeletionRefusal[]> = Promise.resolve([]);

  constructor(ports: DeferredPorts) {
    this.#ports = ports;
  }

  /** Returns a ticket: that of before, with what is left, where the same thing is being deleted already. */
  begin(deletion: Deletion): Output<'deletions.begin'> {
    const same = [...this.#waiting].find(([, { deletion: other }]) => isSame(other, deletion));
    const now = performance.now();
    if (same) return { ticket: same[0], leftMs: Math.max(0, same[1].until - now) };
    const ticket = randomUUID();
    const timer = setTimeout(() => this.#perform(ticket), UNDO_MS);
    this.#waiting.set(ticket, { deletion, timer, until: now + UNDO_MS });
    return { ticket, leftMs: UNDO_MS };
  }

  /** False when it is too late. */
  undo(ticket: string): boolean {
    return this.#take(ticket) !== undefined;
  }

  /** Begins at once with all that waits, and gives it a moment. */
  async finish(): Promise<void> {
    for (const ticket of this.#waiting.keys()) this.#perform(ticket);
    await this.#moment();
  }

  /** The same before a lock, when nobody can be told any more. */
  async end(): Promise<void> {
    this.#isEnding = true;
    await this.finish();
  }

  /** Notes what is not done for the next unlock. To be called when nothing can go on. */
  async leaveRest(store: Store): Promise<void> {
    await Promise.allSettled(this.#running);
    if (this.#left.length > 0) await writeSetting(store, 'deletions_left', this.#left);
  }

  /** Does what the last lock has left, on behalf of whoever had asked for it. */
  async resume(store: Store): Promise<void> {
    const left = await readSetting(store, 'deletions_left');
    if (left.length === 0) return;
    const results = Promise.all(left.map((each) => this.#do(each)));
    this.#refusals = results.then((each) =>
      // What is not there any more was deleted in time after all.
      each.flatMap((result) =>
        result.ok || result.error.code.endsWith('not_found') ? [] : [result.error],
      ),
    );
    // Whatever ends the process before leaves them to the next unlock once more.
    const cleared = this.#track(results.then(() => writeSetting(store, 'deletions_left', [])));
    await Promise.race([cleared, this.#moment()]);
  }

  /** Why something is still there that the last lock has left; each is told once. */
  takeRefusals(): Promise<DeletionRefusal[]> {
    const refusals = this.#refusals;
    this.#refusals = Promise.resolve([]);
    return refusals;
  }

  #perform(ticket: string): void {
    const deletion = this.#take(ticket);
    if (deletion) void this.#do({ deletion, by: this.#ports.signedIn() }, ticket);
  }

  #do(asked: LeftDeletion, ticket?: string): Promise<Result<unknown>> {
    const work = this.#ports.perform(asked.deletion, asked.by).then((result) => {
      if (!result.ok && this.#isEnding) this.#left.push(asked);
      else if (ticket !== undefined)
        this.#ports.emit('deletions.ended', { ticket, refused: result.ok ? null : result.error });
      return result;
    });
    return this.#track(work);
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    return work.finally(() => this.#running.delete(work));
  }

  async #moment(): Promise<void> {
    const all = Promise.allSettled(this.#running);
    await Promise.race([all, delay(PATIENCE_MS, undefined, { ref: false })]);
  }

  #take(ticket: string): Deletion | undefined {
    const waiting = this.#waiting.get(ticket);
    this.#waiting.delete(ticket);
    clearTimeout(waiting?.timer);
    return waiting?.deletion;
  }
}

function isSame(one: Deletion, other: Deletion): boolean {
  return one.channel === other.channel && one.input.id === other.input.id;
}

export const deferred = part<Deferred>('deletions that wait');
