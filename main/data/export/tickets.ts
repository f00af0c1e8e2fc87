import { randomUUID } from 'node:crypto';
import {
  AppError,
  type ExportSelection,
  type Language,
  type Output,
} from '../../../preload/contract';
import type { Unlocked } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';
import type { TaskOptions } from '../../foundation/operation/task';
import { oneTimePassword } from '../../vault/workspace/one-time-password';
import type { Permit } from './allowance';
import type { ReportedProgress } from './progress';
import type { RegisterEntry } from './register-saved';
import type { ExportedFile, FileRequest } from './write-export';

/** What a user may save once the obligations are accepted. */
export interface Ticket {
  readonly entry: Pick<RegisterEntry, 'id' | 'purpose'>;
  readonly selection: ExportSelection;
  /** Looked at again when the file is written. */
  readonly permit: Permit;
  /** What the file's name says of it. Nothing personal: what was searched for may be an address. */
  readonly title: string;
  readonly ending: 'zip' | 'pdf';
  readonly deleteWithinDays: number;
  /** Of the obligations that were read. */
  readonly language: Language;
  /** Writes the file in a lane. */
  readonly write: (
    run: Unlocked['run'],
    request: FileRequest,
    options: TaskOptions<ReportedProgress>,
  ) => Promise<ExportedFile>;
}

interface HeldTicket {
  readonly ticket: Ticket;
  /** In bytes, which can be overwritten. A text would be in memory until it is collected. */
  readonly password: Buffer;
  saving: AbortController | null;
  /** What it was good for has ended: whoever waits for its file is told that. */
  isOver: boolean;
}

/**
 * The exports that users have prepared, with their one-time passwords, which nothing else keeps. A
 * ticket is good until it has saved a file, is discarded or the workspace is locked.
 */
export class Tickets {
  readonly #held = new Map<string, HeldTicket>();
  #isClosed = false;

  open(ticket: Ticket): Output<'exports.prepare'> {
    const id = randomUUID();
    const password = oneTimePassword();
    this.#held.set(id, { ticket, password: Buffer.from(password), saving: null, isOver: false });
    return { ticket: id, password };
  }

  /** @throws AppError `export.ticket_not_found` */
  passwordOf(id: string): string {
    return this.#find(id).password.toString();
  }

  /**
   * Does what saves a ticket, which `signal` stops. The ticket stays, for another attempt.
   *
   * @throws AppError `export.ticket_not_found`, `export.busy` while it is being saved,
   * `export.release_gone` when what it was good for ends meanwhile
   */
  async saving<T>(
    id: string,
    save: (ticket: Ticket, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const held = this.#find(id);
    if (held.saving) throw new AppError('export.busy');
    const stop = new AbortController();
    held.saving = stop;
    try {
      return await save(held.ticket, stop.signal);
    } catch (error) {
      if (held.isOver) throw new AppError('export.release_gone');
      throw error;
    } finally {
      held.saving = null;
    }
  }

  /** Stops what saves it. @throws AppError `export.ticket_not_found` */
  cancel(id: string): void {
    this.#find(id).saving?.abort();
  }

  /** Stops what saves it and forgets its password; nothing happens when there is no such ticket. */
  discard(id: string): void {
    const held = this.#held.get(id);
    held?.saving?.abort();
    held?.password.fill(0);
    this.#held.delete(id);
  }

  /** Ends every ticket of an entry in the register: what it allowed is used up or taken back. */
  endAllOf(entryId: string): void {
    const ofEntry = [...this.#held].filter(([, { ticket }]) => ticket.entry.id === entryId);
    for (const [id, held] of ofEntry) {
      held.isOver = true;
      this.discard(id);
    }
  }

  /** Forgets all passwords, since the workspace is locked. */
  close(): void {
    this.#isClosed = true;
    for (const { password } of this.#held.values()) password.fill(0);
    this.#held.clear();
  }

  #find(id: string): HeldTicket {
    const held = this.#held.get(id);
    // The dialog for the file may have been open when the workspace was locked.
    if (!held) throw new AppError(this.#isClosed ? 'workspace.locked' : 'export.ticket_not_found');
    return held;
  }
}

export const tickets = part('tickets of exports', () => new Tickets());
