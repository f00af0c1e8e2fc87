import { expectAccessible } from './support/axe';
import { participate } from './support/channels';
import { watchBrowser } from './support/desktop';
import { openScreen } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

test('the overview shows what came in, how far people got and what is stored, also as tables', async ({
  vault: { app, page },
}) => {
  await watchBrowser(app);
  await openScreen(page, 'Storage & settings');
  await page.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded();
  await openScreen(page, 'Overview');
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  const participations = page.getByRole('region', { name: 'Participations per day' });
  const funnel = page.getByRole('region', { name: 'Funnel' });
  const storage = page.getByRole('region', { name: 'Storage and expiry' });
  await expect(storage.getByText('No entries are stored.')).toBeVisible();

  await participate(page, 'ann@example.com');
  await participate(page, 'bob@example.com');
  await expect(participations.getByText('2 in the preview')).toBeVisible();
  await funnel.getByText('Preview', { exact: true }).click();
  await expect(funnel.getByRole('img', { name: /^2 conversations/ })).toBeVisible();
  await expect(storage.getByRole('img', { name: /entries are stored/ })).toBeVisible();
  await expectAccessible(page, 'overview with charts');

  for (const figure of [participations, funnel, storage]) {
    await figure.getByRole('switch', { name: 'Show as table' }).dispatchEvent('click');
  }
  await expect(participations.getByRole('row')).toHaveCount(2);
  await expect(funnel.getByRole('row', { name: /Giveaway/ })).toContainText('2');
  await expect(storage.getByRole('row', { name: /^Giveaways/ })).toContainText('2');
  await expectAccessible(page, 'overview with tables');
});
