import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import {
  AppError,
  type ExportOutcome,
  type ExportProgress,
  type TableName,
} from '../../preload/contract';
import type { Actor } from '../audit/audit-log';
import { AbortedError, type WorkerClient } from '../worker/client';
import { oneTimePassword } from './password';

export interface ExportPorts {
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly actor: () => Actor;
  readonly countRows: (table: TableName) => Promise<number>;
  /** Asks where to save; null when the dialog is dismissed. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  readonly clipboard: { copySecret(text: string): Promise<void> };
  readonly nowMs: () => number;
  readonly onProgress: (progress: ExportProgress) => void;
}

interface Ticket {
  readonly table: TableName;
  readonly password: string;
  saving: AbortController | null;
}

/** Exports from the accepted obligations to the saved file; passwords live here, and only here. */
export class Exports {
  readonly #ports: ExportPorts;
  readonly #tickets = new Map<string, Ticket>();

  constructor(ports: ExportPorts) {
    this.#ports = ports;
  }

  /** Called once the obligations are accepted: the contract lets nobody through without them. */
  prepare(table: TableName): { ticket: string; password: string } {
    const ticket = randomUUID();
    const password = oneTimePassword();
    this.#tickets.set(ticket, { table, password, saving: null });
    return { ticket, password };
  }

  async copyPassword(ticket: string): Promise<void> {
    await this.#ports.clipboard.copySecret(this.#ticket(ticket).password);
  }

  /** @throws AppError `export.busy`, and what writing the file throws. */
  async save(id: string): Promise<ExportOutcome> {
    const ticket = this.#ticket(id);
    if (ticket.saving) throw new AppError('export.busy');
    ticket.saving = new AbortController();
    try {
      const file = await this.#ports.chooseFile(suggestedName(ticket.table, this.#ports.nowMs()));
      if (file === null) return { outcome: 'dismissed' };
      const saved = await this.#write(id, ticket, file, ticket.saving.signal);
      this.#tickets.delete(id);
      return { outcome: 'saved', fileName: basename(file), folder: dirname(file), ...saved };
    } catch (error) {
      if (error instanceof AbortedError) return { outcome: 'cancelled' };
      throw error;
    } finally {
      ticket.saving = null;
    }
  }

  cancel(ticket: string): void {
    this.#ticket(ticket).saving?.abort();
  }

  discard(ticket: string): void {
    this.#tickets.get(ticket)?.saving?.abort();
    this.#tickets.delete(ticket);
  }

  async #write(id: string, ticket: Ticket, file: string, signal: AbortSignal) {
    const { worker, actor, countRows, nowMs, onProgress } = this.#ports;
    const { table, password } = ticket;
    const totalRows = await countRows(table);
    return worker.run(
      'export',
      { actor: { name: actor().name }, table, password, file, nowMs: nowMs() },
      { signal, onProgress: (progress) => onProgress({ ticket: id, totalRows, ...progress }) },
    );
  }

  #ticket(id: string): Ticket {
    const ticket = this.#tickets.get(id);
    if (!ticket) throw new AppError('export.ticket_not_found');
    return ticket;
  }
}

function suggestedName(table: TableName, nowMs: number): string {
  return `chatvault-${table}-${new Date(nowMs).toISOString().slice(0, 10)}.zip`;
}
