import {
  effectiveDays,
  type RetentionPolicyView,
  TABLE_NAMES,
  type TableName,
} from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import { readRules } from '../../vault/retention/rules';
import { readPlaces } from './places';

/** The whole policy: every rule, and what becomes of each table of each module under it. */
export async function policyView({
  store,
  nowMs,
}: Pick<LaneContext, 'store' | 'nowMs'>): Promise<RetentionPolicyView> {
  const rules = await readRules(store);
  const rows = new Map<TableName, ReadonlyMap<string, number>>();
  for (const table of TABLE_NAMES) rows.set(table, await rowsByModule(store, table, nowMs));
  const places = await readPlaces(store);
  return {
    rules: [...rules],
    tables: TABLE_NAMES.map((table) => ({
      table,
      rows: [...(rows.get(table)?.values() ?? [])].reduce((sum, count) => sum + count, 0),
    })),
    effective: places.map((place) => ({
      ...place,
      ...effectiveDays(rules, place),
      rows: rows.get(place.table)?.get(place.moduleId) ?? 0,
    })),
  };
}

export const policyViewTask = task<null, RetentionPolicyView>(
  'retention.policyView',
  'screen',
  policyView,
);

async function rowsByModule(
  store: Store,
  table: TableName,
  nowMs: number,
): Promise<ReadonlyMap<string, number>> {
  const counts = await store
    .selectFrom(anyTable(table))
    .where('expires_at', '>', nowMs)
    .groupBy('module_id')
    .select((row) => ['module_id', row.fn.countAll<number>().as('rows')])
    .execute();
  return new Map(counts.map(({ module_id, rows }) => [module_id, rows]));
}
