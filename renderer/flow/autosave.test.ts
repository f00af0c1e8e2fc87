import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave, type SaveState } from './autosave';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function setUp(save: (value: string) => Promise<void>) {
  const states: SaveState['kind'][] = [];
  const autosave = createAutosave<string>({ save, onState: ({ kind }) => states.push(kind) });
  return { autosave, states };
}

describe('autosave', () => {
  it('saves the latest value once, a moment after the last change', async () => {
    const save = vi.fn(async () => {});
    const { autosave, states } = setUp(save);
    autosave.schedule('a');
    await vi.advanceTimersByTimeAsync(300);
    autosave.schedule('b');
    await vi.advanceTimersByTimeAsync(300);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(save.mock.calls).toEqual([['b']]);
    expect(states.at(-1)).toBe('saved');
  });

  it('never runs two saves at a time, and saves what changed meanwhile', async () => {
    const saved: string[] = [];
    let running = 0;
    const { autosave } = setUp(async (value) => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      running -= 1;
      saved.push(value);
    });
    autosave.schedule('a');
    await vi.advanceTimersByTimeAsync(500);
    autosave.schedule('b');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saved).toEqual(['a', 'b']);
  });

  it('keeps what could not be saved and tries again on flush', async () => {
    const save = vi.fn(async () => {});
    save.mockRejectedValueOnce(new Error('disk full'));
    const { autosave, states } = setUp(save);
    autosave.schedule('a');
    expect(await autosave.flush()).toBe(false);
    expect(states.at(-1)).toBe('failed');
    expect(await autosave.flush()).toBe(true);
    expect(save.mock.calls).toEqual([['a'], ['a']]);
    expect(states.at(-1)).toBe('saved');
  });

  it('has nothing left to save after discarding', async () => {
    const save = vi.fn(async () => {});
    const { autosave } = setUp(save);
    autosave.schedule('a');
    autosave.discard();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await autosave.flush()).toBe(true);
    expect(save).not.toHaveBeenCalled();
  });
});
