import { randomUUID } from 'node:crypto';
import type { EventName, Events, TableName, WorkspaceSettings } from '../../preload/contract';
import { Sessions } from '../chat/sessions';
import { Exports } from '../export/exports';
import { moduleOf } from '../modules';
import { createEffectStore } from '../retention/effect-store';
import { readPolicy } from '../retention/policy';
import { Retention } from '../retention/retention';
import { DataRows } from '../store/data-rows';
import { Experiences } from '../store/experiences';
import { writeSetting } from '../store/settings';
import { WorkerClient } from '../worker/client';
import type { OpenedWorkspace } from './workspace-folder';

export type Emit = <E extends EventName>(event: E, payload: Events[E]) => void;

/** What the services of an unlocked workspace need from the world around them. */
export interface Surroundings {
  readonly workerScript: string;
  readonly nativeBinding: string | undefined;
  readonly nowMs: () => number;
  readonly timeZone: () => string;
  readonly openLink: (url: string) => Promise<void>;
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  readonly clipboard: { copySecret(text: string): Promise<void> };
  readonly emit: Emit;
  readonly logFailure: (error: unknown) => void;
}

/** All that exists only while the workspace is unlocked, and is gone when it is locked. */
export class Unlocked {
  readonly name: string;
  readonly user: OpenedWorkspace['user'];
  readonly rows: DataRows;
  readonly experiences: Experiences;
  readonly sessions: Sessions;
  readonly exports: Exports;
  readonly retention: Retention;
  readonly emit: Emit;
  readonly nowMs: () => number;
  readonly #opened: OpenedWorkspace;
  readonly #worker: WorkerClient;
  #isClosed = false;

  constructor(opened: OpenedWorkspace, surroundings: Surroundings) {
    const { store, databaseFile, key } = opened;
    const { nowMs, emit, workerScript, nativeBinding } = surroundings;
    this.#opened = opened;
    this.#worker = new WorkerClient(workerScript, { databaseFile, key, nativeBinding });
    this.name = opened.name;
    this.user = opened.user;
    this.emit = emit;
    this.nowMs = nowMs;
    this.rows = new DataRows(store);
    this.experiences = new Experiences(store);
    this.sessions = new Sessions({
      ...surroundings,
      store: createEffectStore(store),
      registry: moduleOf,
      newId: randomUUID,
    });
    this.exports = new Exports({
      ...surroundings,
      worker: this.#worker,
      countRows: (table) => this.rows.count(table, nowMs()),
      onProgress: (progress) => emit('export.progress', progress),
    });
    this.retention = this.#createRetention(surroundings);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  async settings(): Promise<WorkspaceSettings> {
    const { storesData, maxDays } = await readPolicy(this.#opened.store);
    return { storeData: storesData, maxRetentionDays: maxDays };
  }

  async setStoreData(storeData: boolean): Promise<WorkspaceSettings> {
    await writeSetting(this.#opened.store, 'store_data', storeData);
    return this.settings();
  }

  /** @throws AppError `data.row_not_found` */
  async deleteRow(table: TableName, id: number): Promise<void> {
    await this.rows.deleteRow(table, id);
    await this.#worker.run('emptyLog', null);
    this.emit('data.changed', { tables: [table] });
  }

  /** @throws AppError `data.count_changed` */
  async deleteAll(table: TableName, confirmedRows: number): Promise<number> {
    const nowMs = this.nowMs();
    const deleted = await this.#worker.run('deleteAll', { table, confirmedRows, nowMs });
    this.emit('data.changed', { tables: [table] });
    return deleted;
  }

  /** Ends everything, closes the database and zeroes the key. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.retention.stop();
    await this.#worker.stop();
    await this.#opened.store.destroy();
    this.#opened.key.fill(0);
  }

  #createRetention({ nowMs, emit, logFailure }: Surroundings): Retention {
    return new Retention({
      store: this.#opened.store,
      sweep: (at) => this.#worker.run('sweep', { nowMs: at }),
      nowMs,
      onFailure: logFailure,
      onSwept: (report) => {
        emit('retention.swept', report);
        const tables = Object.keys(report.removed) as TableName[];
        if (tables.length > 0) emit('data.changed', { tables });
      },
    });
  }
}
