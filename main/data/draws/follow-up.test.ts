import { describe, expect, it } from 'vitest';
import type { DrawPlan, FollowUpStep, Input } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import {
  createEmptyStore,
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { migrate } from '../../foundation/store/migrations';
import { readAuditPage } from '../../vault/audit/audit-entries';
import { deleteRow } from '../../vault/retention/deletions';
import { declinePrize } from './decline';
import { followUp, followUpOf, takeBack } from './follow-up';
import { readPlaces } from './places';
import { prepareDraw } from './prepare-draw';
import { setReplyBy } from './reply-by';
import { runDraw } from './run-draw';
import { listDraws } from './stored-draw';

const PLAN: DrawPlan = {
  giveawayId: 'summer',
  chance: 'person',
  prizes: [{ name: 'Bike', winners: 2 }],
  substitutes: 1,
  excluded: '',
  ignoresUnread: false,
  excludesEarlierWinners: false,
  includesPreview: true,
};
const TODAY = new Date(NOW_MS).toISOString().slice(0, 10);
const ada = { id: 'ada', name: 'Ada', role: 'steward' } as const;
const bob = { id: 'bob', name: 'Bob', role: 'steward' } as const;

type Entry = Input<'draws.followUp'>['entry'];
const NOTIFIED: Entry = { step: 'notified', on: TODAY, how: 'phone' };
const entryOf = (step: Exclude<FollowUpStep, 'notified'>): Entry => ({ step, on: TODAY });

/** A draw with two winners and a substitute. */
async function drawn() {
  const test: TestStore = await openTestStore();
  const people = ['ann', 'eve', 'cem'].map((name) =>
    participation({ email: `${name}@example.com`, email_key: name, participation_id: name }),
  );
  insertRows(test, 'participations', people);
  const { store } = test;
  const { id } = await prepareDraw(laneContext(store, 'draw.prepared', { user: ada }), PLAN);
  await runDraw(laneContext(store, 'draw.drawn', { user: ada }), { id, publicValue: '' });
  const as = (user: typeof ada | typeof bob) => ({
    enter: (ranks: number[], entry: Entry) =>
      followUp({ ...laneContext(store, 'draw.followed_up', { user }), user }, { id, ranks, entry }),
    takeBack: (rank: number, step: FollowUpStep) =>
      takeBack(laneContext(store, 'draw.step_taken_back', { user }), { id, rank, step }),
  });
  const stepsOf = async (rank: number) => {
    const places = await readPlaces(store, id, NOW_MS);
    const winner = places.find((place) => place.rank === rank)?.winner;
    return winner ? followUpOf(winner) : null;
  };
  return { ...test, id, as, stepsOf };
}

describe('what follows a draw', () => {
  it('is entered step by step, with the day, the way and the user, and taken back from its end', async () => {
    const { as, stepsOf } = await drawn();
    expect(await stepsOf(1)).toEqual([]);
    await as(ada).enter([1], NOTIFIED);
    await as(bob).enter([1], entryOf('accepted'));
    await as(ada).enter([1], entryOf('handed_over'));
    expect(await stepsOf(1)).toEqual([
      { step: 'notified', on: TODAY, how: 'phone', by: 'Ada' },
      { step: 'accepted', on: TODAY, how: null, by: 'Bob' },
      { step: 'handed_over', on: TODAY, how: null, by: 'Ada' },
    ]);
    await expect(as(ada).takeBack(1, 'accepted')).rejects.toThrow('draw.step_changed');
    for (const step of ['handed_over', 'accepted', 'notified'] as const) {
      await as(ada).takeBack(1, step);
    }
    expect(await stepsOf(1)).toEqual([]);
    await expect(as(ada).takeBack(1, 'notified')).rejects.toThrow('draw.step_changed');
  });

  it('can leave a step out, and has no way back to it', async () => {
    const { as, stepsOf } = await drawn();
    await as(ada).enter([1], entryOf('handed_over'));
    expect((await stepsOf(1))?.map(({ step }) => step)).toEqual(['handed_over']);
    await expect(as(ada).enter([1], NOTIFIED)).rejects.toThrow('draw.step_changed');
  });

  it('is entered for several at once, for all or for none', async () => {
    const { as, stepsOf } = await drawn();
    await as(ada).enter([1, 2], NOTIFIED);
    expect([await stepsOf(1), await stepsOf(2)]).toMatchObject([[{ by: 'Ada' }], [{ by: 'Ada' }]]);
    await as(ada).enter([2], entryOf('accepted'));
    await expect(as(ada).enter([1, 2], entryOf('accepted'))).rejects.toThrow('draw.step_changed');
    expect(await stepsOf(1)).toHaveLength(1);
    await expect(as(ada).enter([1, 3], entryOf('accepted'))).rejects.toThrow('draw.not_a_winner');
    expect(await stepsOf(1)).toHaveLength(1);
  });

  it('takes one of two users who enter the same at once, and tells the other', async () => {
    const { as, stepsOf } = await drawn();
    const both = await Promise.allSettled([
      as(ada).enter([1], NOTIFIED),
      as(bob).enter([1], { ...NOTIFIED, how: 'letter' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await stepsOf(1)).toHaveLength(1);
  });

  it('has no day that is still to come', async () => {
    const { as } = await drawn();
    const on = new Date(NOW_MS + 3 * DAY_MS).toISOString().slice(0, 10);
    await expect(as(ada).enter([1], { step: 'accepted', on })).rejects.toThrow('draw.step_ahead');
  });

  it('is in the audit log with the draw and the rank, and names nobody', async () => {
    const { store, id, as } = await drawn();
    await as(ada).enter([2, 1], NOTIFIED);
    await as(ada).takeBack(1, 'notified');
    const entries = await readAuditPage(store, { limit: 2 });
    const giveaway = 'Summer raffle';
    expect(entries).toMatchObject([
      {
        action: 'draw.step_taken_back',
        details: { giveaway, draw: id, ranks: '1', step: 'notified' },
      },
      {
        action: 'draw.followed_up',
        details: { giveaway, draw: id, ranks: '1, 2', step: 'notified' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/@|ann|eve|cem/);
  });

  it('goes with the row of the winner, deleted or expired: the place keeps nothing of it', async () => {
    const { store, connection, id, as, stepsOf } = await drawn();
    await as(ada).enter([1, 2], NOTIFIED);
    const [first] = await readPlaces(store, id, NOW_MS);
    await deleteRow(store, ada, 'winners', first?.winner?.id ?? 0, NOW_MS);
    connection.exec(`update winners set expires_at = ${NOW_MS} where rank = 2`);
    expect([await stepsOf(1), await stepsOf(2)]).toEqual([null, null]);
    expect(JSON.stringify(await readPlaces(store, id, NOW_MS))).not.toContain('phone');
    await expect(as(ada).enter([2], entryOf('accepted'))).rejects.toThrow('draw.not_a_winner');
    const kept = connection.prepare('select * from draw_places where rank = 1').get();
    expect(Object.keys(kept as object).toSorted()).toEqual([
      ...['draw_id', 'prize', 'rank', 'reason', 'status'],
    ]);
  });

  it('begins anew with who moves up, and ends with a prize that is handed over', async () => {
    const { store, id, as, stepsOf } = await drawn();
    await as(ada).enter([1, 2], NOTIFIED);
    await as(ada).enter([2], entryOf('handed_over'));
    const decline = (rank: number) =>
      declinePrize(laneContext(store, 'draw.declined', { user: ada }), { id, rank });
    await expect(decline(2)).rejects.toThrow('draw.handed_over');
    expect(await decline(1)).toEqual({ successor: 3 });
    expect(await stepsOf(3)).toEqual([]);
    await expect(as(ada).enter([1], entryOf('accepted'))).rejects.toThrow('draw.not_a_winner');
    await as(ada).takeBack(2, 'handed_over');
    expect(await decline(2)).toEqual({ successor: null });
  });

  it('has a day for answers, which can be taken away again', async () => {
    const { store, id } = await drawn();
    const set = (replyBy: string | null) =>
      setReplyBy(laneContext(store, 'draw.reply_by_set', { user: ada }), { id, replyBy });
    expect(await set('2026-12-24')).toMatchObject({ replyBy: '2026-12-24' });
    expect(await listDraws(store)).toMatchObject([{ replyBy: '2026-12-24' }]);
    expect(await set(null)).toMatchObject({ replyBy: null });
  });
});

it('draws of before have winners of whom nothing was entered yet', async () => {
  const { store, connection } = createEmptyStore();
  await migrate(store, '0020-user-memory');
  connection.exec(`insert into draws (id, giveaway_id, giveaway_name, state, chance, prizes,
      substitutes, prepared_at, prepared_by, drawn_at, entry_count, entries, list_hash, seed,
      commitment, public_value, excludes_winners)
    values ('d', 'summer', 'Summer raffle', 'drawn', 'person', '[{"name":"Bike","winners":1}]',
      0, 1, 'Ada', 2, 1, x'00', 'h', 's', 'c', '', 0);
    insert into draw_places (draw_id, rank, prize, status) values ('d', 1, 'Bike', 'winner');
    insert into winners (created_at, expires_at, module_id, experience_id, experience_name,
      session_id, channel, draw_id, rank, prize_name, status, email)
    values (1, ${NOW_MS + DAY_MS}, 'm', 'x', 'X', 's', 'kiosk', 'd', 1, 'Bike', 'winner', 'a@b.c')`);
  await migrate(store);
  expect(await listDraws(store)).toMatchObject([{ id: 'd', replyBy: null }]);
  const [place] = await readPlaces(store, 'd', NOW_MS);
  expect(place).toMatchObject({ prize: 'Bike', winner: { email: 'a@b.c' } });
  expect(place?.winner && followUpOf(place.winner)).toEqual([]);
});
