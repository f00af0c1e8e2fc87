import { randomUUID } from 'node:crypto';
import {
  AppError,
  type CodePool,
  type CodeReadOutcome,
  type CodesProgress,
} from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import type { Store } from '../store/database';
import { readSetting } from '../store/settings';
import { AbortedError, type WorkerClient } from '../worker/client';
import { expectNoLeftovers } from './leftovers';
import type { StagedCodes } from './stage-codes';

export interface CodePorts {
  readonly store: Store;
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly nowMs: () => number;
  readonly actor: () => Actor;
  /** Asks for the file to import; null when the dialog is dismissed. */
  readonly chooseCodes: () => Promise<string | null>;
  readonly onProgress: (progress: CodesProgress) => void;
}

interface Staged extends StagedCodes {
  readonly ticket: string;
  readonly poolId: string;
}

/** What users do with pools of codes. One import is prepared at a time. */
export class CodeDesk {
  readonly #ports: CodePorts;
  #reading: AbortController | null = null;
  #staged: Staged | null = null;

  constructor(ports: CodePorts) {
    this.#ports = ports;
  }

  list(): Promise<CodePool[]> {
    return this.#ports.worker.run('codePools', null);
  }

  /** Removes what an import has left behind that a crash or the lock cut short. */
  async tidy(): Promise<void> {
    const { store, worker } = this.#ports;
    const pools = await readSetting(store, 'leftover_codes');
    if (pools.length > 0) await worker.run('removeLeftoverCodes', null);
  }

  /**
   * @param poolId the pool to add to; null for a new one.
   * @throws AppError `codes.*`, each saying what is wrong with the file; `codes.busy`
   */
  async read(poolId: string | null): Promise<CodeReadOutcome> {
    if (this.#reading) throw new AppError('codes.busy');
    const reading = new AbortController();
    this.#reading = reading;
    try {
      if (poolId !== null) await this.#nameOf(this.#ports.store, poolId);
      const file = await this.#ports.chooseCodes();
      if (file === null) return { outcome: 'dismissed' };
      const { worker, onProgress } = this.#ports;
      this.#staged = null;
      const id = poolId ?? randomUUID();
      const { signal } = reading;
      const options = { signal, onProgress };
      const staged = await worker.run('stageCodes', { file, poolId: id }, options);
      const ticket = randomUUID();
      this.#staged = { ...staged, ticket, poolId: id };
      return { outcome: 'read', preview: { ticket, ...staged.preview } };
    } catch (error) {
      if (error instanceof AbortedError) return { outcome: 'cancelled' };
      throw error;
    } finally {
      this.#reading = null;
    }
  }

  cancel(): void {
    this.#reading?.abort();
  }

  /** Makes the codes that were read part of their pool. Returns its id. @throws AppError `codes.ticket_not_found` */
  async import(ticket: string, name: string): Promise<string> {
    const { store, nowMs, actor } = this.#ports;
    const staged = this.#take(ticket);
    const { poolId, base, encodable, preview } = staged;
    const flags = { ean13: flag(encodable.ean13), code128: flag(encodable.code128) };
    await store.transaction().execute(async (transaction) => {
      const size = base + preview.codes;
      const values = { id: poolId, name, size, created_at: nowMs(), ...flags };
      await transaction
        .insertInto('code_pools')
        .values(values)
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({
            size,
            ean13: row.fn<0 | 1>('min', ['code_pools.ean13', 'excluded.ean13']),
            code128: row.fn<0 | 1>('min', ['code_pools.code128', 'excluded.code128']),
          })),
        )
        .execute();
      await expectNoLeftovers(transaction, poolId);
      const details = { pool: await this.#nameOf(transaction, poolId), codes: preview.codes };
      await recordAudit(transaction, actor(), nowMs(), 'codes.imported', details);
    });
    return poolId;
  }

  /** Forgets what was read. */
  async discard(ticket: string): Promise<void> {
    if (this.#staged?.ticket !== ticket) return;
    this.#staged = null;
    await this.tidy();
  }

  /** @throws AppError `codes.pool_not_found` */
  async rename(poolId: string, name: string): Promise<void> {
    const { store, nowMs, actor } = this.#ports;
    await store.transaction().execute(async (transaction) => {
      const from = await this.#nameOf(transaction, poolId);
      await transaction.updateTable('code_pools').set({ name }).where('id', '=', poolId).execute();
      await recordAudit(transaction, actor(), nowMs(), 'codes.renamed', { from, to: name });
    });
  }

  /** @throws AppError `codes.pool_not_found`, `codes.in_use` */
  async delete(poolId: string, confirmedExperiences: number): Promise<void> {
    const { worker, nowMs, actor } = this.#ports;
    const { name } = actor();
    const request = { actor: { name }, poolId, confirmedExperiences, nowMs: nowMs() };
    await worker.run('deleteCodePool', request);
  }

  #take(ticket: string): Staged {
    const staged = this.#staged;
    if (staged?.ticket !== ticket || staged.preview.codes === 0)
      throw new AppError('codes.ticket_not_found');
    this.#staged = null;
    return staged;
  }

  async #nameOf(store: Store, poolId: string): Promise<string> {
    const pool = await store
      .selectFrom('code_pools')
      .select('name')
      .where('id', '=', poolId)
      .executeTakeFirst();
    if (!pool) throw new AppError('codes.pool_not_found');
    return pool.name;
  }
}

const flag = (is: boolean): 0 | 1 => (is ? 1 : 0);
