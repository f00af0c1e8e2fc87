import { type RawBuilder, sql } from 'kysely';
import {
  AppError,
  type AuditDetails,
  type RetentionRule,
  type RuleImpact,
  TABLE_NAMES,
  type TableName,
} from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import type { Store } from '../../foundation/store/database';
import { columnNames } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { DAY_MS } from '../../foundation/time';
import { type Actor, recordAudit } from '../../vault/audit/audit-log';
import { noteLongest } from '../../vault/retention/erasures';
import { readRule, writeRule } from '../../vault/retention/rules';
import type { RowCondition } from '../../vault/retention/totals';
import { type Place, readPlaces } from './places';

export interface RuleChange {
  readonly rule: RetentionRule;
  /** As many rows as the user agreed to see expire sooner. */
  readonly confirmedRows: number;
}

/** Rows of one table that outstay a rule. */
interface Outstaying {
  readonly table: TableName;
  readonly maxAgeMs: number;
  readonly which: RowCondition;
}

/** What setting the rule would do to rows that are stored now. */
export async function ruleImpact(
  store: Store,
  rule: RetentionRule,
  nowMs: number,
): Promise<RuleImpact> {
  const impact = { affected: 0, expiringNow: 0 };
  for (const each of await outstaying(store, rule, nowMs)) {
    const { affected, expiringNow } = await count(store, each, nowMs);
    impact.affected += affected;
    impact.expiringNow += expiringNow;
  }
  return impact;
}

/**
 * Sets the rule and applies it to stored rows in one transaction: a row gets the sooner of its
 * expiry and the one under the rule, counted from when it was written (of a customer: from the last
 * activity). It never gets a later one. Returns the tables whose rows changed.
 *
 * @throws AppError `retention.affected_changed` when more rows are affected than agreed to.
 */
export async function applyRule(
  { store, user, nowMs }: Pick<LaneContext, 'store' | 'user' | 'nowMs'>,
  { rule, confirmedRows }: RuleChange,
): Promise<TableName[]> {
  return store.transaction().execute(async (transaction) => {
    const place = await placeOf(transaction, rule);
    const { affected: rows } = await ruleImpact(transaction, rule, nowMs);
    if (rows > confirmedRows) throw new AppError('retention.affected_changed', { rows });
    const changed: TableName[] = [];
    for (const each of await outstaying(transaction, rule, nowMs)) {
      if (await shorten(transaction, each)) changed.push(each.table);
    }
    await record(transaction, user, rule, place, rows, nowMs);
    await noteLongest(transaction);
    await writeRule(transaction, rule);
    return changed;
  });
}

export const applyRuleTask = task<RuleChange, TableName[]>(
  'retention.applyRule',
  'deletion',
  applyRule,
);

/** The module and table of a rule for exactly one of each, while an experience has them. */
async function placeOf(store: Store, rule: RetentionRule): Promise<Place | undefined> {
  if (rule.moduleId === null) return undefined;
  const ofModule = (await readPlaces(store)).filter(({ moduleId }) => moduleId === rule.moduleId);
  return ofModule.find(({ table }) => rule.table === null || table === rule.table);
}

/** None while the days stay as they are: to switch storing off or on shortens nothing. */
async function outstaying(store: Store, rule: RetentionRule, nowMs: number): Promise<Outstaying[]> {
  const { moduleId, table } = rule;
  if ((await readRule(store, moduleId, table)).days === rule.days) return [];
  const place = await placeOf(store, rule);
  // Without days of its own, a rule for one place falls back to what the module declares for it.
  const days = rule.days ?? (table === null ? null : (place?.declaredDays ?? null));
  if (days === null) return [];
  const maxAgeMs = days * DAY_MS;
  return (table === null ? TABLE_NAMES : [table]).map((name) => ({
    table: name,
    maxAgeMs,
    which: (row) =>
      row.and([
        row('expires_at', '>', nowMs),
        row('expires_at', '>', row(beginOf(name), '+', maxAgeMs)),
        ...(moduleId === null ? [] : [row('module_id', '=', moduleId)]),
      ]),
  }));
}

async function count(store: Store, { table, maxAgeMs, which }: Outstaying, nowMs: number) {
  return store
    .selectFrom(anyTable(table))
    .where(which)
    .select((row) => [
      row.fn.countAll<number>().as('affected'),
      row.fn
        .countAll<number>()
        .filterWhere(beginOf(table), '<=', nowMs - maxAgeMs)
        .as('expiringNow'),
    ])
    .executeTakeFirstOrThrow();
}

async function shorten(store: Store, { table, maxAgeMs, which }: Outstaying): Promise<boolean> {
  const { numUpdatedRows } = await store
    .updateTable(anyTable(table))
    .set((row) => ({ expires_at: row(beginOf(table), '+', maxAgeMs) }))
    .where(which)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** When a row's time begins. Customers stay some time after their last activity. */
function beginOf(table: TableName): RawBuilder<number> {
  const hasActivity = columnNames(table).includes('last_active_at');
  return sql.ref(hasActivity ? 'last_active_at' : 'created_at');
}

async function record(
  transaction: Store,
  actor: Actor,
  rule: RetentionRule,
  place: Place | undefined,
  rows: number,
  nowMs: number,
): Promise<void> {
  const before = await readRule(transaction, rule.moduleId, rule.table);
  const scope: AuditDetails = {
    ...(rule.table !== null && { table: rule.table }),
    ...(rule.moduleId !== null && { module: rule.moduleId }),
    ...(place && { moduleType: place.moduleType, experience: place.experienceName }),
  };
  if (before.enabled !== rule.enabled) {
    const details = { ...scope, enabled: rule.enabled };
    await recordAudit(transaction, actor, nowMs, 'storage.switched', details);
  }
  if (before.days !== rule.days) {
    const days = { from: before.days ?? 'unset', to: rule.days ?? 'unset' };
    await recordAudit(transaction, actor, nowMs, 'retention.changed', { ...scope, ...days, rows });
  }
}
