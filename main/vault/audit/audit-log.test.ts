import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, AuditEntry } from '../../../preload/contract';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { openAgain, openTestStore, type TestStore } from '../../../tests/support/store';
import { writeSetting } from '../../foundation/store/settings';
import { readAuditPage, readAuditUsers } from './audit-entries';
import { hashOf, recordAudit, SYSTEM } from './audit-log';
import { pruneAudit } from './prune-audit';
import { verifyAudit } from './verify-audit';

const ann = { name: 'Ann' };
const bob = { name: 'Bob' };

/** A log of `entries` entries, a day apart, in turn by Ann and Bob. */
async function openLog(entries = 5): Promise<TestStore> {
  const test = await openTestStore();
  await test.store.transaction().execute(async (transaction) => {
    for (let index = 0; index < entries; index++) {
      const at = NOW_MS + index * DAY_MS;
      if (index % 2 === 0) await recordAudit(transaction, ann, at, 'workspace.unlocked');
      else await recordAudit(transaction, bob, at, 'rows.deleted', { table: 'winners', rows: 1 });
    }
  });
  return test;
}

/** Prunes as on the day after the entry with this number has come of age. */
async function prune({ store }: TestStore, ofAge: number): Promise<number> {
  await writeSetting(store, 'audit_retention_days', 30);
  const nowMs = NOW_MS + (ofAge - 1 + 30) * DAY_MS;
  return store.transaction().execute((transaction) => pruneAudit(transaction, nowMs));
}

const settingOf = ({ connection }: TestStore, key: string) =>
  JSON.parse(
    String(connection.prepare('select value from settings where key = ?').pluck().get(key)),
  );

describe('an untouched log', () => {
  it('is intact, and its head is the newest hash', async () => {
    const test = await openLog();
    const head = test.connection.prepare('select hash from audit_log where seq = 5').pluck().get();
    expect(await verifyAudit(test.store)).toEqual({ intact: true, entries: 5, head });
  });

  it('is intact when it is empty', async () => {
    const { store } = await openTestStore();
    expect(await verifyAudit(store)).toMatchObject({ intact: true, entries: 0 });
  });

  it('is intact while another connection appends to it', async () => {
    const test = await openLog(200);
    const worker = openAgain(test);
    const [verdict] = await Promise.all([
      verifyAudit(worker),
      test.store
        .transaction()
        .execute((transaction) => recordAudit(transaction, ann, NOW_MS, 'workspace.unlocked')),
    ]);
    expect(verdict).toMatchObject({ intact: true });
  });

  it('records nothing of a transaction that is rolled back', async () => {
    const { store } = await openLog();
    const failing = store.transaction().execute(async (transaction) => {
      await recordAudit(transaction, ann, NOW_MS, 'workspace.unlocked');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await verifyAudit(store)).toMatchObject({ intact: true, entries: 5 });
  });
});

describe('tampering is detected', () => {
  const changes = {
    at: 'at + 1',
    user: `'Mallory'`,
    action: `'export.saved'`,
    details: `'{"rows":0}'`,
    hash: `upper(hash)`,
    seq: 'seq + 100',
  };
  const mutations = Object.entries(changes).flatMap(([field, value]) =>
    [1, 2, 3, 4, 5].map((seq) => ({ field, value, seq })),
  );

  it.each(mutations)('in $field of entry $seq', async ({ field, value, seq }) => {
    const { connection, store } = await openLog();
    connection.exec(`update audit_log set ${field} = ${value} where seq = ${seq}`);
    const verdict = await verifyAudit(store);
    expect(verdict.intact).toBe(false);
    if (!verdict.intact && field !== 'seq') expect(verdict).toMatchObject({ seq });
  });

  it.each([1, 2, 3, 4])('when entries %i and the next are swapped', async (seq) => {
    const { connection, store } = await openLog();
    connection.exec(`update audit_log set seq = -1 where seq = ${seq};
      update audit_log set seq = ${seq} where seq = ${seq + 1};
      update audit_log set seq = ${seq + 1} where seq = -1`);
    expect(await verifyAudit(store)).toEqual({ intact: false, seq, problem: 'altered' });
  });

  it.each([
    { seq: 1, verdict: { seq: 1, problem: 'missing' } },
    { seq: 3, verdict: { seq: 3, problem: 'missing' } },
    { seq: 5, verdict: { seq: null, problem: 'end_missing' } },
  ])('when entry $seq is deleted', async ({ seq, verdict }) => {
    const { connection, store } = await openLog();
    connection.exec(`delete from audit_log where seq = ${seq}`);
    expect(await verifyAudit(store)).toEqual({ intact: false, ...verdict });
  });

  it.each([0, 1, 4])('when it is cut off behind entry %i', async (seq) => {
    const { connection, store } = await openLog();
    connection.exec(`delete from audit_log where seq > ${seq}`);
    expect(await verifyAudit(store)).toEqual({ intact: false, seq: null, problem: 'end_missing' });
  });

  it.each([0, 6, 7])('when an entry is duplicated as number %i', async (seq) => {
    const { connection, store } = await openLog();
    connection.exec(`insert into audit_log select ${seq}, at, user, action, details, hash
      from audit_log where seq = 5`);
    expect(await verifyAudit(store)).toEqual({ intact: false, seq, problem: 'added' });
  });

  it('when a well-formed entry is added without the head, and for good', async () => {
    const { connection, store } = await openLog();
    const { hash } = connection.prepare('select hash from audit_log where seq = 5').get() as {
      hash: string;
    };
    const forged = { seq: 6, at: NOW_MS, user: 'Ann', action: 'workspace.unlocked', details: '{}' };
    connection
      .prepare('insert into audit_log values (@seq, @at, @user, @action, @details, @hash)')
      .run({ ...forged, hash: hashOf(forged, hash) });
    expect(await verifyAudit(store)).toEqual({ intact: false, seq: 6, problem: 'added' });
    await store.transaction().execute((next) => recordAudit(next, bob, NOW_MS, 'key.rotated'));
    expect(await verifyAudit(store)).toMatchObject({ intact: false });
  });

  it('when the first entries are removed as if by retention', async () => {
    const { connection, store } = await openLog();
    const { seq, hash } = connection
      .prepare('select seq, hash from audit_log where seq = 2')
      .get() as { seq: number; hash: string };
    connection.exec('delete from audit_log where seq <= 2');
    await writeSetting(store, 'audit_anchor', { seq, hash });
    expect(await verifyAudit(store)).toEqual({ intact: false, seq: 1, problem: 'missing' });
  });

  it('when the head is gone, and the log can still be written', async () => {
    const { connection, store } = await openLog();
    connection.exec(`delete from settings where key = 'audit_head'`);
    expect(await verifyAudit(store)).toMatchObject({ intact: false });
    await store.transaction().execute((next) => recordAudit(next, ann, NOW_MS, 'key.rotated'));
    expect(await verifyAudit(store)).toMatchObject({ intact: false });
  });
});

describe('retention of the log itself', () => {
  it('removes what is old enough, says so, and leaves an intact chain', async () => {
    const test = await openLog();
    expect(await prune(test, 3)).toBe(3);
    expect(settingOf(test, 'audit_anchor').seq).toBe(3);
    expect(await readAuditPage(test.store, { limit: 10 })).toMatchObject([
      { seq: 6, user: 'system', action: 'audit.pruned', details: { entries: 3, through: 3 } },
      { seq: 5 },
      { seq: 4 },
    ]);
    expect(await verifyAudit(test.store)).toMatchObject({ intact: true, entries: 3 });
  });

  it('can go on until nothing but its own entry is left', async () => {
    const test = await openLog();
    expect(await prune(test, 3)).toBe(3);
    expect(await prune(test, 400)).toBe(3);
    expect(await prune(test, 400)).toBe(0);
    expect(await verifyAudit(test.store)).toMatchObject({ intact: true, entries: 1 });
  });

  it('keeps everything that is young enough', async () => {
    const test = await openLog();
    expect(await prune(test, 0)).toBe(0);
    expect(await verifyAudit(test.store)).toMatchObject({ intact: true, entries: 5 });
  });

  it('does not remove the sign of tampering', async () => {
    const test = await openLog();
    test.connection.exec(`update audit_log set user = 'Mallory' where seq = 2`);
    expect(await prune(test, 4)).toBe(0);
    expect(await verifyAudit(test.store)).toMatchObject({ seq: 2, problem: 'altered' });
  });

  it.each([3, 4])('shows when entry %i behind the anchor is removed', async (seq) => {
    const test = await openLog();
    await prune(test, 2);
    test.connection.exec(`delete from audit_log where seq = ${seq}`);
    expect(await verifyAudit(test.store)).toEqual({ intact: false, seq, problem: 'missing' });
  });
});

describe('reading the log', () => {
  it('gives pages by key, newest first', async () => {
    const { store } = await openLog();
    const first = await readAuditPage(store, { limit: 2 });
    const second = await readAuditPage(store, { limit: 2, before: 4 });
    expect([...first, ...second].map(({ seq }) => seq)).toEqual([5, 4, 3, 2]);
  });

  it.each([
    { filter: { user: 'Ann' }, seqs: [5, 3, 1] },
    { filter: { action: 'rows.deleted' as const }, seqs: [4, 2] },
    { filter: { fromMs: NOW_MS + DAY_MS, toMs: NOW_MS + 3 * DAY_MS }, seqs: [3, 2] },
    { filter: { user: 'Bob', action: 'workspace.unlocked' as const }, seqs: [] },
  ])('filters by $filter', async ({ filter, seqs }) => {
    const { store } = await openLog();
    const entries = await readAuditPage(store, { ...filter, limit: 10 });
    expect(entries.map(({ seq }) => seq)).toEqual(seqs);
  });

  it('names who has acted', async () => {
    const { store } = await openLog();
    await store
      .transaction()
      .execute((next) => recordAudit(next, SYSTEM, NOW_MS, 'rows.swept', { rows: 1 }));
    expect(await readAuditUsers(store)).toEqual(['Ann', 'Bob', 'system']);
  });

  it('shows entries that were altered beyond recognition', async () => {
    const { connection, store } = await openLog();
    connection.exec(`update audit_log set at = 'x', action = 'y', details = '[', hash = x'00'`);
    for (const entry of await readAuditPage(store, { limit: 10 })) {
      expect(AuditEntry.safeParse(entry)).toMatchObject({ success: true });
      expect(entry.details).toEqual({ altered: '[' });
    }
  });

  it('has no two names for the same action', () => {
    expect(new Set(AUDIT_ACTIONS).size).toBe(AUDIT_ACTIONS.length);
  });
});
