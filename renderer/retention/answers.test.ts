import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EffectiveRule,
  effectiveDays,
  type RetentionPolicyView,
  type RetentionRule,
  TABLE_NAMES,
  type TableContents,
  type TableName,
} from '../../preload/contract';
import { DAY_MS, NOW_MS } from '../../tests/support/now';
import { daysOf, isUnused, retentionAnswers } from './answers';

type Place = Pick<EffectiveRule, 'moduleId' | 'table' | 'declaredDays'>;

/** As main answers: what becomes of each place comes from the same rules. */
function viewOf(
  rules: RetentionRule[],
  places: Place[],
  stored: Partial<TableContents>[] = [],
): RetentionPolicyView {
  return {
    nowMs: NOW_MS,
    rules,
    tables: TABLE_NAMES.map((table) => ({
      table,
      rows: 0,
      held: 0,
      heldPast: 0,
      firstExpiryMs: null,
      lastExpiryMs: null,
      ...stored.find((each) => each.table === table),
    })),
    effective: places.map((place) => ({
      ...place,
      experienceId: 'e',
      experienceName: 'Hello World',
      moduleType: 'email',
      moduleName: null,
      rows: 0,
      ...effectiveDays(rules, place),
    })),
  };
}

const rule = (changes: Partial<RetentionRule>): RetentionRule => ({
  moduleId: null,
  table: null,
  enabled: true,
  days: null,
  ...changes,
});
const WORKSPACE = rule({ days: 1_095 });
const EMAIL: Place = { moduleId: 'email', table: 'customers', declaredDays: 180 };

const answerOf = (view: RetentionPolicyView, table: TableName = 'customers') => {
  const answer = retentionAnswers(view).find((each) => each.table === table);
  if (!answer) throw new Error(`There is no answer for ${table}.`);
  return answer;
};

const modules = fc.constantFrom('a', 'b', 'c');
const tables = fc.constantFrom<TableName>('customers', 'participations', 'files');
const someDays = fc.integer({ min: 1, max: 400 });
const views = fc
  .record({
    workspace: fc.record({ enabled: fc.boolean(), days: someDays }),
    rules: fc.uniqueArray(
      fc.record({
        moduleId: fc.option(modules, { nil: null }),
        table: fc.option(tables, { nil: null }),
        enabled: fc.boolean(),
        days: fc.option(someDays, { nil: null }),
      }),
      { selector: ({ moduleId, table }) => `${moduleId} ${table}` },
    ),
    places: fc.uniqueArray(
      fc.record({ moduleId: modules, table: tables, declaredDays: someDays }),
      { selector: ({ moduleId, table }) => `${moduleId} ${table}` },
    ),
  })
  .map(({ workspace, rules, places }) =>
    viewOf(
      [
        rule(workspace),
        ...rules.filter(({ moduleId, table }) => moduleId !== null || table !== null),
      ],
      places,
    ),
  );

describe('under any policy, the answer', () => {
  it('has each place once, with the days that its rows really get, or as switched off', () => {
    fc.assert(
      fc.property(views, (view) => {
        for (const answer of retentionAnswers(view)) {
          const places = view.effective.filter(({ table }) => table === answer.table);
          const stored = answer.spans.flatMap(({ days, places: of }) =>
            of.map((place) => [place.moduleId, days]),
          );
          const off = answer.off.flatMap(({ by, places: of }) =>
            of.map((place) => [place.moduleId, by]),
          );
          const expected = places.map((place) => {
            const { days, offBy } = effectiveDays(view.rules, place);
            return [place.moduleId, offBy ?? days];
          });
          expect([...stored, ...off].toSorted()).toEqual(expected.toSorted());
        }
      }),
    );
  });

  it('names a decider whose days are the ones that are kept', () => {
    fc.assert(
      fc.property(views, (view) => {
        for (const { table, spans } of retentionAnswers(view)) {
          for (const { days, decider, places } of spans) {
            for (const { moduleId, declaredDays } of places) {
              const set = (module: string | null, of: TableName | null) =>
                view.rules.find((each) => each.moduleId === module && each.table === of)?.days;
              const word = {
                declared: declaredDays,
                own: set(moduleId, table),
                workspace: set(null, null),
                table: set(null, table),
                module: set(moduleId, null),
              };
              expect(word[decider]).toBe(days);
            }
          }
        }
      }),
    );
  });

  it('has the shortest span first, and a range from the fewest days to the most', () => {
    fc.assert(
      fc.property(views, (view) => {
        for (const { spans } of retentionAnswers(view)) {
          const days = spans.map((span) => span.days);
          expect(days).toEqual(days.toSorted((a, b) => a - b));
          const range = daysOf(spans);
          expect(range).toEqual(days.length > 0 ? { min: days[0], max: days.at(-1) } : null);
        }
      }),
    );
  });
});

describe('of a table', () => {
  it('customers are kept from the last activity, because the module says so', () => {
    const answer = answerOf(viewOf([WORKSPACE], [EMAIL]));
    expect(answer).toMatchObject({
      isFromActivity: true,
      spans: [{ days: 180, decider: 'declared' }],
      off: [],
    });
  });

  it.each([
    ['own', rule({ moduleId: 'email', table: 'customers', days: 90 }), 90],
    ['module', rule({ moduleId: 'email', days: 30 }), 30],
    ['table', rule({ table: 'customers', days: 20 }), 20],
  ] as const)('is decided by %s', (decider, set, days) => {
    const { spans } = answerOf(viewOf([WORKSPACE, set], [EMAIL]));
    expect(spans).toMatchObject([{ decider, days }]);
  });

  it('is decided by the workspace where that allows no more', () => {
    const { spans } = answerOf(viewOf([rule({ days: 30 })], [EMAIL]));
    expect(spans).toMatchObject([{ decider: 'workspace', days: 30 }]);
  });

  it('stores nothing new where storing is off, and says when the last of before goes', () => {
    const lastExpiryMs = NOW_MS + 5 * DAY_MS;
    const stored = {
      table: 'customers',
      rows: 2,
      firstExpiryMs: NOW_MS + 1,
      lastExpiryMs,
    } as const;
    const answer = answerOf(viewOf([rule({ days: 30, enabled: false })], [EMAIL], [stored]));
    expect(answer).toMatchObject({
      spans: [],
      off: [{ by: 'workspace' }],
      olderUntilMs: lastExpiryMs,
    });
  });

  it('tells rows that were stored under longer rules from those of today', () => {
    const kept = (days: number) => {
      const at = NOW_MS + days * DAY_MS;
      const stored = { table: 'customers', rows: 1, firstExpiryMs: at, lastExpiryMs: at } as const;
      return answerOf(viewOf([WORKSPACE], [EMAIL], [stored])).olderUntilMs;
    };
    expect(kept(180)).toBeNull();
    expect(kept(181)).toBe(NOW_MS + 181 * DAY_MS);
  });

  it('is unused only while no module stores there, not even switched off, and nothing lies there', () => {
    expect(isUnused(answerOf(viewOf([WORKSPACE], [EMAIL]), 'files'))).toBe(true);
    expect(isUnused(answerOf(viewOf([WORKSPACE], [EMAIL])))).toBe(false);
    expect(isUnused(answerOf(viewOf([rule({ days: 9, enabled: false })], [EMAIL])))).toBe(false);
    const left = { table: 'files', heldPast: 1 } as const;
    expect(isUnused(answerOf(viewOf([WORKSPACE], [EMAIL], [left]), 'files'))).toBe(false);
  });
});
