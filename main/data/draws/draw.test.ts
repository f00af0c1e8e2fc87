import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawPlan } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { temporaryFolder } from '../../../tests/support/folder';
import { chain } from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { added } from '../../../tests/support/questions';
import {
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { Experiences } from '../../chat/experiences/experiences';
import { erasePerson } from '../../vault/retention/erase-person';
import { writeRule } from '../../vault/retention/rules';
import { declinePrize } from './decline';
import { readPlaces } from './places';
import { prepareDraw } from './prepare-draw';
import { commitmentTo, hashOfList, rank } from './ranking';
import { saveDrawRecord } from './record';
import { runDraw } from './run-draw';

const user = { name: 'Stella' };

const PLAN: DrawPlan = {
  giveawayId: 'summer',
  chance: 'person',
  prizes: [
    { name: 'Bike', winners: 1 },
    { name: 'Mug', winners: 2 },
  ],
  substitutes: 2,
  excluded: '',
  ignoresUnread: false,
  excludesEarlierWinners: false,
  includesPreview: false,
};

const entry = (email: string, id: string, changes = {}) =>
  participation({
    email,
    email_key: email,
    channel: 'kiosk',
    giveaway_id: 'summer',
    giveaway_name: 'Summer raffle',
    participation_id: id,
    ...changes,
  });

async function withPeople(count = 12): Promise<TestStore> {
  const test = await openTestStore();
  const people = Array.from({ length: count }, (_, index) =>
    entry(`p${index}@example.com`, `id${index}`),
  );
  insertRows(test, 'participations', people);
  return test;
}

const prepare = ({ store }: TestStore, changes: Partial<DrawPlan> = {}) =>
  prepareDraw(laneContext(store, 'draw.prepared', { user }), { ...PLAN, ...changes });

const run = ({ store }: TestStore, id: string, publicValue = '') =>
  runDraw(laneContext(store, 'draw.drawn', { user }), { id, publicValue });

const winners = ({ connection }: TestStore) =>
  connection.prepare('select * from winners order by rank').all() as {
    id: number;
    email: string;
    prize_name: string | null;
    status: string;
    expires_at: number;
  }[];

const declining = ({ store }: TestStore) => laneContext(store, 'draw.declined', { user });

async function decline(test: TestStore, id: string, rank: number): Promise<number | null> {
  return (await declinePrize(declining(test), { id, rank })).successor;
}

/** Of each place, by rank: what became of it, and which prize goes with it. */
const placesOf = async ({ store }: TestStore, id: string) =>
  (await readPlaces(store, id, NOW_MS)).map(({ status, reason, prize }) => [status, reason, prize]);

async function recordOf(test: TestStore, id: string): Promise<string> {
  const file = join(temporaryFolder(), 'record.json');
  await saveDrawRecord(laneContext(test.store, 'draw.record_saved', { user, file }), { id });
  return file;
}

function verify(file: string): { status: number | null; out: string } {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/verify-draw.mjs', file], {
    encoding: 'utf8',
  });
  return { status, out: stdout };
}

describe('the list', () => {
  it.each([
    { chance: 'person', entries: 2 },
    { chance: 'participation', entries: 4 },
  ] as const)('has one chance per $chance', async ({ chance, entries }) => {
    const test = await openTestStore();
    insertRows(test, 'participations', [
      entry('ann@example.com', '1'),
      entry('ann@example.com', '2'),
      entry('ann@example.com', '3'),
      entry('bob@example.com', '4'),
    ]);
    expect(await prepare(test, { chance })).toMatchObject({ entries });
  });

  it('leaves out the preview, expired rows, other giveaways and who is excluded', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', [
      entry('ann@example.com', '1'),
      entry('staff@example.com', '2'),
      entry('eve@example.com', '3', { channel: 'preview' }),
      entry('old@example.com', '4', { expires_at: NOW_MS }),
      entry('mia@example.com', '5', { giveaway_id: 'winter' }),
    ]);
    const excluded = ' Staff@Example.com ';
    expect(await prepare(test, { excluded })).toMatchObject({ entries: 1 });
    expect(await prepare(test, { includesPreview: true })).toMatchObject({ entries: 3 });
  });

  it('leaves out earlier winners where asked to', async () => {
    const test = await withPeople();
    await run(test, (await prepare(test)).id);
    expect(await prepare(test, { excludesEarlierWinners: true })).toMatchObject({ entries: 9 });
  });

  it('passes over who has won since it was frozen, where asked to', async () => {
    const test = await withPeople(3);
    const later = await prepare(test, { excludesEarlierWinners: true });
    const [bike] = PLAN.prizes;
    const first = await prepare(test, { prizes: bike ? [bike] : [], substitutes: 0 });
    await run(test, first.id);
    const [winner] = winners(test);
    await run(test, later.id);
    const others = winners(test).filter(({ id }) => id !== winner?.id);
    expect(others).toHaveLength(2);
    expect(others.map(({ email }) => email)).not.toContain(winner?.email);
  });

  it('draws from the doors of a calendar, under the rule of their module', async () => {
    const test = await openTestStore();
    const door = { ...added('advent_door'), id: 'doors' };
    await new Experiences(test.store).create('e', 'Advent', chain(door), NOW_MS);
    insertRows(test, 'participations', [entry('ann@example.com', '1', { module_id: 'doors' })]);
    await writeRule(test.store, { moduleId: 'doors', table: 'winners', enabled: true, days: 5 });
    await run(test, (await prepare(test)).id);
    expect(winners(test)).toMatchObject([{ expires_at: NOW_MS + 5 * DAY_MS }]);
  });

  it('of nobody is refused', async () => {
    await expect(prepare(await openTestStore())).rejects.toThrow('draw.nobody');
  });

  it('stays as it is when rows come after it was frozen', async () => {
    const test = await withPeople(1);
    const { id } = await prepare(test, { substitutes: 0 });
    insertRows(test, 'participations', [entry('late@example.com', 'late')]);
    await run(test, id);
    expect(winners(test).map(({ email }) => email)).toEqual(['p0@example.com']);
  });
});

describe('a draw', () => {
  it('gives prizes in their order, then names substitutes, under the retention of winners', async () => {
    const test = await withPeople();
    await run(test, (await prepare(test)).id);
    expect(winners(test).map(({ prize_name, status }) => [prize_name, status])).toEqual([
      ['Bike', 'winner'],
      ['Mug', 'winner'],
      ['Mug', 'winner'],
      [null, 'substitute'],
      [null, 'substitute'],
    ]);
    expect(new Set(winners(test).map(({ email }) => email)).size).toBe(5);
    expect(winners(test)[0]?.expires_at).toBe(NOW_MS + 60 * DAY_MS);
  });

  it('happens once', async () => {
    const test = await withPeople();
    const { id } = await prepare(test);
    await run(test, id);
    await expect(run(test, id)).rejects.toThrow('draw.not_prepared');
    expect(winners(test)).toHaveLength(5);
  });

  it('passes over who was erased meanwhile', async () => {
    const test = await withPeople(3);
    const { id } = await prepare(test, { prizes: [{ name: 'Mug', winners: 3 }], substitutes: 0 });
    test.connection.exec(`delete from participations where participation_id = 'id1'`);
    await run(test, id);
    expect(
      winners(test)
        .map(({ email }) => email)
        .toSorted(),
    ).toEqual(['p0@example.com', 'p2@example.com']);
  });

  it('is refused while winners are not stored, and can be made up for', async () => {
    const test = await withPeople();
    const { id } = await prepare(test);
    const rule = { moduleId: null, table: 'winners', days: null } as const;
    await writeRule(test.store, { ...rule, enabled: false });
    await expect(run(test, id)).rejects.toThrow('draw.winners_off');
    await writeRule(test.store, { ...rule, enabled: true });
    expect(await run(test, id)).toMatchObject({ state: 'drawn' });
  });
});

describe('a declined prize', () => {
  it('passes over a substitute who has won elsewhere since, where winners are excluded', async () => {
    const test = await withPeople(3);
    const [bike] = PLAN.prizes;
    const plan = { prizes: bike ? [bike] : [], substitutes: 2, excludesEarlierWinners: true };
    const { id } = await prepare(test, plan);
    await run(test, id);
    const [, second] = winners(test);
    test.connection.exec(
      `insert into winners (created_at, expires_at, module_id, experience_id, experience_name,
         session_id, channel, email_key, giveaway_id, status)
       select created_at, expires_at, module_id, experience_id, experience_name,
         session_id, channel, email_key, giveaway_id, 'winner' from winners where id = ${second?.id}`,
    );
    expect(await decline(test, id, 1)).toBe(3);
    expect(await placesOf(test, id)).toEqual([
      ['declined', null, 'Bike'],
      ['substitute', 'won_elsewhere', null],
      ['winner', null, 'Bike'],
    ]);
    expect(verify(await recordOf(test, id))).toMatchObject({ status: 0 });
  });

  it('goes to the next substitute, and to nobody when none is left', async () => {
    const test = await withPeople();
    const { id } = await prepare(test);
    await run(test, id);
    expect(await decline(test, id, 1)).toBe(4);
    expect(await decline(test, id, 4)).toBe(5);
    expect(await decline(test, id, 2)).toBeNull();
    await expect(decline(test, id, 1)).rejects.toThrow('draw.not_a_winner');
    await expect(decline(test, id, 6)).rejects.toThrow('draw.not_a_winner');
    await expect(decline(test, 'another', 1)).rejects.toThrow('draw.not_found');
    const rows = winners(test).map(({ prize_name, status }) => [prize_name, status]);
    expect(rows).toEqual([
      ['Bike', 'declined'],
      ['Mug', 'declined'],
      ['Mug', 'winner'],
      ['Bike', 'declined'],
      ['Bike', 'winner'],
    ]);
  });
});

it('says of a winner who deletes their own data that they did, however else rows went before', async () => {
  const test = await withPeople();
  const { id } = await prepare(test);
  await run(test, id);
  const [first] = winners(test);
  test.connection.exec('delete from winners where rank = 5');
  await test.store.transaction().execute((transaction) =>
    erasePerson(
      transaction,
      {
        origin: { channel: 'kiosk' },
        emailKey: first?.email ?? '',
        nowMs: NOW_MS,
        trustedMs: NOW_MS,
        rows: [],
      },
      'person',
    ),
  );
  expect((await placesOf(test, id)).map(([, reason]) => reason)).toEqual([
    'erased_by_participant',
    null,
    null,
    null,
    'deleted',
  ]);
});

describe('a record', () => {
  it('is found sound without ChatVault, before and after the draw', async () => {
    const test = await withPeople();
    const { id } = await prepare(test);
    expect(verify(await recordOf(test, id))).toMatchObject({ status: 0 });
    await run(test, id, 'lottery of Saturday: 4 8 15 16 23 42');
    const { status, out } = verify(await recordOf(test, id));
    expect(status).toBe(0);
    expect(out).toContain('The draw is sound.');
    expect(out).toContain('Bike');
  });

  it('says of places whose winners have expired that they did, and is still sound', async () => {
    const test = await withPeople();
    const { id } = await prepare(test);
    await run(test, id);
    test.connection.exec(`update winners set expires_at = ${NOW_MS} where rank = 2`);
    const file = await recordOf(test, id);
    const { places } = JSON.parse(readFileSync(file, 'utf8'));
    expect(places).toMatchObject([
      { rank: 1 },
      { rank: 2, status: 'winner', prize: 'Mug', reason: 'expired' },
      { rank: 3 },
      { rank: 4 },
      { rank: 5 },
    ]);
    expect(places.filter(({ reason }: { reason?: string }) => reason)).toHaveLength(1);
    expect(verify(file)).toMatchObject({ status: 0 });
  });

  it('names nobody', async () => {
    const test = await withPeople();
    const { id } = await prepare(test);
    await run(test, id);
    expect(readFileSync(await recordOf(test, id), 'utf8')).not.toMatch(/example\.com|id\d/);
  });

  it.each([
    ['another seed', { seed: 'f'.repeat(64) }],
    ['another public value', { publicValue: 'x' }],
    ['a shorter list', { entries: [] }],
    ['another ranking', { ranking: ['0'.repeat(32)] }],
    [
      'a substitute before a winner',
      {
        places: [
          { rank: 1, status: 'substitute' },
          { rank: 2, status: 'winner' },
        ],
      },
    ],
    [
      'a place twice',
      {
        places: [
          { rank: 1, status: 'winner' },
          { rank: 1, status: 'winner' },
        ],
      },
    ],
  ])('with %s is not', async (_, change) => {
    const test = await withPeople();
    const { id } = await prepare(test);
    await run(test, id);
    const file = await recordOf(test, id);
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }));
    expect(verify(file)).toMatchObject({ status: 1 });
  });
});

describe('the ranking', () => {
  const tokens = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{32}$/), { minLength: 1 });

  it('is a permutation that depends on seed, public value and list alone', () => {
    fc.assert(
      fc.property(tokens, fc.string(), fc.string(), (list, seed, publicValue) => {
        const sorted = list.toSorted();
        const listHash = hashOfList(sorted);
        const ranking = rank(sorted, { seed, publicValue, listHash });
        expect(ranking.toSorted()).toEqual(sorted);
        expect(rank(sorted.toReversed(), { seed, publicValue, listHash })).toEqual(ranking);
        expect(commitmentTo(seed)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });

  it('puts everybody first about as often', () => {
    const list = ['a', 'b', 'c', 'd'];
    const first = Array.from({ length: 2_000 }, (_, seed) =>
      rank(list, { seed: String(seed), publicValue: '', listHash: 'h' }).at(0),
    );
    for (const token of list) {
      const times = first.filter((each) => each === token).length;
      expect(times).toBeGreaterThan(400);
      expect(times).toBeLessThan(600);
    }
  });
});
