import { dirname } from 'node:path';
import {
  AppError,
  type BackupProgress,
  type BackupView,
  type IntegrityVerdict,
  type Output,
} from '../../preload/contract';
import type { Actor } from '../audit/audit-log';
import type { Store } from '../store/database';
import { readSetting } from '../store/settings';
import { AbortedError, type WorkerClient } from '../worker/client';
import { slotFileIn } from '../workspace/place';
import { noteDamage } from './integrity';

export interface BackupDeskPorts {
  readonly store: Store;
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly workspaceName: string;
  readonly databaseFile: string;
  readonly appVersion: string;
  readonly nowMs: () => number;
  /** Asks where to save; null when the dialog is dismissed. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  readonly onProgress: (progress: BackupProgress) => void;
}

/** What an admin does to be able to lose the computer: save backups, and look for damage. */
export class BackupDesk {
  readonly #ports: BackupDeskPorts;
  #saving: AbortController | null = null;

  constructor(ports: BackupDeskPorts) {
    this.#ports = ports;
  }

  last(): Promise<BackupView | null> {
    return readSetting(this.#ports.store, 'last_backup');
  }

  /** @throws AppError `backup.busy`, and what saving throws. */
  async save({ name }: Actor): Promise<Output<'backup.save'>> {
    if (this.#saving) throw new AppError('backup.busy');
    const saving = new AbortController();
    this.#saving = saving;
    try {
      const { worker, workspaceName, chooseFile, nowMs, onProgress } = this.#ports;
      const file = await chooseFile(suggestedName(workspaceName, nowMs()));
      if (file === null) return { outcome: 'dismissed' };
      const { databaseFile, appVersion } = this.#ports;
      const slotFile = slotFileIn(dirname(databaseFile));
      const task = { file, slotFile, appVersion, actor: { name }, nowMs: nowMs() };
      const options = { signal: saving.signal, onProgress };
      return { outcome: 'saved', backup: await worker.run('backup', task, options) };
    } catch (error) {
      if (error instanceof AbortedError) return { outcome: 'cancelled' };
      throw error;
    } finally {
      this.#saving = null;
    }
  }

  cancel(): void {
    this.#saving?.abort();
  }

  async checkIntegrity(): Promise<IntegrityVerdict> {
    const { worker, nowMs, databaseFile } = this.#ports;
    const intact = await worker.run('checkIntegrity', null);
    await noteDamage(dirname(databaseFile), !intact);
    return { intact, checkedAt: nowMs() };
  }
}

/** Only what every file system takes in a name. */
function suggestedName(workspaceName: string, nowMs: number): string {
  const name = workspaceName
    .replace(/[^\p{L}\p{N} _-]+/gu, '-')
    .slice(0, 60)
    .trim();
  return `${name || 'ChatVault'}-${new Date(nowMs).toISOString().slice(0, 10)}.chatvault-backup`;
}
