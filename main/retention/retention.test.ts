import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SweepReport } from '../../preload/contract';
import { NOW_MS } from '../../tests/support/now';
import { openTestStore } from '../../tests/support/store';
import { Retention, type RetentionPorts } from './retention';

const report: SweepReport = { at: NOW_MS, removed: { participations: 2 } };
const HOUR_MS = 3_600_000;

async function retention(changes: Partial<RetentionPorts> = {}) {
  const { store } = await openTestStore();
  const swept: SweepReport[] = [];
  const failures: unknown[] = [];
  const sweeps: number[] = [];
  const subject = new Retention({
    store,
    sweep: async (nowMs) => {
      sweeps.push(nowMs);
      return report;
    },
    nowMs: () => NOW_MS,
    onSwept: (each) => swept.push(each),
    onFailure: (error) => failures.push(error),
    ...changes,
  });
  return { subject, swept, failures, sweeps };
}

describe('a sweep on demand', () => {
  it('is reported, and remembered for whoever asks later', async () => {
    const { subject, swept } = await retention();
    expect(await subject.status()).toEqual({ lastSweep: null, intervalMinutes: 60 });
    expect(await subject.sweep()).toEqual(report);
    expect(swept).toEqual([report]);
    expect(await subject.status()).toMatchObject({ lastSweep: report });
  });

  it('is shared with whoever asks while it runs, and begins anew afterwards', async () => {
    const { subject, sweeps } = await retention();
    await Promise.all([subject.sweep(), subject.sweep(), subject.sweep()]);
    expect(sweeps).toHaveLength(1);
    await subject.sweep();
    expect(sweeps).toHaveLength(2);
  });

  it('that fails tells who asked, is not remembered, and does not block the next', async () => {
    let calls = 0;
    const { subject, swept } = await retention({
      sweep: async () => {
        if (++calls === 1) throw new Error('The disk is on fire.');
        return report;
      },
    });
    await expect(subject.sweep()).rejects.toThrow('The disk is on fire.');
    expect(swept).toEqual([]);
    expect((await subject.status()).lastSweep).toBeNull();
    expect(await subject.sweep()).toEqual(report);
  });
});

describe('the timer', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
  afterEach(() => void vi.useRealTimers());

  it('sweeps at once, then every hour, until it is stopped', async () => {
    const { subject, sweeps } = await retention();
    subject.start();
    await subject.sweep();
    expect(sweeps).toHaveLength(1);
    vi.advanceTimersByTime(HOUR_MS);
    await subject.sweep();
    expect(sweeps).toHaveLength(2);
    subject.stop();
    vi.advanceTimersByTime(10 * HOUR_MS);
    expect(sweeps).toHaveLength(2);
  });

  it('reports a failure, but not that locking ended a sweep', async () => {
    const { subject, failures } = await retention({
      sweep: () => Promise.reject(new Error('The disk is on fire.')),
    });
    subject.start();
    await expect(subject.sweep()).rejects.toThrow('The disk is on fire.');
    vi.advanceTimersByTime(HOUR_MS);
    subject.stop();
    await expect(subject.sweep()).rejects.toThrow('The disk is on fire.');
    expect(failures).toMatchObject([{ message: 'The disk is on fire.' }]);
  });
});
