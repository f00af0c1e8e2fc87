import type { Cell, TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import type { DataSchema } from '../../foundation/store/schema';
import { allTables, columnNames } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { RowsIn } from '../../vault/retention/erase-person';
import { countHeld } from '../../vault/retention/holds';
import { storedModules } from '../../vault/retention/stored-modules';
import { personHold } from './person-hold';

/** More than these are only counted in the summary: the CSV files have them all. */
const SHOWN_ROWS = 200;

/** What a module has stored in a table. */
export interface Source {
  readonly experienceId: string | null;
  readonly experienceName: string;
  /** Null for a module that its experience has lost. */
  readonly moduleType: string | null;
  readonly rows: number;
  /** Rows that a legal hold keeps, past their expiry if need be. */
  readonly held: number;
  readonly lastExpiry: number;
}

export interface StoredTable {
  readonly table: TableName;
  readonly rows: number;
  /** Rows that a legal hold keeps, past their expiry if need be. */
  readonly held: number;
  readonly sources: readonly Source[];
  /** The first of them, oldest first. */
  readonly shown: readonly Readonly<Record<string, Cell>>[];
}

/** What is stored about a person, by which module and until when; only tables with rows. */
export async function describeStored(
  snapshot: Store,
  key: string,
  rowsIn: RowsIn,
  nowMs: number,
): Promise<StoredTable[]> {
  const modules = await storedModules(snapshot);
  const isPersonHeld = (await personHold(snapshot, key, nowMs)) === 'in_force';
  const stored: StoredTable[] = [];
  for (const { name: table } of allTables) {
    const sources = await snapshot
      .selectFrom(anyTable(table))
      .where(rowsIn(table))
      .groupBy(['module_id', 'experience_id'])
      .select((row) => [
        'module_id',
        'experience_id as experienceId',
        row.fn.max<string>('experience_name').as('experienceName'),
        row.fn.countAll<number>().as('rows'),
        countHeld(row, table, nowMs),
        row.fn.max<number>('expires_at').as('lastExpiry'),
      ])
      .execute();
    if (sources.length === 0) continue;
    const rows = sources.reduce((sum, each) => sum + each.rows, 0);
    const held = sources.reduce((sum, each) => sum + each.held, 0);
    const shown = await snapshot
      .selectFrom(anyTable(table))
      .select(columnNames(table) as (keyof DataSchema['participations'])[])
      .where(rowsIn(table))
      .orderBy('id')
      .limit(SHOWN_ROWS)
      .execute();
    stored.push({
      table,
      rows,
      held: isPersonHeld ? rows : held,
      sources: sources.map(({ module_id, ...source }) => ({
        ...source,
        held: isPersonHeld ? source.rows : source.held,
        moduleType: modules.get(module_id)?.type ?? null,
      })),
      shown,
    });
  }
  return stored;
}
