import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DrawnPlace } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import {
  saveLesson,
  takePart,
  type UnlockedDesk,
  unlockedDesks,
} from '../../../tests/support/desk';
import { temporaryFolder } from '../../../tests/support/folder';
import { DAY_MS } from '../../../tests/support/now';

const unlockedDesk = unlockedDesks(await bundledWorker());

/** A draw of one prize among three people: a winner, then two substitutes. */
async function drawn(): Promise<{ desk: UnlockedDesk; id: string; people: string[] }> {
  const desk = await unlockedDesk();
  await saveLesson(desk);
  for (const name of ['ann', 'bob', 'cem']) await takePart(desk, `${name}@example.com`);
  const [giveaway] = await desk.get('draws.giveaways', undefined);
  const { id } = await desk.get('draws.prepare', {
    giveawayId: giveaway?.giveawayId ?? '',
    chance: 'person',
    prizes: [{ name: 'Bike', winners: 1 }],
    substitutes: 2,
    excluded: '',
    ignoresUnread: false,
    excludesEarlierWinners: false,
    includesPreview: true,
  });
  await desk.get('draws.run', { id, publicValue: '' });
  const people = (await desk.get('draws.places', { id })).map(({ email }) => email ?? '');
  return { desk, id, people };
}

const GONE = { row: null, email: null, name: '', expiresAt: null };

/** The ways in which the row of a winner goes. */
const WAYS: [DrawnPlace['reason'], (desk: UnlockedDesk, email: string) => Promise<unknown>][] = [
  ['erased_on_request', (desk, email) => desk.get('privacy.erase', { email })],
  [
    'deleted',
    (desk, email) =>
      desk.get('data.deleteAll', {
        table: 'winners',
        filter: { search: email },
        confirmedRows: 1,
      }),
  ],
  [
    'deleted',
    async (desk, email) => {
      const filter = { search: email };
      const { rows } = await desk.get('data.page', { table: 'winners', limit: 1, filter });
      await desk.get('data.deleteRow', { table: 'winners', id: rows[0]?.id ?? 0 });
    },
  ],
];

describe('a place whose row is gone', () => {
  it.each(WAYS)(
    'stays as %s, without a name, and its prize can be passed on',
    async (reason, go) => {
      const { desk, id, people } = await drawn();
      const [ann = '', bob = ''] = people;
      await go(desk, ann);
      const places = () => desk.get('draws.places', { id });
      expect(await places()).toMatchObject([
        { rank: 1, status: 'winner', prize: 'Bike', reason, ...GONE },
        { rank: 2, status: 'substitute', reason: null, email: bob },
        { rank: 3, status: 'substitute' },
      ]);
      expect(await desk.get('draws.decline', { id, rank: 1 })).toEqual({ successor: 2 });
      expect(await places()).toMatchObject([
        { rank: 1, status: 'passed_on', reason, ...GONE },
        { rank: 2, status: 'winner', prize: 'Bike', email: bob },
        { rank: 3, status: 'substitute' },
      ]);
      expect(JSON.stringify(await places())).not.toContain(ann);
      expect(await checked(desk, id)).toMatchObject({ status: 0 });
    },
  );

  it('is passed over when it is a substitute’s, and leaves the prize where it is when nobody is left', async () => {
    const { desk, id, people } = await drawn();
    for (const email of people.slice(0, 2)) await desk.get('privacy.erase', { email });
    expect(await desk.get('draws.decline', { id, rank: 1 })).toEqual({ successor: 3 });
    const { out, status } = await checked(desk, id);
    expect(out).toContain('substitute  ');
    expect(out).toContain('(erased on request)');
    expect(status).toBe(0);
    await desk.get('privacy.erase', { email: people[2] ?? '' });
    expect(await desk.get('draws.decline', { id, rank: 3 })).toEqual({ successor: null });
    expect(await desk.get('draws.places', { id })).toMatchObject([
      { status: 'passed_on' },
      { status: 'substitute', reason: 'erased_on_request' },
      { status: 'winner', prize: 'Bike', reason: 'erased_on_request', ...GONE },
    ]);
  });

  it('has expired as soon as the row has, whether that is swept or not', async () => {
    const { desk, id, people } = await drawn();
    const [first] = await desk.get('draws.places', { id });
    const expired = [1, 2, 3].map((rank) => ({ rank, reason: 'expired', ...GONE }));
    desk.nowMs = (first?.expiresAt ?? 0) - 1;
    expect(await desk.get('draws.places', { id })).toMatchObject([{ email: people[0] }, {}, {}]);
    desk.nowMs += 1;
    expect(await desk.get('draws.places', { id })).toMatchObject(expired);
    expect(await desk.get('draws.decline', { id, rank: 1 })).toEqual({ successor: null });
    desk.nowMs += DAY_MS;
    await desk.get('retention.confirmClock', undefined);
    await desk.get('retention.sweep', undefined);
    expect(await desk.get('draws.places', { id })).toMatchObject(expired);
  });
});

async function checked(
  desk: UnlockedDesk,
  id: string,
): Promise<{ status: number | null; out: string }> {
  const file = join(temporaryFolder(), 'record.json');
  desk.chooseFile = async () => file;
  await desk.get('draws.saveRecord', { id });
  expect(readFileSync(file, 'utf8')).not.toContain('@');
  const { status, stdout } = spawnSync(process.execPath, ['scripts/verify-draw.mjs', file], {
    encoding: 'utf8',
  });
  return { status, out: stdout };
}
