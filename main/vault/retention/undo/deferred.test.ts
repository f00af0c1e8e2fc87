import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type Deletion,
  legalRef,
  NEWEST_FIRST,
  type Result,
  UNDO_MS,
} from '../../../../preload/contract';
import { bundledWorker } from '../../../../tests/support/bundle';
import {
  saveLesson,
  type UnlockedDesk,
  unlockDesk,
  unlockedDesks,
} from '../../../../tests/support/desk';
import { sharedFolder } from '../../../../tests/support/folder';
import { chain, says } from '../../../../tests/support/graphs';
import { contentOf, publishText } from '../../../../tests/support/legal';
import { openTestStore } from '../../../../tests/support/store';
import { readSetting, writeSetting } from '../../../foundation/store/settings';
import { Deferred } from './deferred';

const worker = await bundledWorker();
const unlockedDesk = unlockedDesks(worker);
const HELD = { name: 'test.held', lane: 'deletion' } as const;
const gate = join(sharedFolder(), 'gate');
const gatedWorker = join(sharedFolder(), 'gated.cjs');

/** The worker, which holds still in one task until the file `gate` is there. */
const scriptOf = (script: string, gate: string): string => `
  const { parentPort } = require('node:worker_threads');
  const { existsSync } = require('node:fs');
  const still = new Int32Array(new SharedArrayBuffer(4));
  parentPort.on('message', ({ task }) => {
    while (task === '${HELD.name}' && !existsSync(${JSON.stringify(gate)})) Atomics.wait(still, 0, 0, 5);
  });
  require(${JSON.stringify(script)});`;

writeFileSync(gatedWorker, scriptOf(worker, gate));

const ADA = { id: 'u1', name: 'Ada', role: 'admin' } as const;
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
    signedIn: () => ADA,
    emit: (_, payload) => told.push(payload),
  });
  return { later, done, told };
}

/** Nobody waits longer than a moment for a deletion, which a busy computer may need. */
const SOON = { timeout: 15_000 };

afterEach(() => void vi.useRealTimers());

describe('a deletion that can be undone', () => {
  it('waits, and is done then', async () => {
    const { later, done, told } = waiting();
    const { ticket } = later.begin(DELETION);
    await vi.advanceTimersByTimeAsync(UNDO_MS - 1);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual([DELETION]);
    expect(told).toEqual([{ ticket, refused: null }]);
    expect(later.undo(ticket)).toBe(false);
  });

  it('is not done when it was undone, nor twice when it was asked for twice', async () => {
    const { later, done } = waiting();
    const { ticket } = later.begin(DELETION);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(later.begin(DELETION)).toEqual({ ticket, leftMs: UNDO_MS - 4_000 });
    expect(later.undo(ticket)).toBe(true);
    await vi.advanceTimersByTimeAsync(UNDO_MS);
    await later.finish();
    expect(done).toEqual([]);
  });

  it('tells why it was refused', async () => {
    const error = { code: 'codes.in_use', params: { count: 2 } } as const;
    const { later, told } = waiting({ ok: false, error });
    const { ticket } = later.begin(DELETION);
    await later.finish();
    expect(told).toEqual([{ ticket, refused: error }]);
  });
});

const names = async (desk: UnlockedDesk) =>
  (await desk.get('experiences.list', undefined)).map(({ id }) => id);

/** The experience offers a legal text. */
async function mention(desk: UnlockedDesk, id: string): Promise<void> {
  const { revision } = await desk.get('experiences.get', { id: desk.experienceId });
  const draft = chain(says('a', `Read [it](${legalRef(id)}).`));
  await desk.get('experiences.saveDraft', { id: desk.experienceId, draft, revision });
}

interface Kind {
  /** Makes the thing; returns what deletes it. */
  readonly make: (desk: UnlockedDesk) => Promise<Deletion>;
  readonly isThere: (desk: UnlockedDesk, id: string) => Promise<boolean>;
}

/** Beside experiences; the compiler tells which is missing. */
const kinds: Record<Exclude<Deletion['channel'], 'experiences.delete'>, Kind> = {
  'versions.discard': {
    make: async (desk) => {
      const { experienceId } = desk;
      const draft = await desk.get('experiences.get', { id: experienceId });
      const published = { experienceId, revision: draft.revision, name: '', note: '' };
      const { id } = await desk.get('versions.publish', published);
      await saveLesson(desk);
      const { revision } = await desk.get('experiences.get', { id: experienceId });
      await desk.get('versions.restore', { id, revision });
      const versions = await desk.get('versions.list', { experienceId });
      const kept = versions.find(({ number }) => number === null);
      return { channel: 'versions.discard', input: { id: kept?.id ?? '' } };
    },
    isThere: async (desk, id) => {
      const versions = await desk.get('versions.list', { experienceId: desk.experienceId });
      return versions.some((version) => version.id === id);
    },
  },
  'codes.delete': {
    make: async ({ workspace: { unlocked } }) => {
      const pool = { id: 'pool', name: 'Summer', created_at: 1, size: 0 };
      await unlocked.store
        .insertInto('code_pools')
        .values({ ...pool, ean13: 0, code128: 0 })
        .execute();
      return { channel: 'codes.delete', input: { id: pool.id, confirmedExperiences: 0 } };
    },
    isThere: async (desk) => (await desk.get('codes.pools', undefined)).length > 0,
  },
  'legal.delete': {
    make: async (desk) => {
      const { id } = await publishText(desk, 'terms', { en: 'One.' });
      return { channel: 'legal.delete', input: { id } };
    },
    isThere: async (desk) => (await desk.get('legal.list', undefined)).length > 0,
  },
  'legal.discardDraft': {
    make: async (desk) => {
      const { id } = await publishText(desk, 'terms', { en: 'One.' });
      const { revision } = await desk.get('legal.get', { id });
      const content = contentOf({ en: 'Two.' }, 'Terms');
      await desk.get('legal.saveDraft', { id, revision, content });
      return { channel: 'legal.discardDraft', input: { id } };
    },
    isThere: async (desk, id) => (await desk.get('legal.get', { id })).hasDraft,
  },
  'views.remove': {
    make: async (desk) => {
      const layout = { filter: {}, days: 7, sort: NEWEST_FIRST, columns: {}, widths: {} };
      const view = {
        table: 'participations',
        name: 'Stand',
        layout,
      } as const;
      const [saved] = await desk.get('views.save', view);
      return { channel: 'views.remove', input: { id: saved?.id ?? '' } };
    },
    isThere: async (desk) => (await desk.get('views.list', undefined)).length > 0,
  },
};

it.each(Object.entries(kinds))('%s can be undone, and is done otherwise', async (_, kind) => {
  const desk = await unlockedDesk();
  const deletion = await kind.make(desk);
  const isThere = () => kind.isThere(desk, deletion.input.id);
  expect(await isThere()).toBe(true);
  await desk.get('deletions.undo', await desk.get('deletions.begin', deletion));
  await desk.get('deletions.finish', undefined);
  expect(await isThere()).toBe(true);
  const { ticket } = await desk.get('deletions.begin', deletion);
  await desk.get('deletions.finish', undefined);
  await expect.poll(isThere, SOON).toBe(false);
  await expect
    .poll(() => desk.events, SOON)
    .toContainEqual({ name: 'deletions.ended', payload: { ticket, refused: null } });
});

it('what a lock has left is left once more to whoever unlocks after a kill, until it is done', async () => {
  const { store } = await openTestStore();
  const left = [{ deletion: DELETION, by: ADA }];
  await writeSetting(store, 'deletions_left', left);
  let endWith: ((result: Result<unknown>) => void) | undefined;
  const later = new Deferred({
    perform: () =>
      new Promise((resolve) => {
        endWith = resolve;
      }),
    signedIn: () => ADA,
    emit: () => undefined,
  });
  const resumed = later.resume(store);
  await expect.poll(() => endWith).toBeDefined();
  expect(await readSetting(store, 'deletions_left')).toEqual(left);
  endWith?.({ ok: true, value: undefined });
  await resumed;
  await later.leaveRest(store);
  expect(await readSetting(store, 'deletions_left')).toEqual([]);
});

it('a list that cannot be cleared costs no deletion that a lock leaves later', async () => {
  const { store, connection } = await openTestStore();
  await writeSetting(store, 'deletions_left', [{ deletion: DELETION, by: ADA }]);
  connection.exec(
    `create trigger full before insert on settings begin select raise(abort, 'full'); end`,
  );
  let result: Result<unknown> = { ok: true, value: undefined };
  const later = new Deferred({
    perform: async () => result,
    signedIn: () => ADA,
    emit: () => undefined,
  });
  await expect(later.resume(store)).rejects.toThrow('full');
  connection.exec('drop trigger full');
  result = { ok: false, error: { code: 'workspace.locked', params: {} } };
  const another: Deletion = { channel: 'views.remove', input: { id: 'two' } };
  later.begin(another);
  await later.end();
  await later.leaveRest(store);
  expect(await readSetting(store, 'deletions_left')).toEqual([{ deletion: another, by: ADA }]);
});

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
    await expect.poll(() => names(desk), SOON).toEqual([]);
    const { entries } = await desk.get('audit.page', { limit: 20 });
    expect(entries.filter(({ action }) => action === 'experience.deleted')).toHaveLength(1);
    expect(desk.failures).toEqual([]);
  });

  it('a lock does not wait for it behind long work, and the next unlock does it', async () => {
    const desk = await unlockedDesk(undefined, gatedWorker);
    const { run } = desk.workspace.unlocked;
    void run({ ...HELD, run: async () => undefined }, null).catch(() => undefined);
    const input = { id: desk.experienceId };
    await desk.get('deletions.begin', { channel: 'experiences.delete', input });
    const before = performance.now();
    await desk.workspace.lock();
    expect(performance.now() - before).toBeLessThan(20_000);
    writeFileSync(gate, '');
    await unlockDesk(desk);
    await expect.poll(() => names(desk), SOON).toEqual([]);
    expect(await desk.get('deletions.refused', undefined)).toEqual([]);
    const { entries } = await desk.get('audit.page', { limit: 20 });
    expect(entries.filter(({ action }) => action === 'experience.deleted')).toMatchObject([
      { user: 'Admin' },
    ]);
    expect(desk.failures).toEqual([]);
  }, 40_000);

  it('what is refused during a lock is told after the next unlock, once', async () => {
    const desk = await unlockedDesk();
    const { id } = await publishText(desk, 'terms', { en: 'One.' });
    await mention(desk, id);
    await desk.get('deletions.begin', { channel: 'legal.delete', input: { id } });
    await desk.workspace.lock();
    await unlockDesk(desk);
    expect(await desk.get('deletions.refused', undefined)).toMatchObject([
      { code: 'legal.in_use' },
    ]);
    expect(await desk.get('deletions.refused', undefined)).toEqual([]);
  });

  it('personal data and access have none that can be undone', async () => {
    const desk = await unlockedDesk();
    for (const channel of ['data.deleteAll', 'privacy.erase', 'users.remove']) {
      const deletion = { channel, input: { id: desk.experienceId } } as never;
      await expect(desk.get('deletions.begin', deletion)).rejects.toThrow('ipc.invalid_input');
    }
  });
});
