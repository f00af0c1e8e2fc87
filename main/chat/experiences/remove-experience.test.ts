import { expect, it } from 'vitest';
import { laneContext } from '../../../tests/support/context';
import { lessonGraph } from '../../../tests/support/graphs';
import { NOW_MS } from '../../../tests/support/now';
import { marker, tracesOnDisk } from '../../../tests/support/pages-on-disk';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
import { emptyWriteAheadLog } from '../../foundation/store/checkpoint';
import { approveHold, listHolds, requestHold } from '../../vault/retention/holds';
import { scrub } from '../../vault/retention/scrub';
import { Experiences } from './experiences';
import { removeExperience, storedRows } from './remove-experience';

const ADA = { id: 'u1', name: 'Ada' };
const ALL_ROWS = { id: 'one', confirmedRows: 250 };
const GRACE = { id: 'u2', name: 'Grace' };

async function withRows() {
  const test = await openTestStore();
  for (const id of ['one', 'two']) {
    await new Experiences(test.store).create(id, id, lessonGraph(), NOW_MS);
  }
  const gone = new Set<string>();
  const kept = new Set<string>();
  const person = (experience_id: string, set: Set<string>) => {
    const mark = marker();
    set.add(mark);
    const email = `${mark}@example.com`;
    return participation({ experience_id, email, email_key: email });
  };
  insertRows(test, 'participations', [
    ...Array.from({ length: 500 }, (_, index) =>
      index % 2 ? person('one', gone) : person('two', kept),
    ),
  ]);
  return { test, gone, kept };
}

it('takes the rows of the experience and their traces, and nothing of another', async () => {
  const { test, gone, kept } = await withRows();
  const { store, file, key } = test;
  const removing = laneContext(store, 'experience.deleted', { user: ADA });
  expect(await removeExperience(removing, ALL_ROWS)).toEqual({
    deleted: 250,
    held: 0,
    tables: ['participations'],
  });
  await scrub(store, NOW_MS);
  await emptyWriteAheadLog(store);
  expect(tracesOnDisk(file, key, gone)).toEqual([]);
  expect(tracesOnDisk(file, key, kept)).toHaveLength(kept.size);
  expect((await storedRows(store, 'two', NOW_MS)).rows).toBe(250);
});

it('leaves rows that a legal hold keeps, and says how many', async () => {
  const { test, gone } = await withRows();
  const { store } = test;
  const [mark] = gone;
  const subject = { kind: 'person' as const, email: `${mark}@example.com` };
  const hold = { subject, reason: 'Lawsuit', untilMs: NOW_MS + 1e9 };
  await requestHold(store, ADA, hold, NOW_MS);
  const [requested] = await listHolds(store, NOW_MS);
  await approveHold(store, GRACE, requested?.id ?? '', NOW_MS);
  expect(await storedRows(store, 'one', NOW_MS)).toEqual({
    rows: 250,
    held: 1,
    tables: { participations: 250 },
  });
  const removing = laneContext(store, 'experience.deleted', { user: ADA });
  expect(await removeExperience(removing, ALL_ROWS)).toEqual({
    deleted: 249,
    held: 1,
    tables: ['participations'],
  });
  expect((await storedRows(store, 'one', NOW_MS)).rows).toBe(1);
});
