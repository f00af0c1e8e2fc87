import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import {
  AppError,
  type ExportOutcome,
  type ExportProgress,
  type ExportScope,
  ExportSelection,
  type Language,
  type ParsedInput,
  TABLE_NAMES,
} from '../../preload/contract';
import { DAY_MS } from '../retention/policy';
import type { Store } from '../store/database';
import { readSetting } from '../store/settings';
import { AbortedError, type WorkerClient } from '../worker/client';
import { obligationsIn } from './obligations';
import { oneTimePassword } from './password';
import type { ReportedProgress } from './progress';
import { type ExportUser, findReleased, type RegisterEntry, requestRelease } from './register';

export interface ExportPorts {
  readonly store: Store;
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly user: () => ExportUser;
  /** Asks where to save; null when the dialog is dismissed. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  readonly clipboard: { copySecret(text: string): Promise<void> };
  readonly nowMs: () => number;
  /** IANA name of the zone that is written for people. */
  readonly timeZone: () => string;
  readonly onProgress: (progress: ExportProgress) => void;
  /** The register has a new entry, or another one. */
  readonly onChanged: () => void;
}

interface AccessRequest {
  readonly email: string;
  /** For the register. */
  readonly purpose: string;
  readonly language: Language;
}

interface Ticket {
  readonly selection: ExportSelection;
  /** The address, when all that is stored about a person is exported. */
  readonly person?: string;
  readonly entry: Pick<RegisterEntry, 'id' | 'purpose'>;
  readonly deleteWithinDays: number;
  readonly maxRows: number | null;
  /** A second user has released so many. */
  readonly isReleased?: true;
  /** Of the obligations that were read. */
  readonly language: Language;
  /** Zeroed when the ticket is used up or given back; a string would stay until it is collected. */
  readonly password: Buffer;
  saving: AbortController | null;
}

/** Exports from the accepted obligations to the saved file; passwords live here, and only here. */
export class Exports {
  readonly #ports: ExportPorts;
  readonly #tickets = new Map<string, Ticket>();

  constructor(ports: ExportPorts) {
    this.#ports = ports;
  }

  count(scope: Pick<ExportScope, 'tables' | 'filter'>) {
    const { worker, nowMs } = this.#ports;
    return worker.run('countExport', { scope, nowMs: nowMs() });
  }

  /**
   * Called once the obligations are accepted: the contract lets nobody through without them.
   *
   * @throws AppError `export.release_needed`
   */
  async prepare(request: ParsedInput<'exports.prepare'>) {
    const { selection, purpose, deleteWithinDays } = request;
    const maxRows = await readSetting(this.#ports.store, 'export_release_rows');
    const rows = maxRows === null ? 0 : await this.#rowsOf(selection);
    if (maxRows !== null && rows > maxRows) {
      throw new AppError('export.release_needed', { rows, limit: maxRows });
    }
    const entry = { id: randomUUID(), purpose };
    const { language } = selection;
    return this.#open({ selection, entry, maxRows, language }, deleteWithinDays);
  }

  /**
   * Of as many rows as were released: more of them that came later need another release.
   *
   * @throws AppError `export.not_found` unless another user has released it for this one.
   */
  async prepareReleased(id: string, language: Language) {
    const { store, user } = this.#ports;
    const { selection, purpose, rows } = await findReleased(store, user(), id);
    return this.#open({
      selection,
      entry: { id, purpose },
      maxRows: rows,
      isReleased: true,
      language,
    });
  }

  /** All that is stored about a person, who has a right to it: nobody has to release that. */
  prepareAccess({ email, purpose, language }: AccessRequest) {
    const entry = { id: randomUUID(), purpose };
    const selection = ExportSelection.parse({
      tables: TABLE_NAMES,
      filter: { search: email },
      channels: 'all',
      language,
    });
    return this.#open({ selection, person: email, entry, maxRows: null, language });
  }

  async requestRelease(selection: ExportSelection, purpose: string): Promise<void> {
    const { store, user, nowMs, onChanged } = this.#ports;
    const rows = await this.#rowsOf(selection);
    await requestRelease(store, user(), { selection, purpose, rows }, nowMs());
    onChanged();
  }

  async copyPassword(ticket: string): Promise<void> {
    await this.#ports.clipboard.copySecret(textOf(this.#ticket(ticket)));
  }

  /** @throws AppError `export.busy`, and what writing the file throws. */
  async save(id: string): Promise<ExportOutcome> {
    const ticket = this.#ticket(id);
    if (ticket.saving) throw new AppError('export.busy');
    ticket.saving = new AbortController();
    try {
      const file = await this.#ports.chooseFile(suggestedName(ticket, this.#ports.nowMs()));
      if (file === null) return { outcome: 'dismissed' };
      // Given back while the dialog was open, it has no password any more.
      if (ticket.saving.signal.aborted) return { outcome: 'cancelled' };
      const saved = await this.#write(id, ticket, file, ticket.saving.signal);
      this.#forget(id, ticket);
      this.#ports.onChanged();
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

  discard(id: string): void {
    const ticket = this.#tickets.get(id);
    if (!ticket) return;
    ticket.saving?.abort();
    this.#forget(id, ticket);
  }

  discardAll(): void {
    for (const id of this.#tickets.keys()) this.discard(id);
  }

  async #open(
    ticket: Omit<Ticket, 'password' | 'saving' | 'deleteWithinDays'>,
    days?: number,
  ): Promise<{ ticket: string; password: string }> {
    const deleteWithinDays = days ?? (await readSetting(this.#ports.store, 'export_delete_days'));
    const id = randomUUID();
    const password = oneTimePassword();
    const kept = Buffer.from(password, 'latin1');
    this.#tickets.set(id, { ...ticket, deleteWithinDays, password: kept, saving: null });
    return { ticket: id, password };
  }

  #forget(id: string, { password }: Ticket): void {
    password.fill(0);
    this.#tickets.delete(id);
  }

  async #rowsOf({ channels, ...scope }: ExportScope): Promise<number> {
    const { tables, filter } = scope;
    const { collected, preview } = await this.count({ tables, filter });
    return (channels === 'preview' ? 0 : collected) + (channels === 'collected' ? 0 : preview);
  }

  async #write(id: string, ticket: Ticket, file: string, signal: AbortSignal) {
    const { worker, user, nowMs: now, timeZone, onProgress } = this.#ports;
    const { selection, person, language, deleteWithinDays } = ticket;
    const { maxRows, isReleased = false } = ticket;
    const nowMs = now();
    const { id: userId, name } = user();
    const entry = {
      ...ticket.entry,
      user: { id: userId, name },
      obligations: obligationsIn(language),
      deleteBy: nowMs + deleteWithinDays * DAY_MS,
    };
    const input = { selection, entry, password: textOf(ticket), file, nowMs };
    const watch = {
      signal,
      onProgress: (progress: ReportedProgress) => onProgress({ ticket: id, ...progress }),
    };
    return person === undefined
      ? worker.run('export', { ...input, maxRows, isReleased }, watch)
      : worker.run('exportPerson', { ...input, email: person, timeZone: timeZone() }, watch);
  }

  #ticket(id: string): Ticket {
    const ticket = this.#tickets.get(id);
    if (!ticket) throw new AppError('export.ticket_not_found');
    return ticket;
  }
}

/** For the moment of handing it over. */
function textOf({ password }: Ticket): string {
  return password.toString('latin1');
}

/** Tells what is in it, and nothing personal: a search is an address. */
function suggestedName({ selection, person }: Ticket, nowMs: number): string {
  const { tables, level } = selection;
  const [only, ...others] = tables;
  const content = person !== undefined ? 'person' : others.length === 0 ? only : 'data';
  const kept = level === 'full' ? '' : `-${level.replace('_', '-')}`;
  return `chatvault-${content}${kept}-${new Date(nowMs).toISOString().slice(0, 10)}.zip`;
}
