import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RetentionRule } from '../../../preload/contract';
import { lessonGraph } from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import {
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { Experiences } from '../../chat/experiences/experiences';
import { verifyAudit } from '../../vault/audit/verify-audit';
import { rememberErasure } from '../../vault/retention/erasures';
import { readRule, readWorkspaceRule, writeRule } from '../../vault/retention/rules';
import { applyRule, ruleImpact } from './apply-rule';

const stewardIn = ({ store }: TestStore) => ({ store, user: { name: 'Grace' }, nowMs: NOW_MS });
const table = 'participations' as const;
const rule = (changes: Partial<RetentionRule>): RetentionRule => ({
  moduleId: null,
  table,
  enabled: true,
  days: null,
  ...changes,
});

/** A row of that age, kept for `keptDays` from when it was written. */
const aged = (ageDays: number, keptDays: number, changes = {}) =>
  participation({
    created_at: NOW_MS - ageDays * DAY_MS,
    expires_at: NOW_MS + (keptDays - ageDays) * DAY_MS,
    ...changes,
  });

const expiries = ({ connection }: TestStore, of: string = table): number[] =>
  connection.prepare(`select expires_at from ${of} order by id`).pluck().all() as number[];

const audit = ({ connection }: TestStore) =>
  (
    connection.prepare('select user, action, details from audit_log order by seq').all() as {
      user: string;
      action: string;
      details: string;
    }[]
  ).map(({ details, ...entry }) => ({ ...entry, details: JSON.parse(details) }));

const agree = Number.MAX_SAFE_INTEGER;

describe('shortening', () => {
  it('says first how many rows it affects and how many of them go at once', async () => {
    const test = await openTestStore();
    insertRows(test, table, [aged(0, 60), aged(29, 60), aged(30, 60), aged(50, 60), aged(0, 20)]);
    expect(await ruleImpact(test.store, rule({ days: 30 }), NOW_MS)).toEqual({
      affected: 4,
      expiringNow: 2,
    });
    expect(expiries(test)).toHaveLength(5);
  });

  it('neither counts nor changes what has expired and is not swept yet', async () => {
    const test = await openTestStore();
    insertRows(test, table, [aged(60, 60), aged(90, 60), aged(0, 60)]);
    const before = expiries(test).slice(0, 2);
    expect(await ruleImpact(test.store, rule({ days: 30 }), NOW_MS)).toEqual({
      affected: 1,
      expiringNow: 0,
    });
    await applyRule(stewardIn(test), { rule: rule({ days: 30 }), confirmedRows: 1 });
    expect(expiries(test)).toEqual([...before, NOW_MS + 30 * DAY_MS]);
  });

  it('applies to stored rows from when they were written, and leaves shorter ones', async () => {
    const test = await openTestStore();
    insertRows(test, table, [aged(0, 60), aged(50, 60), aged(0, 20)]);
    const change = { rule: rule({ days: 30 }), confirmedRows: 2 };
    expect(await applyRule(stewardIn(test), change)).toEqual([table]);
    expect(expiries(test)).toEqual([
      NOW_MS + 30 * DAY_MS,
      NOW_MS - 20 * DAY_MS,
      NOW_MS + 20 * DAY_MS,
    ]);
    expect(await readRule(test.store, null, table)).toMatchObject({ enabled: true, days: 30 });
  });

  it('of the maximum leaves erasures remembered by the longest one, however soon it comes', async () => {
    const test = await openTestStore();
    for (const days of [3_000, 30]) {
      const maximum = rule({ table: null, days });
      await applyRule(stewardIn(test), { rule: maximum, confirmedRows: agree });
    }
    await rememberErasure(test.store, 'ann@example.com', null, NOW_MS);
    const until = test.connection.prepare('select until_ms from erasures').pluck().get();
    expect(until).toBe(NOW_MS + 3_000 * DAY_MS);
  });

  it('counts from the last activity of customers', async () => {
    const test = await openTestStore();
    insertRows(test, 'customers', [
      {
        created_at: NOW_MS - 100 * DAY_MS,
        last_active_at: NOW_MS - DAY_MS,
        expires_at: NOW_MS + 179 * DAY_MS,
        module_id: 'module-1',
        experience_id: 'e',
        experience_name: 'e',
        session_id: 's',
        channel: 'kiosk',
      },
    ]);
    const shorter = rule({ table: 'customers', days: 30 });
    await applyRule(stewardIn(test), { rule: shorter, confirmedRows: 1 });
    expect(expiries(test, 'customers')).toEqual([NOW_MS + 29 * DAY_MS]);
  });

  it('switches storing off and on without shortening, whatever outstays it by now', async () => {
    const test = await openTestStore();
    await applyRule(stewardIn(test), { rule: rule({ days: 30 }), confirmedRows: 0 });
    insertRows(test, table, [aged(0, 60)]);
    for (const enabled of [false, true]) {
      const change = { rule: rule({ days: 30, enabled }), confirmedRows: 0 };
      expect(await applyRule(stewardIn(test), change)).toEqual([]);
      expect(await readRule(test.store, null, table)).toMatchObject({ enabled, days: 30 });
    }
    expect(expiries(test)).toEqual([NOW_MS + 60 * DAY_MS]);
  });

  it('is refused, and changes nothing, when more rows are affected than agreed to', async () => {
    const test = await openTestStore();
    insertRows(test, table, [aged(0, 60), aged(0, 60)]);
    const change = { rule: rule({ days: 30 }), confirmedRows: 1 };
    await expect(applyRule(stewardIn(test), change)).rejects.toMatchObject({
      code: 'retention.affected_changed',
      params: { rows: 2 },
    });
    expect(expiries(test)).toEqual([NOW_MS + 60 * DAY_MS, NOW_MS + 60 * DAY_MS]);
    expect(await readRule(test.store, null, table)).toMatchObject({ days: null });
    expect(audit(test)).toEqual([]);
  });

  it('stays within its scope: workspace, table, module, or one of both', async () => {
    const scopes = [
      [{ moduleId: null, table: null }, [30, 30, 30]],
      [{ moduleId: null, table }, [30, 30, 60]],
      [{ moduleId: 'module-1', table: null }, [30, 60, 30]],
      [{ moduleId: 'module-1', table }, [30, 60, 60]],
    ] as const;
    for (const [place, days] of scopes) {
      const test = await openTestStore();
      insertRows(test, table, [aged(0, 60), aged(0, 60, { module_id: 'module-2' })]);
      insertRows(test, 'winners', [aged(0, 60)]);
      const change = { rule: rule({ ...place, days: 30 }), confirmedRows: agree };
      await applyRule(stewardIn(test), change);
      expect([...expiries(test), ...expiries(test, 'winners')]).toEqual(
        days.map((each) => NOW_MS + each * DAY_MS),
      );
    }
  });

  it('taking back a longer span of one module falls back to what the module declares', async () => {
    const test = await openTestStore();
    await new Experiences(test.store).create('e', 'Hello World', lessonGraph(), NOW_MS);
    const moduleId = lessonGraph().modules.find(({ type }) => type === 'giveaway')?.id ?? '';
    const place = { moduleId, table };
    await writeRule(test.store, rule({ ...place, days: 200 }));
    insertRows(test, table, [aged(0, 200, { module_id: moduleId })]);
    const change = { rule: rule({ ...place, days: null }), confirmedRows: 1 };
    await applyRule(stewardIn(test), change);
    expect(expiries(test)).toEqual([NOW_MS + 60 * DAY_MS]);
  });
});

describe('any change', () => {
  it('never gives a row a later expiry than it had', async () => {
    const test = await openTestStore();
    const days = fc.integer({ min: 1, max: 400 });
    await fc.assert(
      fc.asyncProperty(days, fc.array(fc.tuple(days, days), { maxLength: 5 }), async (to, rows) => {
        test.connection.exec('delete from participations');
        if (rows.length > 0)
          insertRows(
            test,
            table,
            rows.map(([age, kept]) => aged(age, kept)),
          );
        const before = expiries(test);
        const change = { rule: rule({ days: to }), confirmedRows: agree };
        await applyRule(stewardIn(test), change);
        expiries(test).forEach((after, index) => {
          expect(after).toBeLessThanOrEqual(before[index] ?? 0);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is written to the audit log with who, where, from what to what, and how many rows', async () => {
    const test = await openTestStore();
    insertRows(test, table, [aged(0, 60)]);
    const set = (next: RetentionRule) =>
      applyRule(stewardIn(test), { rule: next, confirmedRows: agree });
    await set(rule({ days: 30 }));
    await set(rule({ days: 30 }));
    await set(rule({ days: 30, enabled: false }));
    expect(audit(test)).toEqual([
      {
        user: 'Grace',
        action: 'retention.changed',
        details: { table, from: 'unset', to: 30, rows: 1 },
      },
      { user: 'Grace', action: 'storage.switched', details: { table, enabled: false } },
    ]);
    expect(await verifyAudit(test.store)).toMatchObject({ intact: true });
  });

  it('switching off leaves stored rows as they are', async () => {
    const test = await openTestStore();
    insertRows(test, table, [aged(0, 60)]);
    const off = rule({ moduleId: 'module-1', enabled: false });
    expect(await ruleImpact(test.store, off, NOW_MS)).toEqual({ affected: 0, expiringNow: 0 });
    expect(await applyRule(stewardIn(test), { rule: off, confirmedRows: 0 })).toEqual([]);
    expect(expiries(test)).toEqual([NOW_MS + 60 * DAY_MS]);
  });
});

it('a new workspace stores data, for at most three years', async () => {
  const { store } = await openTestStore();
  expect(await readWorkspaceRule(store)).toEqual({ enabled: true, days: 1_095 });
});
