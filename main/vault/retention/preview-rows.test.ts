import { expect, it } from 'vitest';
import { NOW_MS } from '../../../tests/support/now';
import { marker, tracesOnDisk } from '../../../tests/support/pages-on-disk';
import { countRows, insertRows, openTestStore, participation } from '../../../tests/support/store';
import { takeOne } from '../../chat/claims/counters';
import { emptyWriteAheadLog } from '../../foundation/store/checkpoint';
import { approveHold, listHolds, requestHold } from './holds';
import { countPreviewRows, deletePreviewRows } from './preview-rows';
import { readReceipts } from './receipts';
import { scrub } from './scrub';

const ADA = { id: 'u1', name: 'Ada' };
const GRACE = { id: 'u2', name: 'Grace' };

async function filled() {
  const test = await openTestStore();
  const mark = marker();
  const row = (channel: string, email: string, expires_at?: number) =>
    participation({ channel, email, email_key: email, ...(expires_at && { expires_at }) });
  insertRows(test, 'participations', [
    row('preview', `${mark}@example.com`),
    row('preview', 'held@example.com'),
    row('preview', 'expired@example.com', NOW_MS - 1),
    row('kiosk', 'guest@example.com'),
  ]);
  for (const channel of ['preview', 'kiosk'] as const) {
    await takeOne(test.store, { channel, name: 'issued pool', limit: 1 });
  }
  return { test, mark };
}

it('deletes what previews have written and used up, without a trace, and nothing of a kiosk', async () => {
  const { test, mark } = await filled();
  const { store, file, key } = test;
  expect(await countPreviewRows(store, NOW_MS)).toEqual({ rows: 2, held: 0 });
  expect(await deletePreviewRows(store, ADA, 2, NOW_MS)).toEqual({ deleted: 2, held: 0 });
  expect(countRows(test, 'participations')).toBe(1);
  const counter = { name: 'issued pool', limit: 1 };
  expect(await takeOne(store, { ...counter, channel: 'preview' })).toBe(1);
  expect(await takeOne(store, { ...counter, channel: 'kiosk' })).toBeNull();
  expect(await readReceipts(store)).toMatchObject([
    { user: 'Ada', details: { table: 'participations', rows: 3, rule: 'preview' } },
  ]);
  await scrub(store, NOW_MS);
  await emptyWriteAheadLog(store);
  expect(tracesOnDisk(file, key, new Set([mark]))).toEqual([]);
});

it('leaves rows under a legal hold, and says how many', async () => {
  const { test } = await filled();
  const { store } = test;
  const subject = { kind: 'person', email: 'held@example.com' } as const;
  await requestHold(store, ADA, { subject, reason: 'A dispute', untilMs: NOW_MS + 1 }, NOW_MS);
  const [hold] = await listHolds(store, NOW_MS);
  await approveHold(store, GRACE, hold?.id ?? '', NOW_MS);
  expect(await countPreviewRows(store, NOW_MS)).toEqual({ rows: 2, held: 1 });
  expect(await deletePreviewRows(store, ADA, 2, NOW_MS)).toEqual({ deleted: 1, held: 1 });
  expect(countRows(test, 'participations')).toBe(2);
});

it('is refused when previews have written more than the user agreed to', async () => {
  const { test } = await filled();
  await expect(deletePreviewRows(test.store, ADA, 1, NOW_MS)).rejects.toMatchObject({
    code: 'data.count_changed',
    params: { rows: 2 },
  });
  expect(countRows(test, 'participations')).toBe(4);
});
