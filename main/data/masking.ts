import type {
  MaskingRule,
  MaskingView,
  ParsedInput,
  RowView,
  TableName,
} from '../../preload/contract';
import { recordAudit } from '../audit/audit-log';
import type { Store } from '../store/database';
import { readSetting, writeSetting } from '../store/settings';
import type { StoredUser } from '../workspace/users';
import { mask, maskRow } from './mask';

export interface MaskingPorts {
  readonly store: Store;
  readonly user: () => StoredUser;
  readonly nowMs: () => number;
}

/** Whose personal values are hidden, and what was revealed since the workspace was unlocked. */
export class Masking {
  readonly #ports: MaskingPorts;
  #revealedRows = new Set<string>();
  #revealedColumns: MaskingView['revealed'] = [];

  constructor(ports: MaskingPorts) {
    this.#ports = ports;
  }

  async view(): Promise<MaskingView> {
    const { store, user } = this.#ports;
    const { id, role } = user();
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
    const columns = new Set(
      this.#revealedColumns.filter((each) => each.table === table).map(({ column }) => column),
    );
    return rows.map((row) =>
      row === null || this.#revealedRows.has(keyOf(table, row.id))
        ? row
        : (maskRow(table, row, (column) => columns.has(column)) as R),
    );
  }

  /** A personal value outside of tables, as the signed-in user may see it. */
  async shownValue(value: string): Promise<string> {
    return (await this.view()).isMasked ? String(mask(value)) : value;
  }

  async setRule(rule: MaskingRule): Promise<MaskingView> {
    const { store, user, nowMs } = this.#ports;
    await store.transaction().execute(async (transaction) => {
      await writeSetting(transaction, 'masking_rule', rule);
      await recordAudit(transaction, user(), nowMs(), 'data.masking_changed', { rule });
    });
    return this.hide();
  }

  async setMine(isMasked: boolean): Promise<MaskingView> {
    const { store, user } = this.#ports;
    await store
      .updateTable('users')
      .set({ masks_data: isMasked ? 1 : 0 })
      .where('id', '=', user().id)
      .execute();
    return this.hide();
  }

  /** Nothing is revealed that the audit log does not know of. */
  async reveal({ table, what, reason }: ParsedInput<'masking.reveal'>): Promise<MaskingView> {
    const { store, user, nowMs } = this.#ports;
    const place = what.kind === 'row' ? { row: what.id } : { column: what.column };
    const details = { table, ...place, reason };
    await store
      .transaction()
      .execute((transaction) =>
        recordAudit(transaction, user(), nowMs(), 'rows.revealed', details),
      );
    if (what.kind === 'row') this.#revealedRows.add(keyOf(table, what.id));
    else this.#revealedColumns = [...this.#revealedColumns, { table, column: what.column }];
    return this.view();
  }

  async hide(): Promise<MaskingView> {
    this.#revealedRows = new Set();
    this.#revealedColumns = [];
    return this.view();
  }
}

const keyOf = (table: TableName, id: number): string => `${table} ${id}`;
