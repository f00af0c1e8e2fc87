import { sql } from 'kysely';
import {
  type Cell,
  type ModuleRowCounts,
  type RowView,
  TABLE_NAMES,
  type TableName,
} from '../../../preload/contract';
import type { Store } from './database';
import type { DataSchema } from './schema';
import { columnNames } from './tables';
import { anyTable } from './tables/any-table';

/** Reads rows of any data table. An expired row does not exist here, swept or not. */
export class DataRows {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** In the order of the ids; null for each that has gone. Values of bytes are left out. */
  async byIds(
    table: TableName,
    ids: readonly number[],
    nowMs: number,
  ): Promise<(RowView | null)[]> {
    const rows = await this.#live(table, nowMs)
      .select(['id', ...declared(table)])
      .where(sql<boolean>`id in (select value from json_each(${JSON.stringify(ids)}))`)
      .execute();
    const byId = new Map(rows.map((row) => [row.id, toView(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  /** Of every table. */
  async countAll(nowMs: number): Promise<Record<TableName, number>> {
    const counts = {} as Record<TableName, number>;
    for (const table of TABLE_NAMES) counts[table] = await this.count(table, nowMs);
    return counts;
  }

  async count(table: TableName, nowMs: number): Promise<number> {
    const { rows } = await this.#live(table, nowMs)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return rows;
  }

  /** Of each module of an experience, in each table; reads every row that the experience has. */
  async countByModule(experienceId: string, nowMs: number): Promise<ModuleRowCounts> {
    const counts: ModuleRowCounts = {};
    for (const table of TABLE_NAMES) {
      const ofTable = await this.#live(table, nowMs)
        .where('experience_id', '=', experienceId)
        .groupBy('module_id')
        .select((eb) => ['module_id', eb.fn.countAll<number>().as('rows')])
        .execute();
      for (const { module_id, rows } of ofTable) {
        counts[module_id] = { ...counts[module_id], [table]: rows };
      }
    }
    return counts;
  }

  /** Streams all rows in the order in which they came, without holding them in memory. */
  stream(table: TableName, nowMs: number): AsyncIterableIterator<Record<string, Cell>> {
    return this.#live(table, nowMs).select(declared(table)).orderBy('id').stream();
  }

  #live(table: TableName, nowMs: number) {
    return this.#store.selectFrom(anyTable(table)).where('expires_at', '>', nowMs);
  }
}

function declared(table: TableName): (keyof DataSchema['participations'])[] {
  return columnNames(table) as (keyof DataSchema['participations'])[];
}

function toView({ id, ...cells }: { id: number } & Record<string, Cell>): RowView {
  return { id, cells, isMasked: false };
}
