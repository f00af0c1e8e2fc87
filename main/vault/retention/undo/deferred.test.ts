import { describe, expect, it, vi } from 'vitest';
import { type Deletion, type Result, UNDO_MS } from '../../../../preload/contract';
import { bundledWorker } from '../../../../tests/support/bundle';
import { type UnlockedDesk, unlockDesk, unlockedDesks } from '../../../../tests/support/desk';
import { Deferred } from './deferred';

const unlockedDesk = unlockedDesks(await bundledWorker());
const DELETION: Deletion = { channel: 'experiences.delete', input: { id: 'one' } };

function waiting(result: Result<unknown> = { ok: true, value: undefined }) {
  vi.useFakeTimers();
  const done: Deletion[] = [];
  const told: unknown[] = [];
  const later = new Deferred({
    perform: async (deletion) => {
      done.push(deletion);
      return result;
    },
    emit: (_, payload) => told.push(payload),
  });
  return { later, done, told };
}

describe('a deletion that can be undone', () => {
  it('waits, and is done then', async () => {
    const { later, done, told } = waiting();
    const ticket = later.begin(DELETION);
    await vi.advanceTimersByTimeAsync(UNDO_MS - 1);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual([DELETION]);
    expect(told).toEqual([{ ticket, refused: null }]);
    expect(later.undo(ticket)).toBe(false);
    vi.useRealTimers();
  });

  it('is not done when it was undone, nor twice when it was asked for twice', async () => {
    const { later, done } = waiting();
    const ticket = later.begin(DELETION);
    expect(later.begin(DELETION)).toBe(ticket);
    expect(later.undo(ticket)).toBe(true);
    await vi.advanceTimersByTimeAsync(UNDO_MS);
    await later.finish();
    expect(done).toEqual([]);
    vi.useRealTimers();
  });

  it('tells why it was refused', async () => {
    const error = { code: 'codes.in_use', params: { count: 2 } } as const;
    const { later, told } = waiting({ ok: false, error });
    const ticket = later.begin(DELETION);
    await later.finish();
    expect(told).toEqual([{ ticket, refused: error }]);
    vi.useRealTimers();
  });
});

const names = async (desk: UnlockedDesk) =>
  (await desk.get('experiences.list', undefined)).map(({ id }) => id);

describe('in a workspace', () => {
  it('nothing is gone before, and it is done before a lock', async () => {
    const desk = await unlockedDesk();
    const input = { id: desk.experienceId };
    const undone = await desk.get('deletions.begin', { channel: 'experiences.delete', input });
    expect(await names(desk)).toEqual([desk.experienceId]);
    expect(await desk.get('deletions.undo', undone)).toBe(true);
    await desk.get('deletions.finish', undefined);
    expect(await names(desk)).toEqual([desk.experienceId]);
    await desk.get('deletions.begin', { channel: 'experiences.delete', input });
    await desk.workspace.lock();
    await unlockDesk(desk);
    expect(await names(desk)).toEqual([]);
    const { entries } = await desk.get('audit.page', { limit: 20 });
    expect(entries.filter(({ action }) => action === 'experience.deleted')).toHaveLength(1);
    expect(desk.failures).toEqual([]);
  });

  it('personal data and access have none that can be undone', async () => {
    const desk = await unlockedDesk();
    for (const channel of ['data.deleteAll', 'privacy.erase', 'users.remove']) {
      const deletion = { channel, input: { id: desk.experienceId } } as never;
      await expect(desk.get('deletions.begin', deletion)).rejects.toThrow('ipc.invalid_input');
    }
  });
});
