import { expect, it } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { saveLesson, takePart, unlockedDesks } from '../../../tests/support/desk';
import { DAY_MS } from '../../../tests/support/now';

const unlockedDesk = unlockedDesks(await bundledWorker());

it('shows who has a place of a draw until the winners expire, swept or not', async () => {
  const desk = await unlockedDesk();
  await saveLesson(desk);
  await takePart(desk, 'ann@example.com');
  const [giveaway] = await desk.get('draws.giveaways', undefined);
  const { id } = await desk.get('draws.prepare', {
    giveawayId: giveaway?.giveawayId ?? '',
    chance: 'person',
    prizes: [{ name: 'A bicycle', winners: 1 }],
    substitutes: 0,
    excluded: '',
    ignoresUnread: false,
    excludesEarlierWinners: false,
    includesPreview: true,
  });
  await desk.get('draws.run', { id, publicValue: '' });
  const [place] = await desk.get('draws.places', { id });
  expect(place).toMatchObject({ rank: 1, prize: 'A bicycle', email: 'ann@example.com' });
  const expiresAt = place?.expiresAt ?? 0;
  expect(expiresAt).toBeGreaterThan(desk.nowMs + 59 * DAY_MS);
  desk.nowMs = expiresAt - 1;
  expect(await desk.get('draws.places', { id })).toHaveLength(1);
  desk.nowMs = expiresAt;
  expect(await desk.get('draws.places', { id })).toEqual([
    {
      ...{ row: null, rank: 1, prize: 'A bicycle', status: 'winner' },
      ...{ email: null, name: '', expiresAt: null, reason: 'expired', followUp: [] },
    },
  ]);
});
