import { expect, it } from 'vitest';
import { NOW_MS } from '../../../tests/support/now';
import { openTestStore } from '../../../tests/support/store';
import { readSetting, writeSetting } from './settings';

it('has a value for every setting before one is set', async () => {
  const { store } = await openTestStore();
  expect(await readSetting(store, 'clock_jump_days')).toBe(30);
  expect(await readSetting(store, 'idle_lock_minutes')).toBe(10);
  expect(await readSetting(store, 'last_sweep')).toBeNull();
});

it('keeps the last value that was set', async () => {
  const { store } = await openTestStore();
  await writeSetting(store, 'idle_lock_minutes', null);
  await writeSetting(store, 'idle_lock_minutes', 20);
  await writeSetting(store, 'idle_lock_minutes', null);
  const report = { at: NOW_MS, removed: { participations: 3 }, complete: true };
  await writeSetting(store, 'last_sweep', report);
  expect(await readSetting(store, 'idle_lock_minutes')).toBeNull();
  expect(await readSetting(store, 'last_sweep')).toEqual(report);
});

it('does not take a damaged value for a good one', async () => {
  const { store, connection } = await openTestStore();
  connection.exec(`insert into settings values ('clock_jump_days', '"no"')`);
  await expect(readSetting(store, 'clock_jump_days')).rejects.toThrow();
});
