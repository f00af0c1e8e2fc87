import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesWith7Zip, extractWith7Zip } from '../support/archive';
import { expectAccessible } from './support/axe';
import { get, participate } from './support/channels';
import { answerFileDialog, watchBrowser } from './support/desktop';
import { openScreen, saveExport, shownPassword } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

test('a person is found, gets access to what is stored, and is erased with a certificate', async ({
  vault: { app, page },
  folder,
}) => {
  await watchBrowser(app);
  for (const email of ['ann@example.com', 'bob@example.com']) await participate(page, email);
  await openScreen(page, 'People and requests');
  await page.getByRole('tab', { name: 'Find a person' }).click();
  await expect(page.getByText('Whom are you looking for?')).toBeVisible();

  await page.getByRole('combobox', { name: 'Email address' }).fill('AN');
  await page.getByRole('option', { name: 'ann@example.com' }).click();
  await expect(page.getByRole('heading', { name: 'ann@example.com' })).toBeVisible();
  const counts = page.getByRole('list', { name: 'Entries per table' });
  await expect(counts).toContainText('Customers · 1');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('Summer raffle').first()).toBeVisible();
  await expect(timeline).not.toContainText('bob@example.com');
  await expectAccessible(page, 'a person');

  await page.getByRole('button', { name: 'Make answer file' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Zip with a password').click();
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await dialog.getByRole('button', { name: 'Accept and continue' }).click();
  const password = await shownPassword(page);
  const zip = join(folder, 'person.zip');
  await answerFileDialog(app, zip);
  await saveExport(page);
  await expect(dialog).toContainText('verified by reading it back');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  expect(bytesWith7Zip(zip, password, 'answer.pdf').subarray(0, 5).toString()).toBe('%PDF-');
  const json = JSON.parse(extractWith7Zip(zip, password, 'data.json'));
  expect(json.tables.participations).toHaveLength(1);
  expect(JSON.stringify(json)).not.toContain('bob@example.com');

  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(dialog).toContainText('person.zip');
  await expectAccessible(page, 'what an erasure takes');
  const confirm = dialog.getByRole('button', { name: 'Erase for good' });
  await dialog.getByLabel('Type ann@example.com to confirm').fill('bob@example.com');
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel('Type ann@example.com to confirm').fill('Ann@example.com');
  await confirm.click();
  await expect(dialog).toContainText('What counts as erased below is gone from all tables');
  await expectAccessible(page, 'the certificate');
  const file = join(folder, 'certificate.html');
  await answerFileDialog(app, file);
  await dialog.getByRole('button', { name: 'Save the certificate' }).click();
  await expect(page.getByText('The certificate was saved in certificate.html.')).toBeVisible();
  const [certificate] = await get(page, 'privacy.certificates');
  const saved = readFileSync(file, 'utf8');
  expect(saved).toContain(String(certificate?.reference));
  expect(saved).not.toContain('ann@');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  // Nothing on the page names the person any more.
  await expect(page.getByRole('combobox', { name: /^Email address/ })).toHaveValue('');
  await expect(page.getByText('ann@example.com')).toHaveCount(0);
  expect((await get(page, 'privacy.find', { email: 'ann@example.com' })).tables).toEqual([]);
  expect((await get(page, 'privacy.find', { email: 'bob@example.com' })).tables).not.toEqual([]);
  await page.getByRole('tab', { name: 'Erasure certificates' }).click();
  await page.getByRole('button', { name: new RegExp(String(certificate?.reference)) }).click();
  await expect(page.getByText(String(certificate?.hash))).toBeVisible();
  expect((await get(page, 'audit.verify')).intact).toBe(true);
});

test('a part of an address is answered with whom it may mean, and never with nothing', async ({
  vault: { app, page },
}) => {
  await watchBrowser(app);
  for (const email of ['max.mustermann@firma.de', 'ann@example.com']) {
    await participate(page, email);
  }
  await openScreen(page, 'People and requests');
  await page.getByRole('tab', { name: 'Find a person' }).click();
  const field = page.getByRole('combobox', { name: 'Email address, name or phone number' });
  await field.fill('max');
  await expect(page.getByRole('option', { name: 'max.mustermann@firma.de' })).toBeVisible();
  await field.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(0);
  const found = page.getByRole('region', { name: 'People found' });
  await expect(found).toContainText('1 match for “max”');
  await expect(found).toContainText('max.mustermann@firma.de');
  await expect(page.getByText('Nothing found')).toBeHidden();
  await expectAccessible(page, 'people found');
  await found.getByRole('button', { name: 'Show max.mustermann@firma.de' }).click();
  await expect(page.getByRole('heading', { name: 'max.mustermann@firma.de' })).toBeVisible();

  await field.fill('moritz');
  await field.press('Enter');
  await expect(page.getByText('Nothing found', { exact: true })).toBeVisible();
  await expect(page.getByText('No entry of any table holds “moritz” in an email')).toBeVisible();
});
