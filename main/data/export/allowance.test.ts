import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { saveAnswer } from '../../../tests/support/answers';
import { laneContext } from '../../../tests/support/context';
import { calledBy, entryOf, exportTask } from '../../../tests/support/exports';
import { filesIn } from '../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import {
  insertRows,
  openAgain,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import type { SignedIn } from '../../foundation/operation/context';
import { HOUR_MS } from '../../foundation/time';
import { rowsExportedAlone } from './allowance';
import { setExportSettings } from './export-settings';
import { exportTables } from './export-tables';
import { listExports } from './register';
import { decideRelease, requestRelease } from './release';

const ann = { id: 'ann', name: 'Ann', role: 'steward' } as const;
const bob = { id: 'bob', name: 'Bob', role: 'steward' } as const;
const password = 'one-time password';

let files = 0;

/** Three rows; one user may export as many as said within a day. */
async function withLimit(releaseAboveRows: number | null = 7): Promise<TestStore> {
  const test = await openTestStore();
  insertRows(
    test,
    'participations',
    Array.from({ length: 3 }, () => participation({ email_key: 'ann@example.com' })),
  );
  await limit(test, { releaseAboveRows, accessesPerPeriod: 2 });
  return test;
}

const limit = ({ store }: TestStore, settings: Parameters<typeof setExportSettings>[1]) =>
  setExportSettings(calledBy(ann, store, 'export.settings_changed'), settings);

interface Saving {
  user?: SignedIn;
  nowMs?: number;
  trustedMs?: number;
  id?: string;
  permit?: 'alone' | 'released';
}

function requestOf(
  { folder }: TestStore,
  { user = ann, nowMs = NOW_MS, trustedMs = nowMs, id, permit = 'alone' }: Saving,
) {
  const name = `${++files}`;
  const entry = entryOf({ id: id ?? name, user });
  return { ...exportTask(), entry, permit, trustedMs, file: join(folder, `${name}.zip`), password };
}

/** Saves the three rows. */
const save = (test: TestStore, saving: Saving = {}) =>
  exportTables(
    laneContext(test.store, undefined, { nowMs: saving.nowMs ?? NOW_MS }),
    requestOf(test, saving),
  );

/** Saves the answer to a request for access. */
const answer = (test: TestStore, saving: Saving = {}) =>
  saveAnswer(laneContext(test.store, undefined, { nowMs: saving.nowMs ?? NOW_MS }), {
    ...requestOf(test, saving),
    permit: 'access',
    subject: { email: 'ann@example.com' },
    format: 'zip',
  });

describe('the rows that one user may export', () => {
  it('are those of all exports together, and of no other user', async () => {
    const test = await withLimit();
    await save(test);
    await save(test);
    const before = filesIn(test.folder);
    await expect(save(test)).rejects.toMatchObject({
      code: 'export.release_needed',
      params: { rows: 3, before: 6, limit: 7, hours: 24 },
    });
    expect(filesIn(test.folder)).toEqual(before);
    await save(test, { user: bob });
  });

  it('are looked at before anything is written', async () => {
    const test = await withLimit(2);
    const report = vi.fn();
    const writing = exportTables(
      laneContext(test.store, undefined, { report }),
      requestOf(test, {}),
    );
    await expect(writing).rejects.toThrow('export.release_needed');
    expect(report).not.toHaveBeenCalled();
  });

  it('are as many as the limit says, and not one more', async () => {
    const test = await withLimit(6);
    await save(test);
    await save(test);
    await limit(test, { releaseAboveRows: 5 });
    await expect(save(test, { user: bob }).then(() => save(test, { user: bob }))).rejects.toThrow(
      'export.release_needed',
    );
  });

  it('are any number where nothing limits them', async () => {
    const test = await withLimit(null);
    for (let at = 0; at < 3; at++) await save(test);
    for (let at = 0; at < 3; at++) await answer(test);
    expect(await listExports(test.store, true, NOW_MS)).toHaveLength(6);
  });

  it('are free again when the period is over', async () => {
    const test = await withLimit(3);
    await save(test);
    await expect(save(test, { nowMs: NOW_MS + 24 * HOUR_MS - 1 })).rejects.toThrow();
    await limit(test, { releasePeriodHours: 25 });
    await expect(save(test, { nowMs: NOW_MS + 25 * HOUR_MS - 1 })).rejects.toThrow();
    await save(test, { nowMs: NOW_MS + 25 * HOUR_MS });
  });

  it('are not free again by a clock that nobody believes', async () => {
    const test = await withLimit(3);
    const far = NOW_MS + 40 * DAY_MS;
    await save(test, { nowMs: far, trustedMs: NOW_MS });
    await expect(save(test, { nowMs: far + DAY_MS, trustedMs: NOW_MS })).rejects.toThrow(
      'export.release_needed',
    );
  });

  it('are counted where the file is registered: two at the same time do not both pass', async () => {
    const test = await withLimit(5);
    const exporting = [test.store, openAgain(test)].map((store) =>
      exportTables(laneContext(store), requestOf(test, {})),
    );
    const both = await Promise.allSettled(exporting);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await listExports(test.store, true, NOW_MS)).toHaveLength(1);
  });

  it('do not include what another user has released, which needs no allowance either', async () => {
    const test = await withLimit(2);
    const { selection } = exportTask();
    await requestRelease(calledBy(ann, test.store), { selection, purpose: 'Prizes' });
    const [{ id } = { id: '' }] = await listExports(test.store, true, NOW_MS);
    await decideRelease(calledBy(bob, test.store), { id, isReleased: true });
    await save(test, { id, permit: 'released' });
    const spent = () => rowsExportedAlone(test.store, { userId: 'ann', trustedMs: NOW_MS });
    expect(await spent()).toBe(0);
    await limit(test, { releaseAboveRows: 3 });
    await save(test);
    expect(await spent()).toBe(3);
  });

  it('count although the file is deleted', async () => {
    const test = await withLimit(3);
    await save(test);
    test.connection.exec(`update exports set deleted_at = ${NOW_MS}, file = null`);
    await expect(save(test)).rejects.toThrow('export.release_needed');
  });
});

describe('answers to requests for access', () => {
  it('need no release, however many rows they have, and do not count as rows', async () => {
    const test = await withLimit(3);
    await answer(test);
    await save(test);
    expect(await listExports(test.store, true, NOW_MS)).toMatchObject([{}, {}]);
    const small = await withLimit(1);
    expect((await answer(small)).rows).toBe(3);
  });

  it('are as many within the period as the rules say, for each user', async () => {
    const test = await withLimit();
    await answer(test);
    await answer(test);
    await expect(answer(test)).rejects.toMatchObject({
      code: 'export.access_spent',
      params: { answers: 2, limit: 2, hours: 24 },
    });
    await answer(test, { user: bob });
    await answer(test, { nowMs: NOW_MS + 24 * HOUR_MS });
  });

  it('are not made fewer by exports', async () => {
    const test = await withLimit();
    await save(test);
    await save(test);
    await answer(test);
    await answer(test);
  });
});
