import {
  effectiveDays,
  type RetentionPolicyView,
  type TableContents,
  TABLE_NAMES,
  type TableName,
} from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import { heldRows } from '../../vault/retention/holds';
import { readRules } from '../../vault/retention/rules';
import { readPlaces } from './places';

/** The whole policy: every rule, what becomes of each table of each module under it, what is stored. */
export async function policyView({
  store,
  nowMs,
}: Pick<LaneContext, 'store' | 'nowMs'>): Promise<RetentionPolicyView> {
  const rules = await readRules(store);
  const tables: TableContents[] = [];
  const rows = new Map<string, number>();
  for (const table of TABLE_NAMES) {
    const { byModule, ...stored } = await storedRows(store, table, nowMs);
    tables.push({ table, ...stored });
    for (const [moduleId, count] of byModule) rows.set(`${table} ${moduleId}`, count);
  }
  const places = await readPlaces(store);
  return {
    nowMs,
    rules: [...rules],
    tables,
    effective: places.map((place) => ({
      ...place,
      ...effectiveDays(rules, place),
      rows: rows.get(`${place.table} ${place.moduleId}`) ?? 0,
    })),
  };
}

export const policyViewTask = task<null, RetentionPolicyView>(
  'retention.policyView',
  'screen',
  policyView,
);

interface Stored extends Omit<TableContents, 'table'> {
  readonly byModule: ReadonlyMap<string, number>;
}

async function storedRows(store: Store, table: TableName, nowMs: number): Promise<Stored> {
  const isHeld = await heldRows(store, table, nowMs);
  const modules = await store
    .selectFrom(anyTable(table))
    .where('expires_at', '>', nowMs)
    .groupBy('module_id')
    .select((row) => {
      const isFree = row.not(isHeld(row));
      return [
        'module_id',
        row.fn.countAll<number>().as('rows'),
        row.fn.countAll<number>().filterWhere(isHeld(row)).as('held'),
        row.fn.min<number | null>('expires_at').filterWhere(isFree).as('first'),
        row.fn.max<number | null>('expires_at').filterWhere(isFree).as('last'),
      ];
    })
    .execute();
  const { heldPast } = await store
    .selectFrom(anyTable(table))
    .where('expires_at', '<=', nowMs)
    .where(isHeld)
    .select((row) => row.fn.countAll<number>().as('heldPast'))
    .executeTakeFirstOrThrow();
  const sum = (of: 'rows' | 'held') => modules.reduce((all, module) => all + module[of], 0);
  const expiries = modules.flatMap(({ first, last }) =>
    first === null || last === null ? [] : [first, last],
  );
  return {
    byModule: new Map(modules.map(({ module_id, rows }) => [module_id, rows])),
    rows: sum('rows'),
    held: sum('held'),
    heldPast,
    firstExpiryMs: expiries.length === 0 ? null : Math.min(...expiries),
    lastExpiryMs: expiries.length === 0 ? null : Math.max(...expiries),
  };
}
