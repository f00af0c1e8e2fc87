import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encryptionOf, streamsOfPdf } from '../support/encrypted-pdf';
import { expectAccessible } from './support/axe';
import { get, participate } from './support/channels';
import { answerFileDialog, watchBrowser } from './support/desktop';
import { openScreen, saveExport, shownPassword, unlock } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

test('a request for access is entered, checked, answered with a PDF and closed', async ({
  vault: { app, page },
  folder,
}) => {
  test.slow();
  await watchBrowser(app);
  await participate(page, 'ann@example.com');
  await openScreen(page, 'People and requests');
  await expect(page.getByText('No requests yet')).toBeVisible();
  await expectAccessible(page, 'a desk without requests');

  await page.getByRole('button', { name: 'New request' }).click();
  const dialog = page.getByRole('dialog');
  const enter = dialog.getByRole('button', { name: 'Save request' });
  await dialog.getByRole('textbox', { name: 'Received on' }).fill('');
  await enter.click();
  await expect(dialog).toContainText('Please enter the address');
  await expect(dialog).toContainText('Please enter the day.');
  await expect(dialog.getByLabel('Email address')).toBeFocused();
  await dialog.getByLabel('Email address').fill('Ann@Example.com');
  await dialog.getByRole('textbox', { name: 'Received on' }).fill(daysAgo(-2));
  await enter.click();
  await expect(dialog.getByRole('textbox', { name: 'Received on' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Received on' }).fill(daysAgo(28));
  await dialog.getByLabel('Note').fill('call 0171 1234567');
  await expect(dialog).toContainText('phone number');
  await dialog.getByLabel('Note').fill('by registered letter');
  await expectAccessible(page, 'a new request');
  await enter.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Access · R-');
  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  await expect(navigation).toContainText('1 request is due within 7 days or over');

  await page.getByRole('button', { name: 'Check identity' }).click();
  const checked = dialog.getByRole('button', { name: 'Identity is checked' });
  await checked.click();
  await expect(dialog).toContainText('Please choose one.');
  await dialog.getByLabel('How').selectOption('Showed an identity document');
  await dialog.getByLabel('Note').fill('passport');
  await page.keyboard.press('Control+l');
  await unlock(page);
  await expect(dialog.getByLabel('Note')).toHaveValue('passport');
  await expect(dialog.getByLabel('How')).toHaveValue('document');
  await checked.click();
  await expect(page.getByText('Checked: Showed an identity document')).toBeVisible();
  await page.getByRole('button', { name: 'Show the entries' }).click();
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('Summer raffle');
  await expectAccessible(page, 'a request');

  await page.getByRole('button', { name: 'Make the answer file' }).click();
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await expectAccessible(page, 'what goes with an answer');
  await dialog.getByRole('button', { name: 'Accept and continue' }).click();
  const password = await shownPassword(page);
  const file = join(folder, 'answer.pdf');
  await answerFileDialog(app, file);
  await saveExport(page);
  await expect(dialog).toContainText('Preview asks for the password');
  await expectAccessible(page, 'how an answer is handed over');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const pdf = readFileSync(file);
  expect(encryptionOf(pdf)).toEqual({ version: 5, revision: 6, method: 'AESV3' });
  const contents = streamsOfPdf(pdf, password).map(String);
  const json = contents.flatMap((text) => (text.startsWith('{"email"') ? [JSON.parse(text)] : []));
  expect(json).toMatchObject([
    {
      email: 'ann@example.com',
      tables: { participations: [{ email: 'ann@example.com' }] },
      requests: [{ note: 'by registered letter' }],
    },
  ]);
  expect(pdf.includes('ann@example.com')).toBe(false);

  await page.getByRole('button', { name: 'The file is handed over' }).click();
  await dialog.getByRole('button', { name: 'Close the request' }).click();
  await expect(page.getByText('Answered: file handed over')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the requests' }).click();
  await expect(page.getByText('No open requests')).toBeVisible();
  await page.getByText('Closed (1)').click();
  await expect(page.getByRole('table', { name: 'Requests' })).toContainText('Answered');
  await expect(navigation).not.toContainText('due within 7 days');
});

test('a request for erasure ends with a certificate and keeps no address', async ({
  vault: { app, page },
}) => {
  await watchBrowser(app);
  await participate(page, 'ann@example.com');
  const { id } = await get(page, 'requests.enter', {
    ...{ kind: 'erasure', email: 'ann@example.com', receivedOn: daysAgo(3), way: 'email' },
  });
  await openScreen(page, 'People and requests');
  const row = page.getByRole('button', { name: /^Open request R-/ });
  await row.click();
  const heading = page.getByRole('heading', { level: 1, name: /R-/ });
  await expect(heading).toBeFocused();
  await page.getByRole('button', { name: 'Back to the requests' }).click();
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Check identity' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How').selectOption('Answered a question sent to the stored address');
  await dialog.getByRole('button', { name: 'Identity is checked' }).click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await dialog.getByLabel('Type ann@example.com to confirm').fill('ann@example.com');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog).toContainText('Tell ann@example.com now');
  await dialog.getByRole('button', { name: 'Copy a message to the person' }).click();
  await expect(dialog.getByText('The message was copied.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('Answered: erased')).toBeVisible();
  await expectAccessible(page, 'a closed request');
  const [certificate] = await get(page, 'privacy.certificates');
  await expect(page.getByRole('main')).toContainText(String(certificate?.reference));
  await expect(page.getByRole('main')).not.toContainText('ann@');
  expect(await get(page, 'requests.get', { id })).toMatchObject({ email: null, state: 'answered' });
});
