import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftSaver } from './draft-saver';

const content = (text: string) => ({ languages: { en: { title: 'A', text } }, address: '' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function saving() {
  const saved: [text: string | undefined, revision: number][] = [];
  const errors: unknown[] = [];
  let fails = false;
  const fail = (next: boolean) => {
    fails = next;
  };
  const saver = createDraftSaver({
    revision: 4,
    save: async ({ languages }, revision) => {
      if (fails) throw new Error('full');
      saved.push([languages.en?.text, revision]);
      return revision + 1;
    },
    onState: () => {},
    onError: (error) => errors.push(error),
  });
  return { saver, saved, errors, fail };
}

describe('a draft', () => {
  it('is saved once after the last of some changes', async () => {
    const { saver, saved } = saving();
    for (const text of ['a', 'ab', 'abc']) saver.change(content(text));
    await vi.runAllTimersAsync();
    expect(saved).toEqual([['abc', 4]]);
  });

  it('is saved at once where somebody waits for it, each time as the next revision', async () => {
    const { saver, saved } = saving();
    saver.change(content('a'));
    expect(await saver.flush()).toBe(5);
    saver.change(content('b'));
    expect(await saver.flush()).toBe(6);
    expect(await saver.flush()).toBe(6);
    expect(saved).toEqual([
      ['a', 4],
      ['b', 5],
    ]);
  });

  it('is not lost when saving fails', async () => {
    const { saver, saved, errors, fail } = saving();
    fail(true);
    saver.change(content('a'));
    await vi.runAllTimersAsync();
    expect(errors).toHaveLength(1);
    fail(false);
    expect(await saver.flush()).toBe(5);
    expect(saved).toEqual([['a', 4]]);
  });
});
