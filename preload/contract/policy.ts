import type { PolicyLevel, RetentionRule } from './retention';
import type { TableName } from './tables';

/** The rules that were set, one per place at most. */
export type Policy = readonly RetentionRule[];

/** Where a row comes from and goes to. */
export interface Target {
  readonly moduleId: string;
  readonly table: TableName;
  /** As the module declares them for the table. */
  readonly declaredDays: number;
}

export interface EffectiveDays {
  readonly days: number;
  /** Whose maximum is below what the module would keep; null where it has its way. */
  readonly cappedBy: PolicyLevel | null;
  readonly offBy: PolicyLevel | null;
}

/**
 * What becomes of a target's rows. A rule for exactly this module and table takes the place of the
 * days that the module declares, longer or shorter; no maximum above it can be exceeded.
 */
export function effectiveDays(policy: Policy, target: Target): EffectiveDays {
  const { moduleId, table, declaredDays } = target;
  let days = find(policy, moduleId, table)?.days ?? declaredDays;
  let cappedBy: PolicyLevel | null = null;
  for (const { level, rule } of rulesAbove(policy, moduleId, table)) {
    if (rule?.days == null || rule.days >= days) continue;
    days = rule.days;
    cappedBy = level;
  }
  return { days, cappedBy, offBy: offBy(policy, moduleId, table) };
}

/** Whether storing is on at every level. */
export function isStored(policy: Policy, moduleId: string, table: TableName): boolean {
  return offBy(policy, moduleId, table) === null;
}

/** The rule for exactly this place; where none was set, one that changes nothing. */
export function ruleFor(
  policy: Policy,
  moduleId: string | null,
  table: TableName | null,
): RetentionRule {
  return find(policy, moduleId, table) ?? { moduleId, table, enabled: true, days: null };
}

function offBy(policy: Policy, moduleId: string, table: TableName): PolicyLevel | null {
  const switches = [
    ...rulesAbove(policy, moduleId, table),
    { level: 'module' as const, rule: find(policy, moduleId, table) },
  ];
  return switches.find(({ rule }) => rule?.enabled === false)?.level ?? null;
}

function rulesAbove(policy: Policy, moduleId: string, table: TableName) {
  return [
    { level: 'workspace', rule: find(policy, null, null) },
    { level: 'table', rule: find(policy, null, table) },
    { level: 'module', rule: find(policy, moduleId, null) },
  ] as const;
}

function find(policy: Policy, moduleId: string | null, table: TableName | null) {
  return policy.find((rule) => rule.moduleId === moduleId && rule.table === table);
}
