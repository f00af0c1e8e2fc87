import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { extractWith7Zip } from '../support/archive';
import { answerFileDialog, watchBrowser } from './support/desktop';
import { tabTo } from './support/hands';
import {
  moduleNode,
  PASSPHRASE,
  preview,
  saved,
  shownPassword,
  USER,
  WORKSPACE,
} from './support/pages';
import { expect, test } from './support/vault';

async function press(page: Page, name: string | RegExp, within: Page | Locator = page) {
  await tabTo(page, within.getByRole('button', { name, disabled: false }));
  await page.keyboard.press('Enter');
}

async function type(page: Page, field: Locator, text: string) {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** From the focused module: A opens the palette, which puts the focus on the module it adds. */
async function addBelow(page: Page, name: string) {
  await page.keyboard.press('a');
  await expect(page.getByRole('combobox', { name: 'Search modules' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(moduleNode(page, name)).toBeFocused();
}

test('the whole story works by keyboard alone', async ({ vault: { app, page }, folder }) => {
  test.slow();
  const opened = await watchBrowser(app);
  await test.step('create the workspace', async () => {
    await expect(page.getByLabel('Name of the workspace')).toBeFocused();
    await page.keyboard.type(WORKSPACE);
    await type(page, page.getByLabel('Your name'), USER);
    await type(page, page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await type(page, page.getByLabel('Repeat the passphrase'), PASSPHRASE);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('I have kept the recovery code'));
    await page.keyboard.press('Space');
    await press(page, 'Continue');
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('main')).toBeFocused();
    await expect(moduleNode(page, 'External link')).toBeVisible();
  });

  await test.step('add Email below the external link, and Giveaway below Email', async () => {
    await tabTo(page, moduleNode(page, 'External link'));
    await addBelow(page, 'Email');
    await expect(page.getByRole('region', { name: 'Email' })).toBeVisible();
    await addBelow(page, 'Giveaway');
    await press(page, 'Add giveaway');
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.type('Summer raffle');
    await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
    await saved(page);
  });

  await test.step('go back to Email and set its terms', async () => {
    await tabTo(page, moduleNode(page, 'Giveaway'), 'Shift+Tab');
    await page.keyboard.press('ArrowUp');
    await expect(moduleNode(page, 'Email')).toBeFocused();
    await page.keyboard.press('Enter');
    await type(page, page.getByLabel('Terms to accept'), 'I accept the terms of participation.');
    await saved(page);
  });

  await test.step('play to the participation', async () => {
    const chat = preview(page);
    await press(page, 'Start the chat');
    await expect(chat.getByRole('button', { name: 'Red pill' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(chat.getByRole('button', { name: 'Follow the white rabbit' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(chat.getByLabel('Your email address')).toBeFocused();
    expect(await opened()).toEqual(['https://example.com/']);
    await page.keyboard.type('ann@example.com');
    await tabTo(page, chat.getByRole('checkbox'), 'Shift+Tab');
    await page.keyboard.press('Space');
    await press(page, 'Send', chat);
    await expect(chat.getByText('You are taking part. Good luck!')).toBeVisible();
    await expect(chat.getByRole('button', { name: 'Play again' })).toBeFocused();
  });

  await test.step('look at the data', async () => {
    await page.keyboard.press('Control+6');
    await tabTo(page, page.getByRole('tab', { selected: true }));
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Giveaways' })).toBeFocused();
    await expect(page.getByRole('gridcell', { name: 'ann@example.com' })).toBeVisible();
  });

  await test.step('export to the one-time password and the file', async () => {
    await press(page, 'Export table');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('What is the export for?')).toBeFocused();
    await page.keyboard.type('Send the prizes');
    for (const box of await dialog.getByRole('checkbox').all()) {
      await tabTo(page, box);
      await page.keyboard.press('Space');
    }
    await press(page, 'Accept and continue', dialog);
    const password = await shownPassword(page);
    await tabTo(page, dialog.getByLabel('I have kept the password'));
    await page.keyboard.press('Space');
    const zip = join(folder, 'giveaways.zip');
    await answerFileDialog(app, zip);
    await press(page, 'Save…', dialog);
    await expect(dialog).toContainText('verified by reading it back');
    expect(extractWith7Zip(zip, password, 'participations.csv')).toContain('ann@example.com');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('delete the row, and lock', async () => {
    await tabTo(page, page.getByRole('grid', { name: 'Giveaways' }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('dialog', { name: 'Delete this entry?' });
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await press(page, 'Delete entry', dialog);
    await expect(page.getByText('No entries at the moment')).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Control+L');
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  });
});

test('menus open, choose and close by keyboard, and give the focus back', async ({
  vault: { page },
}) => {
  const appearance = page.getByRole('button', { name: 'Appearance' });
  const scheme = page.locator('html');
  await press(page, 'Appearance');
  await expect(page.getByRole('menuitemradio', { name: 'As the system' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(appearance).toBeFocused();
});
