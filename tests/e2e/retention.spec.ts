import type { Page } from 'playwright/test';
import { get, participate, rowCounts } from './support/channels';
import { passDays, passDaysInUse, passDaysOnPage, watchBrowser } from './support/desktop';
import { lock, openScreen, openTable, sweepNow, unlock } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

test.beforeEach(async ({ vault: { app, page } }) => {
  await watchBrowser(app);
  await participate(page, 'ann@example.com');
});

const lastSweepAt = async (page: Page) => (await get(page, 'retention.status')).lastSweep?.at;

test('rows are gone from the tabs after their days, before any sweep', async ({
  vault: { app, page },
}) => {
  const swept = await lastSweepAt(page);
  const before = await rowCounts(page);
  expect(before).toMatchObject({ participations: 1, customers: 1 });

  await passDays(app, 6.9);
  expect(await rowCounts(page)).toEqual(before);
  await passDays(app, 0.2);
  expect(await rowCounts(page)).toEqual({ ...before, runtime_log: 0 });
  await openTable(page, 'Giveaways');
  await expect(page.getByText('ann@example.com')).toBeVisible();

  await passDays(app, 53);
  await openTable(page, 'Variables');
  await expect(page.getByText('No entries at the moment')).toBeVisible();
  await openTable(page, 'Giveaways');
  await expect(page.getByText('No entries at the moment')).toBeVisible();
  expect(await rowCounts(page)).toMatchObject({
    customers: 1,
    participations: 0,
    variables: 0,
    runtime_log: 0,
  });
  expect(await lastSweepAt(page)).toBe(swept);
});

test('a sweep on demand says how many rows of which tables it has erased', async ({
  vault: { app, page },
}) => {
  await sweepNow(page);
  await expect(page.getByText('No entry had expired.')).toBeVisible();
  const { participations, variables, runtime_log: log } = await rowCounts(page);
  await passDaysInUse({ app, page }, 61);
  const total = Number(participations) + Number(variables) + Number(log);

  await sweepNow(page);
  await expect(page.getByText(`${total} expired entries were deleted.`)).toBeVisible();
  await expect(page.getByRole('main')).toContainText(
    `Giveaways: ${participations} entry, Variables: ${variables} entries, Runtime log: ${log} entries`,
  );
  expect((await get(page, 'retention.sweep')).removed).toEqual({});
});

test('unlocking sweeps what has expired while the workspace was locked', async ({
  vault: { app, page },
}) => {
  const { runtime_log: log } = await rowCounts(page);
  await lock(page);
  await passDays(app, 20);
  await unlock(page);
  await openScreen(page, 'Storage & settings');
  await expect(page.getByText(`Runtime log: ${log} entries`)).toBeVisible();
  expect((await get(page, 'retention.sweep')).removed).toEqual({});
});

test('an address may take part again once its participation has expired', async ({
  vault: { app, page },
}) => {
  await passDaysInUse({ app, page }, 59);
  await participate(page, 'ann@example.com');
  expect(await rowCounts(page)).toMatchObject({ participations: 1 });
  await passDaysInUse({ app, page }, 2);
  await participate(page, 'ann@example.com');
  await openTable(page, 'Giveaways');
  await expect(page.getByText('1 entry', { exact: true })).toBeVisible();
});

test('customers stay 180 days from their last activity on', async ({ vault: { app, page } }) => {
  await passDays(app, 100);
  await participate(page, 'ANN@example.com');
  await passDays(app, 179);
  expect(await rowCounts(page)).toMatchObject({ customers: 1 });
  await passDays(app, 2);
  expect(await rowCounts(page)).toMatchObject({ customers: 0 });
});

test('the tabs tell in how many days or hours a row expires, and when exactly', async ({
  vault: { app, page },
}) => {
  await openTable(page, 'Giveaways');
  const [participation] = (await get(page, 'data.page', { table: 'participations', limit: 1 }))
    .rows;
  const expiresAt = Number(participation?.cells.expires_at);
  const expiry = page.locator(`time[datetime="${new Date(expiresAt).toISOString()}"]`);
  await expect(page.getByRole('columnheader', { name: 'Expires in' })).toBeVisible();
  await expect(expiry).toHaveText(/^60 days\. Expires on /);

  await openScreen(page, 'Experiences');
  await passDays(app, 59.5);
  await passDaysOnPage(page, 59.5);
  await openTable(page, 'Giveaways');
  // At once: the next tick of the page's clock comes later.
  await expect(expiry).toHaveText(/^12 hours\. Expires on /, { timeout: 5_000 });
});
