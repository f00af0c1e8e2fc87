import type { Page } from 'playwright/test';
import { expectAccessible } from './support/axe';
import { get } from './support/channels';
import { leaveKiosk, nextWindow } from './support/kiosk';
import { lock, openScreen, screenButton, unlock } from './support/pages';
import { expect, test } from './support/vault';

const dialog = (page: Page) => page.getByRole('dialog');

test.describe('after publishing', () => {
  test.use({ contents: 'raffle' });

  test('what comes next is offered, and a kiosk has a place of its own', async ({ vault }) => {
    const { app, page } = vault;
    await openScreen(page, 'Kiosk');
    await expect(page.getByText('Nothing is published yet')).toBeVisible();
    await page.getByRole('button', { name: 'To the experiences' }).click();

    await page.getByRole('button', { name: 'Publish…' }).click();
    await dialog(page).getByRole('button', { name: 'Publish', exact: true }).click();
    const published = page.getByRole('dialog', { name: 'Version 1 is published' });
    await expect(published.getByRole('button', { name: /^Start it on a kiosk/ })).toBeFocused();
    await expect(
      published.getByRole('button', { name: /^Copy for another computer/ }),
    ).toBeVisible();
    await expectAccessible(page, 'after publishing');
    // There is no version before the first.
    await expect(published.getByRole('button', { name: /^Show what changed/ })).toHaveCount(0);
    await page.keyboard.press('Escape');

    await test.step('out of a flow, the navigation leads to all experiences', async () => {
      await screenButton(page, 'Experiences').click();
      await expect(page.getByRole('heading', { level: 1, name: 'Experiences' })).toBeVisible();
      await expect(page.getByRole('button', { name: /^New experience/ })).toBeVisible();
    });

    await openScreen(page, 'Kiosk');
    await expect(page.getByText(/^Version 1, published on/)).toBeVisible();
    await expect(page.getByText(/Customers, up to 180 days/)).toBeVisible();
    await expect(page.getByText(/Tap five times/)).toBeVisible();
    await expectAccessible(page, 'kiosk');
    const kiosk = await nextWindow(app, async () => {
      await page.getByRole('button', { name: 'Start kiosk… Hello World' }).click();
      await dialog(page).getByRole('button', { name: 'Start', exact: true }).click();
    });
    await expect(kiosk.getByRole('heading', { name: 'Hello World' })).toBeVisible();
    const again = await leaveKiosk(app, kiosk);
    await expect(again.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  });
});

test.describe('a deletion', () => {
  test.use({ contents: 'sample' });

  async function deleteExperience(page: Page) {
    await page.getByRole('button', { name: 'Actions for “Hello World”' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await expect(dialog(page)).toContainText('You can undo this for 10 seconds.');
    await dialog(page).getByLabel('Type “Hello World” to confirm').fill('Hello World');
    await dialog(page).getByRole('button', { name: 'Delete experience' }).click();
  }

  test('can be undone for a while, and a lock does not lose it', async ({ vault: { page } }) => {
    await page.getByRole('heading', { level: 1 }).getByRole('button').click();
    await page.getByRole('menuitem', { name: 'All experiences…' }).click();
    await deleteExperience(page);
    const row = page.getByRole('row', { name: /Hello World/ });
    const undo = row.getByRole('button', { name: 'Undo: keep “Hello World”' });
    await expect(undo).toBeFocused();
    await expect(page.getByRole('alert')).toContainText('“Hello World” is being deleted.');
    await expectAccessible(page, 'deletion that can be undone');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeHidden();
    await get(page, 'deletions.finish');
    expect(await get(page, 'experiences.list')).toHaveLength(1);

    await deleteExperience(page);
    await expect(undo).toBeVisible();
    await lock(page);
    await unlock(page);
    await expect(page.getByText('No experience yet')).toBeVisible();
  });
});
