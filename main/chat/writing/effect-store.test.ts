import { describe, expect, it } from 'vitest';
import { bytesIn } from '../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import {
  countRows,
  effect,
  ORIGIN,
  openAgain,
  openTestStore,
  type TestStore,
} from '../../../tests/support/store';
import { writeRule } from '../../vault/retention/rules';
import type { Write } from '../engine/ports';
import type { Effect } from '../engine/turn';
import { createEffectStore } from './effect-store';

const participation = (changes: Partial<Effect> = {}): Effect =>
  effect({
    store: 'participations',
    row: { giveaway_id: 'summer', participation_id: 'p1' },
    uniqueKey: '["summer","ann@example.com","ever"]',
    onConflict: 'refuse',
    ...changes,
  });

async function write({ store }: Pick<TestStore, 'store'>, what: Effect, nowMs = NOW_MS) {
  const { outcome, trail } = await createEffectStore(store).transact<Write>((writer) =>
    writer(what, ORIGIN, nowMs),
  );
  return { outcome: outcome.outcome, trail };
}

const setWorkspace = ({ store }: TestStore, rule: { enabled?: boolean; days?: number }) =>
  writeRule(store, { moduleId: null, table: null, enabled: true, days: 1_095, ...rule });

const rowsOf = ({ connection }: TestStore, table: string) =>
  connection.prepare(`select * from ${table}`).all();

describe('a row', () => {
  it('is stored with where it comes from, whom it is about and when it will be gone', async () => {
    const test = await openTestStore();
    const { outcome, trail } = await write(
      test,
      participation({ contact: { email: ' ANN@example.com ' } }),
    );
    const expiresAt = NOW_MS + 60 * DAY_MS;
    expect(outcome).toBe('stored');
    expect(trail).toMatchObject({
      stored: true,
      table: 'participations',
      moduleId: 'module-1',
      expiresAt,
    });
    expect(rowsOf(test, 'participations')).toMatchObject([
      {
        created_at: NOW_MS,
        expires_at: expiresAt,
        module_id: 'module-1',
        experience_id: 'experience-1',
        experience_name: 'Hello World',
        session_id: 'session-1',
        channel: 'preview',
        email_key: 'ann@example.com',
        email: ' ANN@example.com ',
        giveaway_id: 'summer',
      },
    ]);
  });

  it.each(['', 'i_dont_know', 'none'])('is about nobody where the address is %j', async (email) => {
    const test = await openTestStore();
    await write(test, participation({ contact: { email } }));
    expect(rowsOf(test, 'participations')).toMatchObject([{ email_key: null, email }]);
  });

  it('never outlives the maximum of the workspace', async () => {
    const test = await openTestStore();
    await setWorkspace(test, { days: 30 });
    await write(test, participation({ days: 60 }));
    await write(test, effect({ days: 7 }));
    expect(rowsOf(test, 'participations')).toMatchObject([{ expires_at: NOW_MS + 30 * DAY_MS }]);
    expect(rowsOf(test, 'variables')).toMatchObject([{ expires_at: NOW_MS + 7 * DAY_MS }]);
  });

  it('goes sooner than others of its table where its module says so, and no later for that', async () => {
    const test = await openTestStore();
    await write(test, effect({ days: 60, atMostDays: 7 }));
    await write(test, participation({ days: 60, atMostDays: 180 }));
    expect(rowsOf(test, 'variables')).toMatchObject([{ expires_at: NOW_MS + 7 * DAY_MS }]);
    expect(rowsOf(test, 'participations')).toMatchObject([{ expires_at: NOW_MS + 60 * DAY_MS }]);
  });

  it('says which kind of module wrote it, in the log', async () => {
    const test = await openTestStore();
    await write(
      test,
      effect({ store: 'runtime_log', row: { event: 'link_opened' }, moduleType: 'external_link' }),
    );
    expect(rowsOf(test, 'runtime_log')).toMatchObject([{ module_type: 'external_link' }]);
  });
});

describe('while storage is off', () => {
  it('nothing is written: not one byte on disk changes, attempts included', async () => {
    const test = await openTestStore();
    await setWorkspace(test, { enabled: false });
    const before = bytesIn(test.folder);
    for (const what of [
      effect(),
      participation(),
      effect({ store: 'runtime_log', row: { event: 'x' } }),
    ]) {
      const { store: table } = what;
      expect(await write(test, what)).toEqual({
        outcome: 'off',
        trail: { stored: false, table, moduleId: 'module-1', reason: 'workspace_off' },
      });
    }
    const after = bytesIn(test.folder);
    // The shared-memory file holds locks and an index of the log, no content.
    delete before['vault.db-shm'];
    delete after['vault.db-shm'];
    expect(after).toEqual(before);
  });

  it('rows that were there stay until they expire, but take no new values', async () => {
    const test = await openTestStore();
    const named = (value: string) =>
      effect({ row: { name: 'email', value }, uniqueKey: 'k', onConflict: 'replace' });
    await write(test, named('old@example.com'));
    await setWorkspace(test, { enabled: false });
    await write(test, named('new@example.com'));
    expect(rowsOf(test, 'variables')).toMatchObject([{ value: 'old@example.com' }]);
  });

  it.each([
    { level: 'table', moduleId: null, table: 'participations' },
    { level: 'module', moduleId: 'module-1', table: null },
    { level: 'module', moduleId: 'module-1', table: 'participations' },
  ] as const)('for a $level, the trail says so', async ({ level, ...place }) => {
    const test = await openTestStore();
    await writeRule(test.store, { ...place, enabled: false, days: null });
    const { outcome, trail } = await write(test, participation());
    expect({ outcome, trail }).toMatchObject({ outcome: 'off', trail: { reason: `${level}_off` } });
    expect(countRows(test, 'participations')).toBe(0);
    const elsewhere = await write(test, effect({ moduleId: 'module-2' }));
    expect(elsewhere.outcome).toBe('stored');
  });

  it('begins with the next input after it was switched, not with the next unlock', async () => {
    const test = await openTestStore();
    expect((await write(test, effect())).outcome).toBe('stored');
    await setWorkspace(test, { enabled: false });
    expect((await write(test, effect())).outcome).toBe('off');
  });
});

describe('what may exist only once', () => {
  it('is refused the second time, and leaves the first as it was', async () => {
    const test = await openTestStore();
    await write(test, participation());
    const before = rowsOf(test, 'participations');
    const second = await write(
      test,
      participation({ row: { participation_id: 'p2' } }),
      NOW_MS + 1,
    );
    expect(second).toEqual({ outcome: 'refused', trail: null });
    expect(rowsOf(test, 'participations')).toEqual(before);
  });

  it('is counted per table and key; rows without a key are never refused', async () => {
    const test = await openTestStore();
    const free = { ...participation() };
    delete free.uniqueKey;
    for (const each of [participation(), participation({ uniqueKey: 'other' }), free, free]) {
      expect((await write(test, each)).outcome).toBe('stored');
    }
    expect(countRows(test, 'participations')).toBe(4);
  });

  it('is free again from the moment at which the old row expires, swept or not', async () => {
    const test = await openTestStore();
    await write(test, participation());
    const expiry = NOW_MS + 60 * DAY_MS;
    expect((await write(test, participation(), expiry - 1)).outcome).toBe('refused');
    expect((await write(test, participation(), expiry)).outcome).toBe('stored');
    // The old row waits for the sweep, which counts it and leaves a receipt.
    expect(rowsOf(test, 'participations')).toMatchObject([
      { created_at: NOW_MS, unique_key: null },
      { created_at: expiry },
    ]);
  });

  it('replaces the old value, with a new expiry, and remembers when it first came', async () => {
    const test = await openTestStore();
    const active = effect({
      store: 'customers',
      row: { email: 'ann@example.com' },
      uniqueKey: 'ann@example.com',
      onConflict: 'replace',
      days: 180,
    });
    await write(test, active, NOW_MS);
    await write(test, active, NOW_MS + DAY_MS);
    expect(rowsOf(test, 'customers')).toMatchObject([
      {
        created_at: NOW_MS,
        last_active_at: NOW_MS + DAY_MS,
        expires_at: NOW_MS + 181 * DAY_MS,
      },
    ]);
  });

  describe('of a customer', () => {
    const email = 'ann@example.com';
    const customer = effect({
      store: 'customers',
      row: {},
      contact: { email },
      uniqueKey: email,
      onConflict: 'replace',
      days: 180,
    });
    const learnt = (contact: Effect['contact']) =>
      effect({ row: { name: 'firstname', value: 'Ann' }, moduleId: 'module-2', contact });

    it('is completed by what the chat learns later, and lives no longer for it', async () => {
      const test = await openTestStore();
      await write(test, customer);
      const contact = { email, firstname: 'Ann', email_confirmed: 'yes' };
      await write(test, learnt(contact), NOW_MS + DAY_MS);
      expect(rowsOf(test, 'customers')).toMatchObject([
        { ...contact, lastname: null, module_id: 'module-1', expires_at: NOW_MS + 180 * DAY_MS },
      ]);
    });

    it('stays as it is while storing is off where it came from', async () => {
      const test = await openTestStore();
      await write(test, customer);
      await writeRule(test.store, {
        moduleId: 'module-1',
        table: null,
        enabled: false,
        days: null,
      });
      await write(test, learnt({ email, firstname: 'Ann' }));
      expect(rowsOf(test, 'customers')).toMatchObject([{ email, firstname: null }]);
    });

    it('is not touched by another chat that only knows the address', async () => {
      const test = await openTestStore();
      await write(test, customer);
      const other = { ...ORIGIN, sessionId: 'another' };
      await createEffectStore(test.store).transact((writer) =>
        writer(learnt({ email, firstname: 'Mallory' }), other, NOW_MS),
      );
      expect(rowsOf(test, 'customers')).toMatchObject([{ email, firstname: null }]);
    });
  });

  it('does not bring an expired row back: a replacement starts anew', async () => {
    const test = await openTestStore();
    const named = effect({ uniqueKey: 'k', onConflict: 'replace' });
    await write(test, named);
    const later = NOW_MS + 100 * DAY_MS;
    await write(test, named, later);
    expect(rowsOf(test, 'variables')).toMatchObject([
      { created_at: NOW_MS },
      { created_at: later },
    ]);
  });

  it('holds for a hundred attempts at the same time on two connections: one wins', async () => {
    const test = await openTestStore();
    const other = { ...test, store: openAgain(test) };
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) => write(index % 2 ? test : other, participation())),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
    expect(countRows(test, 'participations')).toBe(1);
  });
});

it('keeps nothing of a turn that fails, whatever it had written', async () => {
  const test = await openTestStore();
  const failing = createEffectStore(test.store).transact(async (writer) => {
    await writer(effect(), ORIGIN, NOW_MS);
    await writer(participation(), ORIGIN, NOW_MS);
    throw new Error('The power went out.');
  });
  await expect(failing).rejects.toThrow('The power went out.');
  expect(countRows(test, 'variables') + countRows(test, 'participations')).toBe(0);
});
