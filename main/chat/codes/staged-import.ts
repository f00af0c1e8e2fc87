import { randomUUID } from 'node:crypto';
import { AppError } from '../../../preload/contract';
import { part } from '../../foundation/operation/part';
import type { StagedCodes } from './stage-codes';

/** A file that a user has chosen, and the pool that its codes are for. */
interface ChosenFile {
  readonly file: string;
  readonly poolId: string;
}

/** The file that was chosen last, and its codes once they are read: one import is prepared at a time. */
export class StagedImport {
  #waiting: (ChosenFile & { readonly ticket: string; staged?: StagedCodes | undefined }) | null =
    null;

  /** Returns the ticket by which it is read and imported. */
  choose(chosen: ChosenFile): string {
    const ticket = randomUUID();
    this.#waiting = { ...chosen, ticket };
    return ticket;
  }

  /** @throws AppError `codes.ticket_not_found` */
  chosen(ticket: string): ChosenFile {
    const waiting = this.#waiting;
    if (waiting?.ticket !== ticket) throw new AppError('codes.ticket_not_found');
    return waiting;
  }

  /** Codes that were read before are forgotten: reading them again removes them. */
  keep(ticket: string, staged: StagedCodes | undefined): void {
    if (this.#waiting?.ticket === ticket) this.#waiting = { ...this.#waiting, staged };
  }

  /** @throws AppError `codes.ticket_not_found` */
  take(ticket: string): StagedCodes & ChosenFile {
    const waiting = this.#waiting;
    if (waiting?.ticket !== ticket || !waiting.staged || waiting.staged.preview.codes === 0)
      throw new AppError('codes.ticket_not_found');
    this.#waiting = null;
    return { ...waiting.staged, file: waiting.file, poolId: waiting.poolId };
  }

  isWaiting(ticket: string): boolean {
    return this.#waiting?.ticket === ticket;
  }

  forget(): void {
    this.#waiting = null;
  }
}

export const stagedImport = part('staged import of codes', () => new StagedImport());
