import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { extractWith7Zip } from '../support/archive';
import { expectAccessible } from './support/axe';
import { participate } from './support/channels';
import { answerFileDialog, watchBrowser } from './support/desktop';
import {
  lock,
  openScreen,
  openTable,
  PASSPHRASE,
  prepareExport,
  saveExport,
  USER,
} from './support/pages';
import { addUser, unlockAs, unlockFirstTime } from './support/users';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

test.beforeEach(async ({ vault: { app, page } }) => {
  await watchBrowser(app);
  await participate(page, 'ann@example.com');
});

test('an export is listed with its purpose until its file is deleted', async ({
  vault: { app, page },
  folder,
}) => {
  await openTable(page, 'Giveaways');
  const zip = join(folder, 'winners.zip');
  await prepareExport(page);
  await answerFileDialog(app, zip);
  await saveExport(page);
  await expect(page.getByText('verified by reading it back')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  await openScreen(page, 'Exports');
  const entry = page.getByRole('article', { name: 'Send the prizes to the winners' });
  await expect(entry.getByText('winners.zip')).toBeVisible();
  await expect(entry.getByText('File to be deleted')).toBeVisible();
  await expectAccessible(page, 'exports');
  // What is still there is not noted as deleted: it can be deleted instead.
  await entry.getByRole('button', { name: 'I have deleted the file' }).click();
  await expect(page.getByRole('dialog').getByText('still lies where it was saved')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete file' }).click();
  await expect(entry.getByText('File deleted')).toBeVisible();
  expect(existsSync(zip)).toBe(false);
});

test('all tables leave in one zip, pseudonymised, with what their columns mean', async ({
  vault: { app, page },
  folder,
}) => {
  await openScreen(page, 'Exports');
  await page.getByRole('button', { name: 'Export data' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is the export for?').fill('Count the participations');
  await dialog.getByRole('button', { name: 'Change selection' }).click();
  await dialog
    .getByLabel('Personal data', { exact: true })
    .selectOption({ label: 'pseudonymised' });
  await dialog.getByLabel('File for').selectOption({ label: 'CSV: Excel (German)' });
  await expectAccessible(page, 'export options');
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await dialog.getByRole('button', { name: 'Accept and continue' }).click();
  const password = (await dialog.getByLabel('One-time password').textContent())?.trim() ?? '';
  const zip = join(folder, 'all.zip');
  await answerFileDialog(app, zip);
  await saveExport(page);
  await expect(dialog).toContainText('verified by reading it back');
  const csv = extractWith7Zip(zip, password, 'participations.csv');
  expect(csv).toMatch(/^\uFEFFcreated_at;email;/);
  expect(csv).not.toContain('ann@example.com');
  const dictionary = extractWith7Zip(zip, password, 'data-dictionary.csv');
  expect(dictionary).toContain('consents.csv;email;');
});

test('a large export needs another user, and is then saved by who asked for it', async ({
  vault: { app, page },
  folder,
}) => {
  test.slow();
  await addUser(page, 'Grace', 'Data steward', `${PASSPHRASE} Grace`);
  await participate(page, 'bob@example.com');
  await openScreen(page, 'Exports');
  await page.getByRole('button', { name: 'Change rules' }).click();
  const rules = page.getByRole('dialog');
  await rules.getByRole('switch').dispatchEvent('click');
  await rules.getByLabel('Entries that one user may export in the period').fill('1');
  await rules.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('one user may export 1 entry;')).toBeVisible();

  await openTable(page, 'Giveaways');
  await page.getByRole('button', { name: 'Export table' }).click();
  const purpose = page.getByLabel('What is the export for?');
  const request = page.getByRole('button', { name: 'Ask for release' });
  await purpose.fill('Send a prize to ann@example.com');
  await expect(page.getByText('Leave out email addresses and phone numbers')).toBeVisible();
  await expect(request).toBeDisabled();
  await expectAccessible(page, 'export purpose');
  await purpose.fill('Send the prizes');
  await expect(page.getByText('more entries than the 1 that one user may export')).toBeVisible();
  await request.click();
  await expect(page.getByText('The release was requested.')).toBeVisible();

  await lock(page);
  await unlockFirstTime(page, 'Grace', `${PASSPHRASE} Grace`, `${PASSPHRASE} of Grace`);
  await openScreen(page, 'Exports');
  const entry = page.getByRole('article', { name: 'Send the prizes' });
  await entry.getByRole('button', { name: 'Release' }).click();
  await expect(entry.getByText('Released', { exact: true })).toBeVisible();

  await lock(page);
  await unlockAs(page, USER, PASSPHRASE);
  await openScreen(page, 'Exports');
  await entry.getByRole('button', { name: 'Save the export…' }).click();
  const dialog = page.getByRole('dialog');
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await dialog.getByRole('button', { name: 'Accept and continue' }).click();
  await answerFileDialog(app, join(folder, 'released.zip'));
  await saveExport(page);
  await expect(dialog).toContainText('verified by reading it back');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(entry.getByText('File to be deleted')).toBeVisible();
  await expect(entry.getByText('Grace')).toBeVisible();
});
