import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  effectiveDays,
  type Policy,
  type RetentionRule,
  type Target,
} from '../../../preload/contract';
import { NOW_MS } from '../../../tests/support/now';
import { DAY_MS } from '../../foundation/time';
import { decide } from './policy';

const target: Target = { moduleId: 'giveaway', table: 'participations', declaredDays: 60 };
const rule = (changes: Partial<RetentionRule>): RetentionRule => ({
  moduleId: null,
  table: null,
  enabled: true,
  days: null,
  ...changes,
});
const workspace = rule({ days: 1_095 });

const days = fc.option(fc.integer({ min: 1, max: 36_500 }), { nil: null });
const switched = fc.boolean();
/** Every combination of rules that can apply to the target, and some that cannot. */
const policies: fc.Arbitrary<Policy> = fc
  .tuple(
    fc.record({ enabled: switched, days: fc.integer({ min: 1, max: 36_500 }) }),
    fc.array(
      fc.record({
        moduleId: fc.constantFrom(null, 'giveaway', 'other'),
        table: fc.constantFrom(null, 'participations' as const, 'winners' as const),
        enabled: switched,
        days,
      }),
    ),
  )
  .map(([first, others]) => {
    const places = new Map(
      others
        .filter(({ moduleId, table }) => moduleId !== null || table !== null)
        .map((each) => [`${each.moduleId} ${each.table}`, each]),
    );
    return [rule(first), ...places.values()];
  });
const declared = fc.integer({ min: 1, max: 3_650 });
const applies = ({ moduleId, table }: RetentionRule): boolean =>
  (moduleId === null || moduleId === target.moduleId) && (table === null || table === target.table);
const isOwn = ({ moduleId, table }: RetentionRule): boolean => moduleId !== null && table !== null;

describe('under any policy', () => {
  it('no row outlives a maximum that applies to it', () => {
    fc.assert(
      fc.property(policies, declared, (policy, declaredDays) => {
        const decision = decide(policy, { ...target, declaredDays }, NOW_MS);
        for (const { days: limit } of policy.filter(applies)) {
          if (!decision.store || limit === null) continue;
          expect(decision.expiresAtMs).toBeLessThanOrEqual(NOW_MS + limit * DAY_MS);
        }
      }),
    );
  });

  it('a row is kept for exactly the smallest of the days that count', () => {
    fc.assert(
      fc.property(policies, declared, (policy, declaredDays) => {
        const applicable = policy.filter(applies);
        const own = applicable.find(isOwn)?.days ?? declaredDays;
        const caps = applicable.filter((each) => !isOwn(each)).map(({ days: cap }) => cap ?? own);
        const { days: kept } = effectiveDays(policy, { ...target, declaredDays });
        expect(kept).toBe(Math.min(own, ...caps));
      }),
    );
  });

  it('off anywhere means that nothing is stored, and on everywhere that it is', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const isOff = policy.filter(applies).some(({ enabled }) => !enabled);
        expect(decide(policy, target, NOW_MS).store).toBe(!isOff);
      }),
    );
  });

  it('rules of other modules and tables change nothing', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(effectiveDays(policy, target)).toEqual(
          effectiveDays(policy.filter(applies), target),
        );
      }),
    );
  });
});

describe('who decides', () => {
  it('is nobody while the module has its way, longer than it declares included', () => {
    const own = rule({ moduleId: 'giveaway', table: 'participations', days: 90 });
    expect(effectiveDays([workspace, own], target)).toEqual({
      days: 90,
      cappedBy: null,
      offBy: null,
    });
  });

  it.each([
    ['workspace', [rule({ days: 30 })]],
    ['table', [workspace, rule({ table: 'participations', days: 30 })]],
    ['module', [workspace, rule({ moduleId: 'giveaway', days: 30 })]],
  ] as const)('is the %s whose maximum is the smallest', (level, policy) => {
    expect(effectiveDays(policy, target)).toMatchObject({ days: 30, cappedBy: level });
  });

  it('is the outermost switch that is off', () => {
    const off = { enabled: false };
    const policy = [
      rule({ moduleId: 'giveaway', table: 'participations', ...off }),
      rule({ table: 'participations', ...off }),
      rule({ days: 1_095, ...off }),
    ];
    const reasons = [policy, policy.slice(0, 2), policy.slice(0, 1)].map((each) =>
      decide(each, target, NOW_MS),
    );
    expect(reasons).toMatchObject([
      { reason: 'workspace_off' },
      { reason: 'table_off' },
      { reason: 'module_off' },
    ]);
  });
});
