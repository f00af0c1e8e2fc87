import {
  AppError,
  type FilterChoices,
  type Output,
  type ParsedInput,
  type TableName,
} from '../../preload/contract';
import type { Actor } from '../audit/audit-log';
import { deleteRow } from '../retention/deletions';
import { DataRows } from '../store/data-rows';
import type { Store } from '../store/database';
import { allTables, columnViews } from '../store/tables';
import { AbortedError, type WorkerClient } from '../worker/client';
import type { Masking } from './masking';
import { RowLists } from './row-lists';

export interface DataDeskPorts {
  readonly store: Store;
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly masking: Masking;
  readonly user: () => Actor;
  readonly nowMs: () => number;
  /** The time to delete by. @throws AppError `retention.clock_ahead` */
  readonly deletionMs: () => number;
  readonly onListed: (listed: { list: number; total: number }) => void;
  readonly onDeleting: (progress: { deleted: number; total: number }) => void;
  readonly onChanged: (table: TableName) => void;
  /** Removes the traces of what was deleted. */
  readonly scrub: () => Promise<void>;
  readonly logFailure: (error: unknown) => void;
}

/** What the data tabs show and delete. */
export class DataDesk {
  readonly #ports: DataDeskPorts;
  readonly #rows: DataRows;
  readonly #lists: RowLists;
  #deleting: AbortController | null = null;

  constructor(ports: DataDeskPorts) {
    this.#ports = ports;
    this.#rows = new DataRows(ports.store);
    this.#lists = new RowLists({ ...ports, onFailure: ports.logFailure });
  }

  async tables(): Promise<Output<'data.tables'>> {
    const rows = await this.#ports.worker.run('tableRows', { nowMs: this.#ports.nowMs() });
    const tabs = allTables.filter(({ tab }) => tab);
    return tabs.map(({ name }) => ({ name, columns: columnViews(name), rows: rows[name] }));
  }

  async page({ from, limit, ...request }: ParsedInput<'data.page'>): Promise<Output<'data.page'>> {
    const { masking, nowMs } = this.#ports;
    const list = await this.#lists.open(request);
    const ids = [...list.ids.subarray(from, from + limit)];
    const found = await this.#rows.byIds(request.table, ids, nowMs());
    const rows = await masking.shown(request.table, found);
    // Only now: it may have become complete meanwhile.
    return { list: list.number, rows, total: list.ids.length, isComplete: list.isComplete };
  }

  ids(span: ParsedInput<'data.ids'>): number[] {
    return this.#lists.ids(span);
  }

  /** @throws AppError `data.row_not_found` */
  async row({ table, id }: ParsedInput<'data.row'>): Promise<Output<'data.row'>> {
    const { worker, masking, nowMs } = this.#ports;
    const [row] = await this.#rows.byIds(table, [id], nowMs());
    if (!row) throw new AppError('data.row_not_found');
    const related = await worker.run('relatedRows', { table, row, nowMs: nowMs() });
    for (const each of related) each.rows = await masking.shown(each.table, each.rows);
    const [shown = row] = await masking.shown(table, [row]);
    return { row: shown, related };
  }

  filterChoices(table: TableName): Promise<FilterChoices> {
    return this.#ports.worker.run('filterChoices', { table });
  }

  /** @throws AppError `data.row_not_found`, `data.row_held`, `retention.clock_ahead` */
  async deleteRow(table: TableName, id: number): Promise<void> {
    const { store, user, deletionMs, onChanged, scrub } = this.#ports;
    await deleteRow(store, user(), table, id, deletionMs());
    onChanged(table);
    await scrub();
  }

  /** @throws AppError `data.count_changed`, `retention.clock_ahead` */
  async deleteAll(request: ParsedInput<'data.deleteAll'>): Promise<Output<'data.deleteAll'>> {
    const { worker, user, deletionMs, onChanged, onDeleting, scrub } = this.#ports;
    const stop = new AbortController();
    this.#deleting = stop;
    try {
      const { name } = user();
      const input = { ...request, actor: { name }, nowMs: deletionMs() };
      const options = { signal: stop.signal, onProgress: onDeleting };
      const deletion = await worker.run('deleteAll', input, options);
      onChanged(request.table);
      await scrub();
      return { outcome: 'deleted', ...deletion };
    } catch (error) {
      if (error instanceof AbortedError) return { outcome: 'cancelled' };
      throw error;
    } finally {
      this.#deleting = null;
    }
  }

  cancelDeletion(): void {
    this.#deleting?.abort();
  }
}
