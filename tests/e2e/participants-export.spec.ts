import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright/test';
import { bytesWith7Zip, extractWith7Zip } from '../support/archive';
import { expectAccessible } from './support/axe';
import { get, participate } from './support/channels';
import { answerFileDialog, watchBrowser } from './support/desktop';
import {
  acceptObligations,
  oneTimePassword,
  openScreen,
  openTable,
  saveExport,
} from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

const dialogOf = (page: Page) => page.getByRole('dialog');

async function save(page: Page, app: Parameters<typeof answerFileDialog>[0], zip: string) {
  const password = await oneTimePassword(page);
  await answerFileDialog(app, zip);
  await saveExport(page);
  await expect(dialogOf(page)).toContainText('verified by reading it back');
  await dialogOf(page).getByRole('button', { name: 'Close' }).last().click();
  return password;
}

/** What a browser, which is strict about XML, finds wrong with it. */
const problemOf = (page: Page, xml: string): Promise<string | null> =>
  page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    return parsed.querySelector('parsererror')?.textContent ?? null;
  }, xml);

test('one row per participant goes into a workbook, and the choice is kept', async ({
  vault: { app, page },
  folder,
}) => {
  test.slow();
  await watchBrowser(app);
  for (const name of ['ann', 'bob']) await participate(page, `${name}@example.com`);

  await openScreen(page, 'Exports');
  await acceptObligations(page, 'Export data');
  const dialog = dialogOf(page);
  await dialog.getByLabel('Form').selectOption({ label: 'One row per participant' });
  await dialog.getByLabel('File for').selectOption({ label: 'Excel workbook (.xlsx)' });
  await expect(dialog).toContainText('any participant · 2 preview entries · with personal data');
  await expect(dialog).toContainText('whoever had several appears several times');
  await expectAccessible(page, 'export of participants');
  const zip = join(folder, 'participants.zip');
  const password = await save(page, app, zip);

  const book = bytesWith7Zip(zip, password, 'participants.xlsx');
  const { sheets } = await readXlsx(book);
  const [names = [], ...people] = sheets[0]?.rows ?? [];
  const rows = people.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
  expect(sheets.map(({ name }) => name)).toEqual(['participants']);
  expect(rows).toMatchObject([
    { email: 'ann@example.com', channel: 'preview' },
    { email: 'bob@example.com', channel: 'preview' },
  ]);
  expect(names).toContain('created_at');
  const joined = names.find((name) => /^giveaway: .*[^)]$/.test(String(name)));
  expect(rows[0]?.[String(joined)]).toBeInstanceOf(Date);
  const dictionary = await readXlsx(bytesWith7Zip(zip, password, 'data-dictionary.xlsx'));
  expect(dictionary.sheets[0]?.rows.map((row) => row[1])).toEqual(
    expect.arrayContaining([...names]),
  );
  const plain = join(folder, 'participants.xlsx');
  writeFileSync(plain, book);
  for (const part of ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']) {
    expect(await problemOf(page, extractWith7Zip(plain, '', part))).toBeNull();
  }

  const entry = page.getByRole('article', { name: 'Send the prizes to the winners' });
  await expect(entry).toContainText('One row per participant');
  await expect(entry).toContainText('Excel workbook (.xlsx)');

  await openTable(page, 'Giveaways');
  await page.getByRole('button', { name: 'Export table' }).click();
  await expect(dialog.getByLabel('Form')).toHaveValue('participants');
  await expect(dialog.getByLabel('File for')).toHaveValue('xlsx');
});

test('the winners\u2019 addresses leave for German Excel without joining anything', async ({
  vault: { app, page },
  folder,
}) => {
  await watchBrowser(app);
  for (const name of ['ann', 'bob']) await participate(page, `${name}@example.com`);
  await openTable(page, 'Giveaways');
  await page.getByRole('searchbox', { name: 'Search' }).fill('bob');
  await expect(page.getByText('1 of 2 entries')).toBeVisible();
  await acceptObligations(page, 'Export this view');
  const dialog = dialogOf(page);
  await dialog.getByLabel('Form').selectOption({ label: 'One row per participant' });
  await dialog.getByLabel('File for').selectOption({ label: 'CSV: Excel (German)' });
  const zip = join(folder, 'found.zip');
  const password = await save(page, app, zip);
  const csv = extractWith7Zip(zip, password, 'participants.csv');
  expect(csv).toMatch(/^\uFEFFcreated_at;email;firstname;/);
  expect(csv.match(/[a-z]+@example\.com/g)?.every((email) => email === 'bob@example.com')).toBe(
    true,
  );
  expect(csv.split('\r\n')[1]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d;bob@example\.com;/);
  expect(extractWith7Zip(zip, password, 'data-dictionary.csv')).toContain('apostrophe');
  expect(await get(page, 'exports.habits')).toEqual({
    form: 'participants',
    file: 'csv',
    preset: 'excel_de',
    isUtc: false,
  });
});
