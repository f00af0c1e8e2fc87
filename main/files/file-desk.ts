import { basename } from 'node:path';
import { AppError, type Output } from '../../preload/contract';
import type { Actor } from '../audit/audit-log';
import type { Store } from '../store/database';
import type { WorkerLanes } from '../worker/lanes';
import type { StoredFile } from './stored-file';

export interface FileDeskPorts {
  readonly store: Store;
  readonly worker: Pick<WorkerLanes, 'run'>;
  readonly nowMs: () => number;
  /** Asks where to save; null when the dialog is dismissed. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
}

/** Opens uploads, which leave the database only on request. */
export class FileDesk {
  readonly #ports: FileDeskPorts;

  constructor(ports: FileDeskPorts) {
    this.#ports = ports;
  }

  /** @throws AppError what `viewFile` throws. */
  view({ name }: Actor, id: number): Promise<StoredFile> {
    const { worker, nowMs } = this.#ports;
    return worker.run('viewFile', { id, actor: { name }, nowMs: nowMs() });
  }

  /** @throws AppError what `saveFile` throws. */
  async save({ name }: Actor, id: number): Promise<Output<'files.save'>> {
    const { worker, nowMs, chooseFile } = this.#ports;
    const file = await chooseFile(await this.#nameOf(id));
    if (file === null) return { outcome: 'dismissed' };
    await worker.run('saveFile', { id, file, actor: { name }, nowMs: nowMs() });
    return { outcome: 'saved', fileName: basename(file) };
  }

  async #nameOf(id: number): Promise<string> {
    const { store, nowMs } = this.#ports;
    const row = await store
      .selectFrom('files')
      .select('file_name')
      .where('id', '=', id)
      .where('expires_at', '>', nowMs())
      .executeTakeFirst();
    if (!row?.file_name) throw new AppError('data.row_not_found');
    return row.file_name;
  }
}
