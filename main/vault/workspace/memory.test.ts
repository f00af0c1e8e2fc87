import { expect, it } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { unlockedDesks } from '../../../tests/support/desk';
import { DAY_MS } from '../../../tests/support/now';

const unlockedDesk = unlockedDesks(await bundledWorker());

it('remembers the last value of a key, until it is forgotten', async () => {
  const desk = await unlockedDesk();
  const key = 'panels';
  expect(await desk.get('memory.recall', { key })).toBeNull();
  await desk.get('memory.remember', { key, value: '{"palette":240}' });
  await desk.get('memory.remember', { key, value: '{"palette":320}' });
  expect(await desk.get('memory.recall', { key })).toBe('{"palette":320}');
  expect(await desk.get('memory.recall', { key: 'navigation' })).toBeNull();
  await desk.get('memory.remember', { key, value: null });
  expect(await desk.get('memory.recall', { key })).toBeNull();
});

it('forgets it in time, also in the database', async () => {
  const desk = await unlockedDesk();
  const key = 'undo:x';
  await desk.get('memory.remember', { key, value: '[]' });
  desk.nowMs += 8 * DAY_MS;
  expect(await desk.get('memory.recall', { key })).toBeNull();
  await desk.get('retention.sweep', undefined);
  desk.nowMs -= 8 * DAY_MS;
  expect(await desk.get('memory.recall', { key })).toBeNull();
});
