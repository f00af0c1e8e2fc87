import { expect, it } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { saveLesson, takePart, unlockDesk, unlockedDesks } from '../../../tests/support/desk';
import { DAY_MS } from '../../../tests/support/now';

const unlockedDesk = unlockedDesks(await bundledWorker());
type Desk = Awaited<ReturnType<typeof unlockedDesk>>;

const HOUR_MS = DAY_MS / 24;
const EMAIL = 'eve@example.org';

const placeOf = (desk: Desk) => desk.get('memory.place', undefined);

async function lockAndUnlock(desk: Desk): Promise<void> {
  await desk.workspace.lock();
  await unlockDesk(desk);
}

async function written(desk: Desk): Promise<string[]> {
  const { store } = desk.workspace.unlocked;
  const rows = await store
    .selectFrom('user_memory')
    .select('value')
    .where('key', '=', 'place')
    .execute();
  return rows.map(({ value }) => value);
}

it('is what it was after a lock, whoever locks, and only a lock writes it', async () => {
  const desk = await unlockedDesk();
  await desk.get('memory.keepPlace', { screen: '"draws"', tab: '"winners"' });
  expect(await written(desk)).toEqual([]);
  await lockAndUnlock(desk);
  expect(await placeOf(desk)).toEqual({ screen: '"draws"', tab: '"winners"' });
  await desk.get('memory.keepPlace', { screen: '"audit"', tab: null });
  expect(await placeOf(desk)).toEqual({ screen: '"audit"' });
  await lockAndUnlock(desk);
  expect(await placeOf(desk)).toEqual({ screen: '"audit"' });
});

it('is forgotten after a day, part by part', async () => {
  const desk = await unlockedDesk();
  await desk.get('memory.keepPlace', { note: '"old"' });
  desk.nowMs += 20 * HOUR_MS;
  await desk.get('memory.keepPlace', { screen: '"audit"' });
  await lockAndUnlock(desk);
  desk.nowMs += 5 * HOUR_MS;
  expect(await placeOf(desk)).toEqual({ screen: '"audit"' });
  desk.nowMs += DAY_MS;
  expect(await placeOf(desk)).toEqual({});
  await desk.get('retention.sweep', undefined);
  expect(await written(desk)).toEqual([]);
});

it('is forgotten for all users when a person is erased, and so is what was held of it', async () => {
  const desk = await unlockedDesk();
  await saveLesson(desk);
  await takePart(desk, EMAIL);
  const passphrase = 'another violet tram unlocks';
  await desk.get('users.add', { name: 'Bob', role: 'steward', passphrase });
  await desk.get('memory.keepPlace', { address: `"${EMAIL}"` });
  await lockAndUnlock(desk);
  expect((await written(desk)).join()).toContain(EMAIL);
  await desk.get('memory.keepPlace', { note: `"Asked by ${EMAIL}"` });
  desk.nowMs += 1;
  await desk.get('privacy.erase', { email: EMAIL });
  expect(await written(desk)).toEqual([]);
  desk.nowMs += 1;
  await desk.get('memory.keepPlace', { screen: '"requests"' });
  await lockAndUnlock(desk);
  expect(await placeOf(desk)).toEqual({ screen: '"requests"' });
  expect((await written(desk)).join()).not.toContain(EMAIL);
});
