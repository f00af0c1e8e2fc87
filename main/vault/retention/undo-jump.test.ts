import { expect, it } from 'vitest';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { openTestStore } from '../../../tests/support/store';
import { writeSetting } from '../../foundation/store/settings';
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
