import { randomUUID } from 'node:crypto';
import { AppError } from '../../../preload/contract';
import { part } from '../../foundation/operation/part';
import type { StagedCodes } from './stage-codes';

interface Staged extends StagedCodes {
  readonly poolId: string;
}

/** The codes that were read last and wait for the user to decide: one import is prepared at a time. */
export class StagedImport {
  #waiting: { readonly ticket: string; readonly staged: Staged } | null = null;

  /** Returns the ticket to import them by. */
  keep(staged: Staged): string {
    const ticket = randomUUID();
    this.#waiting = { ticket, staged };
    return ticket;
  }

  /** @throws AppError `codes.ticket_not_found` */
  take(ticket: string): Staged {
    const waiting = this.#waiting;
    if (waiting?.ticket !== ticket || waiting.staged.preview.codes === 0)
      throw new AppError('codes.ticket_not_found');
    this.#waiting = null;
    return waiting.staged;
  }

  isWaiting(ticket: string): boolean {
    return this.#waiting?.ticket === ticket;
  }

  forget(): void {
    this.#waiting = null;
  }
}

export const stagedImport = part('staged import of codes', () => new StagedImport());
