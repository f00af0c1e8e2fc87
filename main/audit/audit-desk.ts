import { basename } from 'node:path';
import type {
  AuditEntry,
  AuditFilter,
  AuditVerdict,
  Output,
  ParsedInput,
} from '../../preload/contract';
import type { Store } from '../store/database';
import { readSetting, writeSetting } from '../store/settings';
import { AbortedError, type WorkerClient } from '../worker/client';
import { readAuditUsers } from './audit-entries';
import { type Actor, recordAudit } from './audit-log';

export interface AuditDeskPorts {
  readonly store: Store;
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly nowMs: () => number;
  readonly clipboard: { copyText(text: string): Promise<void> };
  /** Asks where to save; null when the dialog is dismissed. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
}

/** What users do with the audit log: read, verify and export it, and set how long it remembers. */
export class AuditDesk {
  readonly #ports: AuditDeskPorts;
  #isIntact: boolean;
  #head = '';

  constructor(ports: AuditDeskPorts, isIntact: boolean) {
    this.#ports = ports;
    this.#isIntact = isIntact;
  }

  /** As the last verification found it. */
  get isIntact(): boolean {
    return this.#isIntact;
  }

  async page(request: ParsedInput<'audit.page'>): Promise<Output<'audit.page'>> {
    const entries: AuditEntry[] = await this.#ports.worker.run('auditPage', request);
    const next = entries.length === request.limit ? entries.at(-1)?.seq : undefined;
    return { entries, ...(next !== undefined && { next }) };
  }

  users(): Promise<string[]> {
    return readAuditUsers(this.#ports.store);
  }

  async verify(): Promise<AuditVerdict> {
    const verdict = await this.#ports.worker.run('verifyAudit', null);
    this.#isIntact = verdict.intact;
    this.#head = verdict.intact ? verdict.head : '';
    return verdict;
  }

  copyHead(): Promise<void> {
    return this.#ports.clipboard.copyText(this.#head);
  }

  /** @throws AppError what writing the file throws. */
  async export({ name }: Actor, filter: AuditFilter): Promise<Output<'audit.export'>> {
    const { worker, nowMs, chooseFile } = this.#ports;
    const date = new Date(nowMs()).toISOString().slice(0, 10);
    const file = await chooseFile(`chatvault-audit-log-${date}.csv`);
    if (file === null) return { outcome: 'dismissed' };
    try {
      const task = { filter, file, actor: { name }, nowMs: nowMs() };
      const entries = await worker.run('exportAudit', task);
      return { outcome: 'saved', fileName: basename(file), entries };
    } catch (error) {
      // Only locking ends it half-way.
      if (error instanceof AbortedError) return { outcome: 'dismissed' };
      throw error;
    }
  }

  /** The next sweep applies it. */
  async setRetention(actor: Actor, days: number): Promise<void> {
    const { store, nowMs } = this.#ports;
    await store.transaction().execute(async (transaction) => {
      const before = await readSetting(transaction, 'audit_retention_days');
      if (before === days) return;
      await writeSetting(transaction, 'audit_retention_days', days);
      const details = { before, days };
      await recordAudit(transaction, actor, nowMs(), 'audit.retention_changed', details);
    });
  }
}
