import { expect, it } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { confirmed, typed } from '../../../tests/support/chat';
import { saveLesson, takePart, unlockDesk, unlockedDesks } from '../../../tests/support/desk';
import { asksEmail, chain } from '../../../tests/support/graphs';
import { DAY_MS } from '../../../tests/support/now';
import { added } from '../../../tests/support/questions';

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
  // Who asks while a sweep runs gets that one's report.
  await desk.get('retention.sweep', undefined);
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
  expect(desk.events).toContainEqual({ name: 'places.forgotten', payload: {} });
  desk.nowMs += 1;
  await desk.get('memory.keepPlace', { screen: '"requests"' });
  await lockAndUnlock(desk);
  expect(await placeOf(desk)).toEqual({ screen: '"requests"' });
  expect((await written(desk)).join()).not.toContain(EMAIL);
});

it('is forgotten when a participant erases themself', async () => {
  const desk = await unlockedDesk();
  const { experienceId } = desk;
  const { revision } = await desk.get('experiences.get', { id: experienceId });
  const draft = chain(asksEmail('email'), added('delete_my_data'));
  await desk.get('experiences.saveDraft', { id: experienceId, draft, revision });
  await desk.get('memory.keepPlace', { address: `"${EMAIL}"` });
  const { sessionId } = await desk.get('chat.start', { experienceId, language: 'en' });
  await desk.get('chat.answer', { sessionId, answer: typed(EMAIL, true) });
  expect(await placeOf(desk)).not.toEqual({});
  await desk.get('chat.answer', { sessionId, answer: confirmed() });
  expect(await placeOf(desk)).toEqual({});
  expect(desk.events).toContainEqual({ name: 'places.forgotten', payload: {} });
});
