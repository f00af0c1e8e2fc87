import {
  AppError,
  type DataFilter,
  type MaskingView,
  type ParsedInput,
  type RowView,
  type Sort,
  type TableName,
} from '../../../preload/contract';
import type { SignedIn, Unlocked } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { mask, maskRow } from './mask';
import { type IsRevealed, isPersonal, maskedFilter } from './masked-search';

type Revealed = ParsedInput<'masking.reveal'>['what'];

/** Whose personal values are hidden, and what was revealed since the workspace was unlocked. */
export class Masking {
  readonly #store: Store;
  readonly #signedIn: () => Pick<SignedIn, 'id' | 'role'>;
  #revealedRows = new Set<string>();
  #revealedColumns: MaskingView['revealed'] = [];

  constructor({ store, signedIn }: Pick<Unlocked, 'store' | 'signedIn'>) {
    this.#store = store;
    this.#signedIn = signedIn;
  }

  async view(): Promise<MaskingView> {
    const store = this.#store;
    const { id, role } = this.#signedIn();
    const rule = await readSetting(store, 'masking_rule');
    const isRequired = rule === 'everyone' || (rule === 'viewers' && role === 'viewer');
    const own = await store
      .selectFrom('users')
      .select('masks_data')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const isMasked = isRequired || own.masks_data === 1;
    return { rule, isRequired, isMasked, revealed: this.#revealedColumns };
  }

  /** Rows as the signed-in user may see them. */
  async shown<R extends RowView | null>(table: TableName, rows: readonly R[]): Promise<R[]> {
    if (!(await this.view()).isMasked) return [...rows];
    return rows.map((row) =>
      row === null || this.#revealedRows.has(keyOf(table, row.id))
        ? row
        : (maskRow(table, row, (column) => this.#isRevealed(table, column)) as R),
    );
  }

  /** A personal value outside of tables, as the signed-in user may see it. */
  async shownValue(value: string): Promise<string> {
    return (await this.view()).isMasked ? String(mask(value)) : value;
  }

  /**
   * What the signed-in user may look for by a filter: whoever sees values masked could otherwise guess
   * them letter by letter.
   *
   * @throws AppError `data.masked_search`
   */
  async allowedFilter(tables: readonly TableName[], filter: DataFilter): Promise<DataFilter> {
    if (!(await this.view()).isMasked) return filter;
    return maskedFilter(tables, filter, this.#isRevealed);
  }

  /** Rows in the order of a column tell its values. @throws AppError `data.masked_order` */
  async requireSortable(table: TableName, { column }: Sort): Promise<void> {
    if (!isPersonal(table, column) || this.#isRevealed(table, column)) return;
    if ((await this.view()).isMasked) throw new AppError('data.masked_order');
  }

  /** Shows it in the clear until it is hidden again or the workspace is locked. */
  reveal(table: TableName, what: Revealed): void {
    if (what.kind === 'row') this.#revealedRows.add(keyOf(table, what.id));
    else this.#revealedColumns = [...this.#revealedColumns, { table, column: what.column }];
  }

  readonly #isRevealed: IsRevealed = (table, column) =>
    this.#revealedColumns.some((each) => each.table === table && each.column === column);

  hide(): Promise<MaskingView> {
    this.#revealedRows = new Set();
    this.#revealedColumns = [];
    return this.view();
  }
}

const keyOf = (table: TableName, id: number): string => `${table} ${id}`;

export const masking = part('masking', (unlocked) => new Masking(unlocked));
