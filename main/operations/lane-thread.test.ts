import { randomBytes } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { extractWith7Zip } from '../../tests/support/archive';
import { bundledWorker } from '../../tests/support/bundle';
import { exportTask } from '../../tests/support/exports';
import { filesIn, temporaryFolder } from '../../tests/support/folder';
import { callOf } from '../../tests/support/lanes';
import { NOW_MS } from '../../tests/support/now';
import { marker, tracesOnDisk } from '../../tests/support/pages-on-disk';
import { countRows, insertRows, openTestStore, participation } from '../../tests/support/store';
import { AbortedError } from '../foundation/operation/task';
import { refusals } from '../foundation/store/refusals';
import { oneTimePassword } from '../vault/workspace/one-time-password';
import { LaneThread, type Watch } from './lane-thread';

const script = await bundledWorker();
const password = oneTimePassword();
const table = 'participations' as const;

/** What a thread does, by the name of its task, on one connection after the other. */
function client(script: string, start: ConstructorParameters<typeof LaneThread>[1]) {
  const thread = new LaneThread(script, start);
  return {
    stop: () => thread.stop(),
    export: (input: unknown, watch?: Watch) => thread.run(callOf('exports.tables', input), watch),
    deleteAll: (confirmedRows: number, watch?: Watch) =>
      thread.run(callOf('data.deleteMany', { table, filter: {}, confirmedRows }), watch),
    sweep: (watch?: Watch) => thread.run(callOf('retention.sweep', null), watch),
    scrub: () => thread.run(callOf('retention.scrub', null)),
  };
}

async function started(rows = 0) {
  const test = await openTestStore();
  const people = Array.from({ length: rows }, () =>
    participation({ email: randomBytes(9).toString('hex') }),
  );
  if (rows > 0) insertRows(test, table, people);
  const start = { databaseFile: test.file, key: test.key, nativeBinding: undefined };
  const worker = client(script, start);
  onTestFinished(() => worker.stop());
  const folder = temporaryFolder();
  const file = join(folder, 'export.zip');
  return {
    ...test,
    worker,
    target: { folder, file, input: { ...exportTask(), file, password } },
  };
}

describe('the worker', () => {
  it('leaves zeros where its key was when it ends', async () => {
    const test = await openTestStore();
    // Shared, so that its bytes can be seen from here; else the thread has a copy of its own.
    const key = new Uint8Array(new SharedArrayBuffer(test.key.length));
    key.set(test.key);
    const worker = client(script, { databaseFile: test.file, key, nativeBinding: undefined });
    await worker.sweep();
    expect(key.every((byte) => byte === 0)).toBe(false);
    await worker.stop();
    expect(key.every((byte) => byte === 0)).toBe(true);
  });

  it('exports on a connection of its own, and reports on the way', async () => {
    const { worker, target } = await started(2_000);
    const phases = new Set<string>();
    const onProgress = (progress: unknown) =>
      void phases.add((progress as { phase: string }).phase);
    const result = await worker.export(target.input, { onProgress });
    expect(result).toMatchObject({ rows: 2_000, bytes: statSync(target.file).size });
    expect([...phases]).toEqual(['writing', 'verifying']);
    expect(extractWith7Zip(target.file, password, 'participations.csv').split('\r\n')).toHaveLength(
      2_002,
    );
  });

  it('sweeps, deletes all, and leaves nothing of it on the disk', async () => {
    const test = await started();
    const gone = Array.from({ length: 100 }, marker);
    insertRows(
      test,
      table,
      gone.map((email) => participation({ email })),
    );
    const deletion = { outcome: 'deleted', deleted: 100, held: 0 };
    expect(await test.worker.deleteAll(100)).toEqual(deletion);
    await test.worker.scrub();
    expect(tracesOnDisk(test.file, test.key, new Set(gone))).toEqual([]);
    insertRows(
      test,
      table,
      gone.map((email) => participation({ email, expires_at: NOW_MS })),
    );
    expect(await test.worker.sweep()).toEqual({
      at: NOW_MS,
      removed: { participations: 100 },
      complete: true,
    });
    expect(tracesOnDisk(test.file, test.key, new Set(gone))).toEqual([]);
  });

  it('lets the main thread know that it waits to write', async () => {
    const test = await started();
    const before = refusals();
    test.connection.exec('begin immediate');
    const sweeping = test.worker.sweep();
    await vi.waitUntil(() => refusals() !== before, { timeout: 60_000 });
    test.connection.exec('commit');
    expect(await sweeping).toMatchObject({ complete: true });
  });

  it('passes a known failure on with its code and parameters', async () => {
    const { worker } = await started(3);
    const deleting = worker.deleteAll(2);
    await expect(deleting).rejects.toMatchObject({
      code: 'data.count_changed',
      params: { rows: 3 },
    });
    const nowhere = join(temporaryFolder(), 'gone', 'export.zip');
    const exporting = worker.export({ ...exportTask(), file: nowhere, password });
    await expect(exporting).rejects.toMatchObject({ code: 'export.folder_missing' });
  });

  it('stops a task when it is told to, leaves no file, and takes the next', async () => {
    const test = await started(20_000);
    const stop = new AbortController();
    const exporting = test.worker.export(test.target.input, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(exporting).rejects.toBeInstanceOf(AbortedError);
    expect(filesIn(test.target.folder)).toEqual([]);
    expect(await test.worker.export(test.target.input)).toMatchObject({ rows: 20_000 });
  });

  it('does not begin a task that was stopped while it waited, or before it was given', async () => {
    const { worker, target } = await started(5_000);
    const stop = new AbortController();
    const first = worker.export(target.input);
    const second = worker.deleteAll(5_000, { signal: stop.signal });
    const third = worker.sweep({ signal: AbortSignal.abort() });
    stop.abort();
    await expect(second).rejects.toBeInstanceOf(AbortedError);
    await expect(third).rejects.toBeInstanceOf(AbortedError);
    expect(await first).toMatchObject({ rows: 5_000 });
  });

  it('ends everything when the workspace is locked: no file, no lock, no answer left open', async () => {
    const test = await started(20_000);
    let began = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const exporting = test.worker.export(test.target.input, { onProgress: () => began() });
    const waiting = test.worker.sweep();
    const ends = Promise.allSettled([exporting, waiting]);
    await hasBegun;
    await test.worker.stop();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(filesIn(test.target.folder)).toEqual([]);
    expect(countRows(test, table)).toBe(20_000);
  });

  it('refuses work after it has ended, and can be ended twice', async () => {
    const { worker } = await started();
    await worker.stop();
    await expect(worker.sweep()).rejects.toThrow('workspace.locked');
    await worker.stop();
  });
});

describe('a worker that breaks', () => {
  it('fails what it was doing and all that comes after, and locking still works', async () => {
    const broken = join(temporaryFolder(), 'broken.cjs');
    writeFileSync(
      broken,
      `require('node:worker_threads').parentPort.on('message', () => { throw new Error('Broken.'); });`,
    );
    const worker = client(broken, {
      databaseFile: '',
      key: Buffer.alloc(32),
      nativeBinding: undefined,
    });
    await expect(worker.sweep()).rejects.toThrow();
    await expect(worker.sweep()).rejects.toThrow();
    await worker.stop();
  });

  it('says that the database is damaged when its key is another', async () => {
    const test = await openTestStore();
    const worker = client(script, {
      databaseFile: test.file,
      key: randomBytes(32),
      nativeBinding: undefined,
    });
    await expect(worker.scrub()).rejects.toThrow('workspace.database_damaged');
    await worker.stop();
  });
});
