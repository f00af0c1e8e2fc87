import type { Cell, RowView, TableName } from '../../preload/contract';
import { AppError } from '../../preload/contract';
import type { Store } from './database';
import type { DataSchema } from './schema';
import { columnNames } from './tables';

export interface PageRequest {
  table: TableName;
  /** Only rows older than the one with this id. */
  before?: number | undefined;
  limit: number;
  nowMs: number;
}

/** Reads and deletes rows of any data table. An expired row does not exist here, swept or not. */
export class DataRows {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async page({ table, before, limit, nowMs }: PageRequest): Promise<RowView[]> {
    let query = this.#live(table, nowMs).select(['id', ...declared(table)]);
    if (before !== undefined) query = query.where('id', '<', before);
    const rows = await query.orderBy('id', 'desc').limit(limit).execute();
    return rows.map((row) => toView(row));
  }

  async count(table: TableName, nowMs: number): Promise<number> {
    const { rows } = await this.#live(table, nowMs)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return rows;
  }

  async countByModule(experienceId: string, table: TableName, nowMs: number) {
    return this.#live(table, nowMs)
      .where('experience_id', '=', experienceId)
      .groupBy('module_id')
      .select((eb) => ['module_id', eb.fn.countAll<number>().as('rows')])
      .execute();
  }

  /** Streams all rows in the order in which they came, without holding them in memory. */
  stream(table: TableName, nowMs: number): AsyncIterableIterator<Record<string, Cell>> {
    return this.#live(table, nowMs).select(declared(table)).orderBy('id').stream();
  }

  /** @throws AppError `data.row_not_found` when the row is gone already. */
  async deleteRow(table: TableName, id: number): Promise<void> {
    const { numDeletedRows } = await this.#store
      .deleteFrom(anyTable(table))
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw new AppError('data.row_not_found');
  }

  /**
   * Deletes every row, those included that have expired but are not swept yet.
   *
   * @throws AppError `data.count_changed` when there are more live rows than the user agreed to.
   */
  async deleteAll(table: TableName, confirmedRows: number, nowMs: number): Promise<number> {
    return this.#store.transaction().execute(async (transaction) => {
      const rows = await new DataRows(transaction).count(table, nowMs);
      if (rows > confirmedRows) throw new AppError('data.count_changed', { rows });
      await transaction.deleteFrom(anyTable(table)).execute();
      return rows;
    });
  }

  #live(table: TableName, nowMs: number) {
    return this.#store.selectFrom(anyTable(table)).where('expires_at', '>', nowMs);
  }
}

/**
 * Kysely's types need one table, and every data table has the columns that are used here. This is
 * the one place where a table's declaration stands in for its type.
 */
function anyTable(table: TableName): 'participations' {
  return table as keyof DataSchema as 'participations';
}

function declared(table: TableName): (keyof DataSchema['participations'])[] {
  return columnNames(table) as (keyof DataSchema['participations'])[];
}

function toView({ id, ...cells }: { id: number } & Record<string, Cell>): RowView {
  return { id, cells };
}
