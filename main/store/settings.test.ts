import { expect, it } from 'vitest';
import { NOW_MS } from '../../tests/support/now';
import { openTestStore } from '../../tests/support/store';
import { readSetting, writeSetting } from './settings';

it('has a value for every setting before one is set', async () => {
  const { store } = await openTestStore();
  expect(await readSetting(store, 'store_data')).toBe(true);
  expect(await readSetting(store, 'max_retention_days')).toBe(1_095);
  expect(await readSetting(store, 'last_sweep')).toBeNull();
});

it('keeps the last value that was set', async () => {
  const { store } = await openTestStore();
  await writeSetting(store, 'store_data', false);
  await writeSetting(store, 'store_data', true);
  await writeSetting(store, 'store_data', false);
  const report = { at: NOW_MS, removed: { participations: 3 } };
  await writeSetting(store, 'last_sweep', report);
  expect(await readSetting(store, 'store_data')).toBe(false);
  expect(await readSetting(store, 'last_sweep')).toEqual(report);
});

it('does not take a damaged value for a good one', async () => {
  const { store, connection } = await openTestStore();
  connection.exec(`insert into settings values ('store_data', '"no"')`);
  await expect(readSetting(store, 'store_data')).rejects.toThrow();
});
