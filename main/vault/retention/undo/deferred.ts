import { randomUUID } from 'node:crypto';
import { type Deletion, type Result, UNDO_MS } from '../../../../preload/contract';
import type { Emit } from '../../../foundation/operation/context';
import { part } from '../../../foundation/operation/part';

export interface DeferredPorts {
  /** Deletes, if the signed-in user still may. */
  readonly perform: (deletion: Deletion) => Promise<Result<unknown>>;
  readonly emit: Emit;
}

interface Waiting {
  readonly deletion: Deletion;
  readonly timer: NodeJS.Timeout;
}

/** Deletions that wait for their undoing. They are done late, but done: a lock does not lose them. */
export class Deferred {
  readonly #ports: DeferredPorts;
  readonly #waiting = new Map<string, Waiting>();
  readonly #running = new Set<Promise<void>>();

  constructor(ports: DeferredPorts) {
    this.#ports = ports;
  }

  /** Returns a ticket: that of before where the same thing is being deleted already. */
  begin(deletion: Deletion): string {
    const same = [...this.#waiting].find(([, { deletion: other }]) => isSame(other, deletion));
    if (same) return same[0];
    const ticket = randomUUID();
    const timer = setTimeout(() => void this.#perform(ticket), UNDO_MS);
    this.#waiting.set(ticket, { deletion, timer });
    return ticket;
  }

  /** False when it is too late. */
  undo(ticket: string): boolean {
    return this.#take(ticket) !== undefined;
  }

  /** Does all that waits; afterwards nothing is in progress. */
  async finish(): Promise<void> {
    for (const ticket of [...this.#waiting.keys()]) void this.#perform(ticket);
    await Promise.all(this.#running);
  }

  async #perform(ticket: string): Promise<void> {
    const deletion = this.#take(ticket);
    if (!deletion) return;
    const work = this.#ports.perform(deletion).then((result) => {
      this.#ports.emit('deletions.ended', { ticket, refused: result.ok ? null : result.error });
    });
    this.#running.add(work);
    await work.finally(() => this.#running.delete(work));
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
