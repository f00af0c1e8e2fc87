import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DrawPlan } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { NOW_MS } from '../../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
import { emailKey } from '../../foundation/person/email-key';
import { readExclusions } from './exclusions';
import { prepareDraw } from './prepare-draw';

const CASES = readFileSync(
  join(import.meta.dirname, '../../../tests/fixtures/cases/draw-exclusions.txt'),
  'utf8',
);
const PLAN: DrawPlan = {
  giveawayId: 'summer',
  chance: 'person',
  prizes: [{ name: 'Bike', winners: 1 }],
  substitutes: 0,
  excluded: '',
  ignoresUnread: false,
  excludesEarlierWinners: false,
  includesPreview: false,
};

async function withParticipants() {
  const test = await openTestStore();
  const row = (email: string, changes: Record<string, string | number> = {}) =>
    participation({
      email,
      email_key: emailKey(email),
      channel: 'kiosk',
      giveaway_id: 'summer',
      giveaway_name: 'Summer raffle',
      participation_id: email,
      ...changes,
    });
  insertRows(test, 'participations', [
    row('ann@example.com'),
    row('bob@example.com'),
    row('anna@müller.example'),
    row('zoe@example.com'),
    row('gone@example.com', { expires_at: NOW_MS }),
    row('staff@example.com', { channel: 'preview' }),
    row('winter@example.com', { giveaway_id: 'winter' }),
  ]);
  const read = async (excluded: string, changes = {}) =>
    (await readExclusions(test.store, { ...PLAN, excluded, ...changes }, NOW_MS)).map(
      ({ text, state }) => [text, state],
    );
  const prepare = (changes: Partial<DrawPlan>) =>
    prepareDraw(laneContext(test.store, 'draw.prepared'), { ...PLAN, ...changes });
  return { read, prepare };
}

describe('a pasted list of who cannot win', () => {
  it('shows every entry with whether it is somebody’s who takes part', async () => {
    const { read } = await withParticipants();
    expect(
      await read('Ann <ANN@example.com>; nobody@example.com, Human Resources\nann(at)example.com'),
    ).toEqual([
      ['Ann <ANN@example.com>', 'matched'],
      ['nobody@example.com', 'unmatched'],
      ['Human Resources', 'unread'],
      ['ann(at)example.com', 'unread'],
    ]);
  });

  it('of a public report is matched as a whole, and nobody on it can win', async () => {
    const { read, prepare } = await withParticipants();
    expect((await read(CASES)).map(([, state]) => state)).toEqual([
      'matched',
      'matched',
      'matched',
      'matched',
    ]);
    expect(await prepare({ excluded: CASES })).toMatchObject({ entries: 1 });
  });

  it('is about those who could win', async () => {
    const { read } = await withParticipants();
    for (const email of ['gone@example.com', 'staff@example.com', 'winter@example.com']) {
      expect(await read(email)).toEqual([[email, 'unmatched']]);
    }
    expect(await read('staff@example.com', { includesPreview: true })).toEqual([
      ['staff@example.com', 'matched'],
    ]);
  });

  it('is never ignored in silence where it is not understood', async () => {
    const { prepare } = await withParticipants();
    const excluded = 'ann@example.com; Bob';
    await expect(prepare({ excluded })).rejects.toMatchObject({
      code: 'draw.exclusions_unread',
      params: { count: 1 },
    });
    expect(await prepare({ excluded, ignoresUnread: true })).toMatchObject({ entries: 3 });
  });
});
