import { describe, expect, it } from 'vitest';
import type { DrawPlan } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
import { readAuditPage } from '../../vault/audit/audit-entries';
import { isScrubDue } from '../../vault/retention/scrub';
import { discardDraw } from './discard';
import { prepareDraw } from './prepare-draw';
import { runDraw } from './run-draw';
import { findDraw, listDraws } from './stored-draw';

const PLAN: DrawPlan = {
  giveawayId: 'summer',
  chance: 'person',
  prizes: [{ name: 'Bike', winners: 1 }],
  substitutes: 0,
  excluded: '',
  ignoresUnread: false,
  excludesEarlierWinners: false,
  includesPreview: true,
};

async function withTwoDraws() {
  const { store, ...test } = await openTestStore();
  insertRows(test, 'participations', [participation({ email_key: 'ann@example.com' })]);
  const prepare = () => prepareDraw(laneContext(store, 'draw.prepared'), PLAN);
  const [first, other] = [await prepare(), await prepare()];
  const discard = (id: string) => discardDraw(laneContext(store, 'draw.discarded'), { id });
  return { store, first, other, discard };
}

describe('a draw that is given up', () => {
  it('loses its list, leaves no trace of it and no other draw changed, and is recorded', async () => {
    const { store, first, other, discard } = await withTwoDraws();
    await discard(first.id);
    expect((await findDraw(store, first.id)).entries).toHaveLength(0);
    const states = new Map((await listDraws(store)).map(({ id, state }) => [id, state]));
    expect(states).toEqual(
      new Map([
        [first.id, 'discarded'],
        [other.id, 'prepared'],
      ]),
    );
    expect((await findDraw(store, other.id)).entries.length).toBeGreaterThan(0);
    expect(await isScrubDue(store)).toBe(true);
    const [entry] = await readAuditPage(store, { limit: 1 });
    expect(entry).toMatchObject({
      action: 'draw.discarded',
      details: { giveaway: 'Summer raffle' },
    });
  });

  it('has not been drawn', async () => {
    const { store, first, discard } = await withTwoDraws();
    await runDraw(laneContext(store, 'draw.drawn'), { id: first.id, publicValue: '' });
    await expect(discard(first.id)).rejects.toThrow('draw.not_prepared');
    expect((await findDraw(store, first.id)).entries.length).toBeGreaterThan(0);
  });
});
