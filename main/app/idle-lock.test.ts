import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkspaceStatus } from '../../preload/contract';
import { lockWhenAway } from './idle-lock';

const LOCKED: WorkspaceStatus = { state: 'none', folder: '' };

function computer(minutes: number | null) {
  const state = { idleSeconds: 0 };
  const power = Object.assign(new EventEmitter(), {
    getSystemIdleTime: () => state.idleSeconds,
  });
  const lock = vi.fn(async () => LOCKED);
  const onFailure = vi.fn();
  const workspace = { lock, idleLockMinutes: async () => minutes };
  lockWhenAway(power as unknown as PowerMonitor, workspace, onFailure);
  return { power, state, lock, onFailure };
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
    expect(lock).toHaveBeenCalled();
  });

  it('never by itself when it is told so, but always when the computer sleeps or is locked', async () => {
    const { power, state, lock } = computer(null);
    state.idleSeconds = 1_000_000;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lock).not.toHaveBeenCalled();
    power.emit('suspend');
    power.emit('lock-screen');
    expect(lock).toHaveBeenCalledTimes(2);
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
