import { describe, expect, it } from 'vitest';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { openTestStore, type TestStore } from '../../../tests/support/store';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { undoJump } from './undo-jump';

const JUMPED = NOW_MS + 400 * DAY_MS;

it('what was exported while the clock was wrong ends, and counts, as if it had been right', async () => {
  const { store, connection } = await openTestStore();
  const insert = connection.prepare(
    `insert into exports (id, state, selection, purpose, rows, requested_by, requested_by_name,
     requested_at, decided_at, saved_at, delete_by, deleted_at, expires_at)
     values (@id, @state, '{}', 'why', 1, 'u1', 'Ann', @asked, @decided, @saved, @due, @deleted, @end)`,
  );
  const nothing = { decided: null, saved: null, due: null, deleted: null };
  const right = { ...nothing, id: 'right', state: 'requested', asked: NOW_MS, end: NOW_MS + 14 };
  insert.run(right);
  insert.run({ ...nothing, id: 'wrong', state: 'requested', asked: JUMPED + 1, end: JUMPED + 15 });
  const later = { decided: JUMPED, saved: JUMPED + 5, due: JUMPED + 12, deleted: JUMPED + 6 };
  insert.run({ ...later, id: 'saved', state: 'saved', asked: NOW_MS, end: JUMPED + 1_005 });
  await writeSetting(store, 'clock_jumped_to', JUMPED);
  await undoJump(store, NOW_MS + 100);
  const moved = (at: number) => NOW_MS + 100 + at;
  const entries = connection
    .prepare(
      `select id, state, requested_at as asked, decided_at as decided, saved_at as saved,
       delete_by as due, deleted_at as deleted, expires_at as end from exports order by id`,
    )
    .all();
  expect(entries).toEqual([
    right,
    {
      ...{ id: 'saved', state: 'saved', asked: NOW_MS, decided: moved(0), saved: moved(5) },
      ...{ due: moved(12), deleted: moved(6), end: moved(1_005) },
    },
    { ...nothing, id: 'wrong', state: 'requested', asked: moved(1), end: moved(15) },
  ]);
});

describe('a request of a person', () => {
  const request = {
    ...({ id: 'r', reference: 'R', kind: 'access', state: 'received', note: '' } as const),
    ...{ email: null, email_key: null, caretaker: 'u1', caretaker_name: 'Ann' },
    ...{ received_on: '2026-07-01', due_on: '2026-08-01' },
    ...{ created_at: NOW_MS, expires_at: NOW_MS + 1_000 },
  };

  async function undone(changes: object) {
    const test: TestStore = await openTestStore();
    const { store } = test;
    await store
      .insertInto('requests')
      .values({ ...request, ...changes })
      .execute();
    const step = { request_id: 'r', user: 'Ann', step: '{}' };
    for (const at of [NOW_MS, JUMPED + 5])
      await store
        .insertInto('request_steps')
        .values({ ...step, at })
        .execute();
    await writeSetting(store, 'clock_jumped_to', JUMPED);
    await undoJump(store, NOW_MS + 100);
    const steps = await store.selectFrom('request_steps').select('at').orderBy('id').execute();
    expect(steps).toEqual([{ at: NOW_MS }, { at: NOW_MS + 105 }]);
    return store.selectFrom('requests').selectAll().executeTakeFirstOrThrow();
  }

  it('from before stays as it was', async () => {
    expect(await undone({})).toEqual({ ...request, closed_at: null });
  });

  it('that was entered meanwhile ends, and is due, as if the clock had been right', async () => {
    const day = { received_on: '2027-08-19', due_on: '2027-09-19' };
    const wrong = { ...day, created_at: JUMPED + 5, expires_at: JUMPED + 1_005 };
    expect(await undone(wrong)).toMatchObject({
      ...{ received_on: '2026-07-15', due_on: '2026-08-15' },
      ...{ created_at: NOW_MS + 105, expires_at: NOW_MS + 1_105, closed_at: null },
    });
    const extended = { ...wrong, due_on: '2027-11-19' };
    expect((await undone(extended)).due_on).toBe('2026-10-15');
  });

  it('that was closed meanwhile is kept from then as if the clock had been right', async () => {
    const wrong = { state: 'withdrawn', closed_at: JUMPED + 5, expires_at: JUMPED + 1_005 };
    expect(await undone(wrong)).toMatchObject({
      ...{ created_at: NOW_MS, closed_at: NOW_MS + 105, expires_at: NOW_MS + 1_105 },
    });
  });
});

it('what pages remember ends as if the clock had been right, and places are kept again', async () => {
  const { store, connection } = await openTestStore();
  connection.exec(
    `insert into users (id, name, role, created_at) values ('u1', 'Ann', 'admin', 1)`,
  );
  const row = { user_id: 'u1', value: '{}', saved_at: JUMPED + 5, expires_at: JUMPED + DAY_MS };
  const before = { ...row, key: 'before', saved_at: NOW_MS, expires_at: NOW_MS + DAY_MS };
  const rows = [before, { ...row, key: 'meanwhile' }, { ...row, key: 'place' }];
  await store.insertInto('user_memory').values(rows).execute();
  await writeSetting(store, 'clock_jumped_to', JUMPED);
  await writeSetting(store, 'places_forgotten', JUMPED + 6);
  await undoJump(store, NOW_MS + 100);
  expect(await store.selectFrom('user_memory').selectAll().orderBy('key').execute()).toEqual([
    before,
    { ...row, key: 'meanwhile', saved_at: NOW_MS + 105, expires_at: NOW_MS + 100 + DAY_MS },
  ]);
  expect(await readSetting(store, 'places_forgotten')).toBe(NOW_MS + 100);
});
