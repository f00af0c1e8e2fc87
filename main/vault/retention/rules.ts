import type { Policy, RetentionRule, TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

/** What the workspace allows to be kept, and for how long at most. */
export interface WorkspaceRule {
  readonly enabled: boolean;
  readonly days: number;
}

/** Every rule, or those that can apply to one module. */
export async function readRules(store: Store, moduleId?: string): Promise<Policy> {
  let query = store.selectFrom('retention_rules').selectAll();
  if (moduleId !== undefined) query = query.where('module_id', 'in', ['', moduleId]);
  const rows = await query.execute();
  return rows.map((row) => ({
    moduleId: row.module_id || null,
    table: row.table_name || null,
    enabled: row.enabled === 1,
    days: row.days,
  }));
}

/** The rule for exactly this place; where none was set, one that changes nothing. */
export async function readRule(
  store: Store,
  moduleId: string | null,
  table: TableName | null,
): Promise<RetentionRule> {
  const row = await store
    .selectFrom('retention_rules')
    .select(['enabled', 'days'])
    .where('module_id', '=', moduleId ?? '')
    .where('table_name', '=', table ?? '')
    .executeTakeFirst();
  return { moduleId, table, enabled: row?.enabled !== 0, days: row?.days ?? null };
}

/** The workspace's own rule is there from the beginning and always has its days. */
export async function readWorkspaceRule(store: Store): Promise<WorkspaceRule> {
  const { enabled, days } = await readRule(store, null, null);
  if (days === null) throw new Error('The workspace has lost its maximum.');
  return { enabled, days };
}

export async function writeRule(
  store: Store,
  { moduleId, table, enabled, days }: RetentionRule,
): Promise<void> {
  const values = { enabled: enabled ? 1 : 0, days } as const;
  await store
    .insertInto('retention_rules')
    .values({ module_id: moduleId ?? '', table_name: table ?? '', ...values })
    .onConflict((conflict) => conflict.columns(['module_id', 'table_name']).doUpdateSet(values))
    .execute();
}
