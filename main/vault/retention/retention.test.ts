import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { AppError, type SweepReport } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { countRows, insertRows, openTestStore, participation } from '../../../tests/support/store';
import type { LaneContext, Unlocked } from '../../foundation/operation/context';
import { AbortedError, type Task, type TaskOptions } from '../../foundation/operation/task';
import { readSetting } from '../../foundation/store/settings';
import { SYSTEM } from '../audit/audit-log';
import { Clock } from './clock';
import { deleteRow } from './deletions';
import { Retention } from './retention';
import { sweepExpired } from './sweep';
import { sweepTask } from './tasks';

const HOUR_MS = 3_600_000;
const ANN = { name: 'Ann' };

/** Runs the real tasks on the test's own connection, in place of the worker's. */
async function retention(failures: (Error | undefined)[] = []) {
  const test = await openTestStore();
  let systemMs = NOW_MS;
  const tasks: string[] = [];
  const swept: SweepReport[] = [];
  const failed: unknown[] = [];
  const clock = new Clock(
    { lastSeenMs: NOW_MS, jumpDays: 30 },
    { systemNowMs: () => systemMs, elapsedMs: () => 0 },
  );
  const run = async (
    task: Task<null, unknown>,
    _: null,
    { user = SYSTEM, nowMs = clock.nowMs(), ...watch }: TaskOptions<never> = {},
  ) => {
    tasks.push(task.name);
    const failure = failures.shift();
    if (failure) throw failure;
    const context = laneContext(test.store, undefined, { user, nowMs, ...watch });
    if (task.name !== sweepTask.name) return task.run(context as LaneContext, null);
    return sweepExpired(test.store, { ...context, actor: user, batchRows: 1_000 });
  };
  const subject = new Retention({
    store: test.store,
    run: run as Unlocked['run'],
    clock,
    onSwept: (each) => swept.push(each),
    onFailure: (error) => failed.push(error),
  });
  const setClock = (ms: number): void => {
    systemMs = ms;
  };
  return { ...test, subject, clock, setClock, tasks, swept, failed };
}

describe('a sweep on demand', () => {
  it('is reported, and remembered for whoever asks later', async () => {
    const { subject, swept, ...test } = await retention();
    insertRows(test, 'participations', [participation({ expires_at: NOW_MS })]);
    expect(await subject.status()).toEqual({
      nowMs: NOW_MS,
      lastSweep: null,
      intervalMinutes: 60,
      clockJumpDays: null,
      isSweeping: false,
      scrubDue: false,
    });
    const report = { at: NOW_MS, removed: { participations: 1 }, complete: true };
    expect(await subject.sweep(ANN)).toEqual(report);
    expect(swept).toEqual([report]);
    expect(await subject.status()).toMatchObject({ lastSweep: report });
  });

  it('is shared with whoever asks while it runs, and begins anew afterwards', async () => {
    const { subject, tasks } = await retention();
    const sweeps = [subject.sweep(ANN), subject.sweep(ANN), subject.sweep(SYSTEM)];
    expect((await subject.status()).isSweeping).toBe(true);
    await Promise.all(sweeps);
    expect(tasks).toEqual(['retention.sweep']);
    await subject.sweep(ANN);
    expect(tasks).toEqual(['retention.sweep', 'retention.sweep']);
  });

  it('can be cancelled: it reports what it did, and the next one does the rest', async () => {
    const { subject, ...test } = await retention();
    const rows = Array.from({ length: 3_000 }, () => participation({ expires_at: NOW_MS }));
    insertRows(test, 'participations', rows);
    const sweeping = subject.sweep(ANN);
    subject.cancelSweep();
    expect(await sweeping).toMatchObject({ complete: false });
    expect(countRows(test, 'participations')).toBeGreaterThanOrEqual(2_000);
    await subject.sweep(ANN);
    expect(countRows(test, 'participations')).toBe(0);
  });

  it('that was cancelled before it began has removed nothing', async () => {
    const { subject } = await retention([new AbortedError()]);
    expect(await subject.sweep(ANN)).toEqual({ at: NOW_MS, removed: {}, complete: false });
  });

  it('that fails tells who asked, is not remembered, and does not block the next', async () => {
    const { subject, swept } = await retention([new Error('The disk is on fire.')]);
    await expect(subject.sweep(ANN)).rejects.toThrow('The disk is on fire.');
    expect(swept).toEqual([]);
    expect((await subject.status()).lastSweep).toBeNull();
    expect(await subject.sweep(ANN)).toMatchObject({ complete: true });
  });
});

describe('a scrub that fails', () => {
  it('is reported, stays due, and is made up for by the next sweep', async () => {
    const { subject, failed, ...test } = await retention([new AppError('workspace.disk_full')]);
    insertRows(test, 'participations', [participation()]);
    await deleteRow(test.store, ANN, 'participations', 1, NOW_MS);
    await subject.scrub();
    expect(failed).toMatchObject([{ code: 'workspace.disk_full' }]);
    expect((await subject.status()).scrubDue).toBe(true);
    await subject.sweep(ANN);
    expect((await subject.status()).scrubDue).toBe(false);
  });
});

describe('what participants withdraw', () => {
  async function withdrawing() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { subject, ...test } = await retention();
    insertRows(test, 'participations', [participation()]);
    await deleteRow(test.store, ANN, 'participations', 1, NOW_MS);
    subject.scrubSoon();
    return subject;
  }

  it('leaves its traces for a minute at most, with what others withdraw meanwhile', async () => {
    const subject = await withdrawing();
    vi.advanceTimersByTime(59_999);
    subject.scrubSoon();
    expect((await subject.status()).scrubDue).toBe(true);
    vi.advanceTimersByTime(1);
    await vi.waitFor(async () => expect((await subject.status()).scrubDue).toBe(false));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is left to the next unlock by a lock', async () => {
    const subject = await withdrawing();
    subject.close();
    expect(vi.getTimerCount()).toBe(0);
    expect((await subject.status()).scrubDue).toBe(true);
  });
});

describe('while the clock is far ahead', () => {
  async function ahead() {
    const test = await retention();
    insertRows(test, 'participations', [participation({ expires_at: NOW_MS + DAY_MS })]);
    test.setClock(NOW_MS + 400 * DAY_MS);
    return test;
  }

  it('nothing is deleted, neither on demand nor by the timer, and the status says why', async () => {
    const { subject, ...test } = await ahead();
    await expect(subject.sweep(ANN)).rejects.toMatchObject({
      code: 'retention.clock_ahead',
      params: { days: 400 },
    });
    subject.start();
    subject.close();
    await vi.waitFor(() => expect(test.tasks).toEqual(['retention.scrub']));
    expect(countRows(test, 'participations')).toBe(1);
    expect((await subject.status()).clockJumpDays).toBe(400);
  });

  it('an administrator can confirm it: that is recorded, and what has expired goes', async () => {
    const { subject, ...test } = await ahead();
    expect((await subject.confirmClock(ANN)).clockJumpDays).toBeNull();
    await subject.sweep(ANN);
    expect(countRows(test, 'participations')).toBe(0);
    const entry = await test.store.selectFrom('audit_log').selectAll().executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ user: 'Ann', action: 'retention.clock_jump_confirmed' });
    expect(JSON.parse(entry.details)).toEqual({ days: 400, date: '2027-08-19T10:00:00.000Z' });
    expect(await readSetting(test.store, 'clock_last_seen')).toBe(NOW_MS + 400 * DAY_MS);
  });

  it('setting it right again is enough: rows are swept by the right date', async () => {
    const { subject, ...test } = await ahead();
    subject.start();
    await vi.waitFor(async () =>
      expect(await readSetting(test.store, 'clock_jumped_to')).toBe(NOW_MS + 400 * DAY_MS),
    );
    test.setClock(NOW_MS + HOUR_MS);
    expect(await subject.sweep(ANN)).toMatchObject({ at: NOW_MS + HOUR_MS, removed: {} });
    expect(countRows(test, 'participations')).toBe(1);
    expect(await readSetting(test.store, 'clock_last_seen')).toBe(NOW_MS);
    subject.close();
  });
});

describe('the timer', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
  afterEach(() => void vi.useRealTimers());

  it('sweeps at once, then every hour, until it is stopped', async () => {
    const { subject, tasks } = await retention();
    subject.start();
    await vi.waitFor(() => expect(tasks).toHaveLength(1));
    await subject.sweep(ANN);
    vi.advanceTimersByTime(HOUR_MS);
    await vi.waitFor(() => expect(tasks.length).toBeGreaterThanOrEqual(2));
    await subject.sweep(ANN);
    const before = tasks.length;
    subject.close();
    vi.advanceTimersByTime(10 * HOUR_MS);
    expect(tasks).toHaveLength(before);
  });

  it('reports a failure, but not that locking ended a sweep', async () => {
    const { subject, tasks, failed } = await retention([
      new AppError('workspace.locked'),
      new Error('The disk is on fire.'),
    ]);
    subject.start();
    await vi.waitFor(() => expect(tasks).toHaveLength(1));
    vi.advanceTimersByTime(HOUR_MS);
    await vi.waitFor(() => expect(failed).toMatchObject([{ message: 'The disk is on fire.' }]));
    subject.close();
  });
});
