import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Calls } from './calls';

describe('a lock', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('waits for a write that is in progress', async () => {
    const calls = new Calls();
    const { end } = calls.begin('users.add', { audit: 'user.added' });
    const done = vi.fn();
    const finished = calls.finishWrites().then(done);
    await Promise.resolve();
    expect(done).not.toHaveBeenCalled();
    end();
    await finished;
    expect(done).toHaveBeenCalled();
  });

  it('waits neither for what only reads nor for long work, such as a backup', async () => {
    const calls = new Calls();
    calls.begin('users.list');
    calls.begin('backup.save', { work: 'backup', audit: 'workspace.backed_up' });
    await calls.finishWrites();
  });
});
