import { describe, expect, it } from 'vitest';
import { type ChannelName, TABLE_NAMES } from '../../preload/contract';
import type { Operation } from '../foundation/operation/operation';
import { AbortedError } from '../foundation/operation/task';
import { Calls } from './calls';
import { perform } from './perform';
import type { UnlockedWorkspace } from './unlocked-workspace';

/** What an operation brings about, in the order in which it happens. */
function stage({ target = null as string | null, inLane = async () => undefined as unknown } = {}) {
  const happened: unknown[] = [];
  const calls = new Calls();
  const workspace = {
    calls,
    desktop: {
      chooseTarget: async (name: string) => {
        happened.push(['asks', name]);
        return target;
      },
    },
    contextOf: (_: ChannelName, { file }: { file: string }, signal: AbortSignal) => ({
      user: { name: 'Ann' },
      nowMs: 1,
      file,
      signal,
      cancel: (channel: ChannelName) => calls.cancel(channel),
      report: () => undefined,
    }),
    runInLane: async (lane: string, { task, file }: { task: string; file: string }) => {
      happened.push([lane, task, file]);
      return inLane();
    },
    emit: (event: string, payload: unknown) => happened.push([event, payload]),
    removeTraces: async () => void happened.push('traces are removed'),
  } as unknown as UnlockedWorkspace;
  const call = (operation: object, channel: ChannelName = 'draws.run', input: unknown = {}) =>
    perform(workspace, channel, operation as Operation<ChannelName>, input);
  return { happened, call, calls };
}

const changed = (tables: readonly string[]) => ['data.changed', { tables }];

describe('what follows from an operation', () => {
  it('is told once it is done, and its traces are removed after that', async () => {
    const { happened, call } = stage();
    const run = () => happened.push('done');
    await call({ changes: ['winners'], deletes: true, run });
    expect(happened).toEqual(['done', changed(['winners']), 'traces are removed']);
  });

  it('may be all tables, or depend on what came of it, or be nothing', async () => {
    const { happened, call } = stage();
    await call({ changes: 'all', run: () => undefined });
    const written = (output: string[], input: string[]) => [...output, ...input];
    await call({ changes: written, run: () => ['codes'] }, 'draws.run', ['files']);
    await call({ changes: () => [], run: () => [] });
    await call({ run: () => undefined });
    expect(happened).toEqual([changed(TABLE_NAMES), changed(['codes', 'files'])]);
  });

  it('does not follow when it fails', async () => {
    const { happened, call } = stage();
    const run = () => Promise.reject(new Error('no'));
    await expect(call({ changes: 'all', deletes: true, run })).rejects.toThrow('no');
    expect(happened).toEqual([]);
  });

  it('follows as well from what runs in a lane, under the name of its channel', async () => {
    const { happened, call } = stage({ inLane: async () => 'drawn' });
    expect(await call({ lane: 'long', changes: ['winners'] })).toBe('drawn');
    expect(happened).toEqual([['long', 'draws.run', ''], changed(['winners'])]);
  });
});

describe('an operation that saves a file', () => {
  const saving = { savesAs: () => 'record.json', lane: 'long' };

  it('asks where, and says what it is called', async () => {
    const { happened, call } = stage({ target: '/tmp/a.json', inLane: async () => ({ bytes: 3 }) });
    expect(await call(saving)).toEqual({ outcome: 'saved', fileName: 'a.json', bytes: 3 });
    expect(happened).toEqual([
      ['asks', 'record.json'],
      ['long', 'draws.run', '/tmp/a.json'],
    ]);
  });

  it('does nothing when the dialog is dismissed', async () => {
    const { happened, call } = stage();
    expect(await call({ ...saving, changes: 'all', deletes: true })).toEqual({
      outcome: 'dismissed',
    });
    expect(happened).toEqual([['asks', 'record.json']]);
  });
});

describe('an operation in progress', () => {
  const untilAborted = ({ signal }: { signal: AbortSignal }) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new AbortedError()));
    });

  it('is ended by the channel that cancels it, with the answer for that', async () => {
    const { call } = stage();
    const cancelled = { outcome: 'cancelled' };
    const running = call({ cancelled, changes: 'all', run: untilAborted }, 'data.deleteAll');
    const cancel = ({ cancel }: { cancel: (channel: ChannelName) => void }) =>
      cancel('data.deleteAll');
    await call(cancel, 'data.cancelDeletion');
    expect(await running).toEqual(cancelled);
  });

  it('is ended with all others by a lock, but for what the lock waits for', async () => {
    const { call, calls } = stage();
    const cancelled = { outcome: 'cancelled' };
    const backup = call({ cancelled, run: untilAborted }, 'backup.save');
    let finish = (): void => undefined;
    const run = ({ signal }: { signal: AbortSignal }) =>
      new Promise((resolve) => {
        finish = () => resolve(signal.aborted);
      });
    const deletion = call({ run }, 'codes.delete');
    await call({ run: () => calls.cancelAllBut(['codes.delete']) }, 'workspace.lock');
    expect(await backup).toEqual(cancelled);
    finish();
    expect(await deletion).toBe(false);
  });

  it('refuses another one where one at a time is wanted, and lets the next in afterwards', async () => {
    const { call } = stage();
    let finish = (): void => undefined;
    const run = () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      });
    const first = call({ busy: 'codes.busy', run }, 'codes.read');
    const other = call({ busy: 'codes.busy', run }, 'codes.read');
    await expect(other).rejects.toThrow('codes.busy');
    finish();
    await first;
    const next = call({ busy: 'codes.busy', run: () => 'next' }, 'codes.read');
    expect(await next).toBe('next');
  });
});
