import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const asked = vi.hoisted((): string[] => []);
const answer = vi.hoisted(() => ({ response: 0 }));

vi.mock('electron', () => ({
  dialog: {
    showMessageBox: async (_: unknown, { detail }: { detail: string }) => {
      asked.push(detail);
      return answer;
    },
  },
}));

const { Closing } = await import('./closing');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  asked.splice(0);
  answer.response = 0;
});

/** A window whose page answers after so long, or never. */
function stage(save: { afterMs: number; isSaved: boolean } | null) {
  const closing = new Closing({
    power: { on: () => undefined } as never,
    quit: () => undefined,
    language: () => 'en',
    isUnlocked: () => true,
    running: () => [],
    askPages: () => {
      if (save) setTimeout(() => closing.answer(save.isSaved), save.afterMs);
    },
  });
  const state = { closed: 0 };
  const window = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    close: () => {
      let isPrevented = false;
      window.emit('close', {
        preventDefault: () => {
          isPrevented = true;
        },
      });
      if (!isPrevented) state.closed += 1;
    },
  });
  closing.watch(window as unknown as BrowserWindow);
  return { closing, window, state };
}

it('closes without a question once the page has saved', async () => {
  const { window, state } = stage({ afterMs: 1_000, isSaved: true });
  window.close();
  expect(state.closed).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([state.closed, asked]).toEqual([1, []]);
});

it.each([
  ['has not saved in time', null, 'The window has not yet saved'],
  ['could not save', { afterMs: 10, isSaved: false }, 'could not be saved'],
])('asks where the page %s, and stays or goes as it is told', async (_, save, detail) => {
  const { window, state } = stage(save);
  window.close();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toEqual([expect.stringContaining(detail)]);
  expect(state.closed).toBe(0);
  answer.response = 1;
  window.close();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(state.closed).toBe(1);
});

it('lets the session of the system end without a question, and asks again when that is called off', async () => {
  const { window, state } = stage(null);
  window.emit('query-session-end');
  window.close();
  expect(state.closed).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  window.close();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(state.closed).toBe(1);
  expect(asked).toHaveLength(1);
});

it('keeps the other windows until the question is answered, and lets them go then', async () => {
  const { closing, window, state } = stage({ afterMs: 10, isSaved: false });
  const other = new EventEmitter();
  closing.keep(other as unknown as BrowserWindow);
  const isKept = () => {
    const preventDefault = vi.fn();
    other.emit('close', { preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  expect(isKept()).toBe(false);
  const quit = async () => {
    closing.beginQuit();
    const kept = isKept();
    window.close();
    await vi.advanceTimersByTimeAsync(10);
    return kept;
  };
  expect(await quit()).toBe(true);
  expect([state.closed, isKept()]).toEqual([0, false]);
  answer.response = 1;
  expect(await quit()).toBe(true);
  expect(isKept()).toBe(false);
});
