import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LockReason, WorkspaceStatus } from '../../preload/contract';
import { IdleLock } from './idle-lock';

const LOCKED: WorkspaceStatus = { state: 'none', folder: '' };

function computer(minutes: number | null) {
  const state = { idleSeconds: 0 };
  const power = Object.assign(new EventEmitter(), {
    getSystemIdleTime: () => state.idleSeconds,
  });
  const lock = vi.fn(async (_: LockReason) => LOCKED);
  const onFailure = vi.fn();
  const warn = vi.fn();
  const workspace = { lock, idleLockMinutes: async () => minutes, warn };
  const idleLock = new IdleLock(power as unknown as PowerMonitor, workspace, onFailure);
  return { power, state, lock, warn, idleLock, onFailure };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a workspace locks', () => {
  it('after the set time without input, and not before', async () => {
    const { state, lock } = computer(10);
    state.idleSeconds = 599;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lock).not.toHaveBeenCalled();
    state.idleSeconds = 600;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lock).toHaveBeenCalledWith({ kind: 'idle', minutes: 10 });
  });

  it('once, however long the lock takes', async () => {
    const { state, lock } = computer(10);
    lock.mockImplementation(() => new Promise(() => undefined));
    state.idleSeconds = 600;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('never by itself when it is told so, but always when the computer sleeps or is locked', async () => {
    const { power, state, lock } = computer(null);
    state.idleSeconds = 1_000_000;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lock).not.toHaveBeenCalled();
    power.emit('suspend');
    power.emit('lock-screen');
    expect(lock.mock.calls).toEqual([[{ kind: 'sleep' }], [{ kind: 'screen' }]]);
  });

  it('and tells when it cannot', async () => {
    const { power, lock, onFailure } = computer(1);
    const failure = new Error('No.');
    lock.mockRejectedValue(failure);
    power.emit('suspend');
    await vi.advanceTimersByTimeAsync(0);
    expect(onFailure).toHaveBeenCalledWith(failure);
  });
});

describe('a minute before', () => {
  it('it warns, each second anew, and no longer once something is done', async () => {
    const { state, warn } = computer(10);
    state.idleSeconds = 539;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(warn).not.toHaveBeenCalled();
    state.idleSeconds = 540;
    await vi.advanceTimersByTimeAsync(1_000);
    state.idleSeconds = 541;
    await vi.advanceTimersByTimeAsync(1_000);
    state.idleSeconds = 0;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(warn.mock.calls).toEqual([[60], [59], [null]]);
  });

  it('what is done in a window counts at once, whether or not the system notices it', async () => {
    const { state, lock, warn, idleLock } = computer(10);
    state.idleSeconds = 590;
    await vi.advanceTimersByTimeAsync(1_000);
    idleLock.noteInput();
    expect(warn.mock.calls).toEqual([[10], [null]]);
    state.idleSeconds = 700;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(lock).not.toHaveBeenCalled();
    state.idleSeconds = 1_190;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(lock).toHaveBeenCalled();
  });

  it('or half of the time, where that is a minute', async () => {
    const { state, warn } = computer(1);
    state.idleSeconds = 29;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(warn).not.toHaveBeenCalled();
    state.idleSeconds = 30;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(warn).toHaveBeenLastCalledWith(30);
  });
});
