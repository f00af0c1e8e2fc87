import { expect, it } from 'vitest';
import { insertBlank } from '../../../../tests/support/blank-row';
import { DAY_MS } from '../../../../tests/support/now';
import { createEmptyStore } from '../../../../tests/support/store';
import { migrate } from '.';

it('lets refusals go after 180 days, those that go sooner and consents as before', async () => {
  const made = createEmptyStore();
  await migrate(made.store, '0023-export-person');
  for (const [action, days] of [
    ['refused', 1_095],
    ['refused', 30],
    ['given', 1_095],
  ] as const) {
    const expires_at = 1_000 + days * DAY_MS;
    insertBlank(made, 'consents', { action, created_at: 1_000, expires_at });
  }
  await migrate(made.store);
  const kept = made.connection.prepare('select expires_at from consents order by id').pluck().all();
  expect(kept).toEqual([180, 30, 1_095].map((days) => 1_000 + days * DAY_MS));
});
