import { describe, expect, it } from 'vitest';
import type { DrawPlan } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import {
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { readAuditPage } from '../../vault/audit/audit-entries';
import { deleteRow } from '../../vault/retention/deletions';
import { prepareDraw } from './prepare-draw';
import { runDraw } from './run-draw';

const PLAN: DrawPlan = {
  giveawayId: 'summer',
  chance: 'person',
  prizes: [{ name: 'Bike', winners: 1 }],
  substitutes: 1,
  excluded: '',
  ignoresUnread: false,
  excludesEarlierWinners: false,
  includesPreview: true,
};
const user = { name: 'Stella' };

const row = (name: string, changes = {}) =>
  participation({ email_key: name, participation_id: name, ...changes });

const prepare = ({ store }: TestStore, changes: Partial<DrawPlan> = {}) =>
  prepareDraw(laneContext(store, 'draw.prepared', { user }), { ...PLAN, ...changes });
const run = ({ store }: TestStore, id: string) =>
  runDraw(laneContext(store, 'draw.drawn', { user }), { id, publicValue: '' });
const winners = ({ connection }: TestStore) =>
  connection.prepare('select id, draw_id, email_key from winners order by id').all() as {
    id: number;
    draw_id: string;
    email_key: string;
  }[];

async function withPeople(...names: string[]): Promise<TestStore> {
  const test = await openTestStore();
  insertRows(
    test,
    'participations',
    names.map((name) => row(name)),
  );
  return test;
}

describe('who has won before', () => {
  it('is left out where that is wanted: in this giveaway, as long as the win is kept', async () => {
    const test = await withPeople('elsewhere', 'long ago', 'lately', 'never');
    const won = { status: 'winner', rank: 1, prize_name: 'Mug' };
    insertRows(test, 'winners', [
      row('elsewhere', { ...won, giveaway_id: 'winter' }),
      row('long ago', { ...won, expires_at: NOW_MS }),
      row('lately', { ...won, expires_at: NOW_MS + DAY_MS }),
    ]);
    expect(await prepare(test, { excludesEarlierWinners: true })).toMatchObject({ entries: 3 });
    expect(await prepare(test)).toMatchObject({ entries: 4 });
  });
});

describe('a drawn list', () => {
  it('passes over who has expired since it was frozen', async () => {
    const test = await withPeople('ann', 'bob');
    const { id } = await prepare(test);
    test.connection.exec(
      `update participations set expires_at = ${NOW_MS} where email_key = 'ann'`,
    );
    await run(test, id);
    expect(winners(test).map(({ email_key }) => email_key)).toEqual(['bob']);
  });

  it('is recorded with how many have won, without those who may move up', async () => {
    const test = await withPeople('ann', 'bob', 'eve');
    await run(test, (await prepare(test, { substitutes: 2 })).id);
    const [entry] = await readAuditPage(test.store, { limit: 1 });
    expect(entry).toMatchObject({ action: 'draw.drawn', details: { winners: 1 } });
  });

  it('keeps its places when a row of another draw goes that has the same rank', async () => {
    const test = await withPeople('ann', 'bob');
    const [one, two] = [await prepare(test), await prepare(test)];
    for (const { id } of [one, two]) await run(test, id);
    const [gone] = winners(test);
    await deleteRow(test.store, user, 'winners', gone?.id ?? 0, NOW_MS);
    const reasons = test.connection.prepare(
      'select draw_id, reason from draw_places where reason is not null',
    );
    expect(reasons.all()).toEqual([{ draw_id: gone?.draw_id, reason: 'deleted' }]);
  });
});
