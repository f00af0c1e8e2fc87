import { participate } from './support/channels';
import { passDays, watchBrowser } from './support/desktop';
import { lock, openScreen, openTable, unlock } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

const NOTICE = /^Is today .*\? Nothing is deleted until that is clear$/;

test('a clock far ahead hides what has expired by it, and deletes only after a confirmation', async ({
  vault,
}) => {
  const { app, page } = vault;
  await watchBrowser(app);
  await participate(page, 'ann@example.com');
  await lock(page);
  await passDays(app, 400);
  await unlock(page);

  await expect(page.getByText(NOTICE)).toBeVisible();
  await expect(page.getByText(/clock is 400 days ahead/)).toBeVisible();
  await openTable(page, 'Giveaways');
  await expect(page.getByText('No entries at the moment')).toBeVisible();
  await openScreen(page, 'Storage & settings');
  const sweep = page.getByRole('button', { name: 'Delete expired entries now' });
  await expect(sweep).toBeDisabled();
  await expect(page.getByText('Nothing had expired')).toBeVisible();

  await passDays(app, -400);
  await openTable(page, 'Giveaways');
  await expect(page.getByText('ann@example.com')).toBeVisible();

  await passDays(app, 400);
  await openScreen(page, 'Storage & settings');
  await page.getByRole('button', { name: 'The date is right…' }).click();
  const dialog = page.getByRole('dialog', { name: /the right date\?$/ });
  await dialog.getByRole('button', { name: 'Confirm the date and delete' }).click();
  await expect(page.getByText(NOTICE)).toBeHidden();
  await expect(page.getByText('Giveaways: 1 entry')).toBeVisible();
  await openScreen(page, 'Audit log');
  await expect(page.getByRole('grid').getByText('400')).toBeVisible();
});
