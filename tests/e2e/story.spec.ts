import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { extractWith7Zip } from '../support/archive';
import { answerFileDialog, watchBrowser } from './support/desktop';
import {
  acceptObligations,
  addBelow,
  answerEmail,
  createWorkspace,
  moduleNode,
  oneTimePassword,
  openTable,
  preview,
  restart,
  saved,
  saveExport,
} from './support/pages';
import { storyIn } from './support/story';
import { expect, test } from './support/vault';

const COLUMNS =
  'created_at,email,firstname,lastname,street,house_number,zip,city,country,phone,experience_name,giveaway_name,giveaway_id,experience_id,session_id,participation_id,channel,expires_at,terms_name,terms_version,terms_hash,legal_version_id';

/** `npm run demo -- --out DIR` runs this very test and keeps what it saw. */
test('plays the story from the first start to the opened zip', async ({ vault, folder }) => {
  const { app, page } = vault;
  const { out, step, write } = await storyIn(folder, page);
  const openedLinks = await watchBrowser(app);
  const zip = join(out, 'giveaways.zip');
  let password = '';
  let rows: Record<string, string>[] = [];

  await step('first run', async () => {
    await expect(page.getByRole('heading', { name: 'Create your workspace' })).toBeVisible();
  });

  await step('hello world', async () => void (await createWorkspace(page)));

  await step('add email', async () => {
    await addBelow(page, 'External link', 'Next', 'Email');
    await expect(page.getByText('Stored for 60 days in Variables')).toBeVisible();
  });

  await step('add giveaway', async () => {
    await page.getByLabel('Terms to accept').fill('I accept the terms of participation.');
    await addBelow(page, 'Email', 'Next', 'Giveaway');
    for (const rule of [
      'Stored for 60 days in Giveaways',
      'Stored for 60 days in Winners',
      'Stored for 60 days in Variables',
      'Stored for 7 days in Runtime log',
    ]) {
      await expect(page.getByText(rule)).toBeVisible();
    }
    await expect(page.getByText('“Giveaways” needs at least one entry.').first()).toBeVisible();
  });

  await step('configure giveaway', async () => {
    await page.getByRole('button', { name: 'Add giveaway' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Summer raffle');
    await saved(page);
    await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
    await expect(moduleNode(page, 'Giveaway')).toBeVisible();
  });

  const chat = preview(page);
  await step('play red pill', async () => {
    await restart(page);
    await chat.getByRole('button', { name: 'Red pill' }).click();
    await expect(chat.getByText('https://example.com/')).toBeVisible();
  });

  await step('enter email', async () => {
    await chat.getByRole('button', { name: 'Follow the white rabbit' }).click();
    expect(await openedLinks()).toEqual(['https://example.com/']);
    await answerEmail(page, 'Ann.Example@example.com');
    await expect(chat.getByText('You are taking part. Good luck!')).toBeVisible();
  });

  await step('second participation', async () => {
    await restart(page);
    await chat.getByRole('button', { name: 'Red pill' }).click();
    await chat.getByRole('button', { name: 'Follow the white rabbit' }).click();
    await answerEmail(page, 'ann.example@EXAMPLE.com');
    await expect(chat.getByText('This email address is already taking part.')).toBeVisible();
  });

  await step('data', async () => {
    await openTable(page, 'Giveaways');
    await expect(page.getByText('Ann.Example@example.com')).toBeVisible();
    await expect(page.getByText('1 entry', { exact: true })).toBeVisible();
    await expect(page.getByText('Summer raffle')).toBeVisible();
  });

  await step('obligations', async () => {
    await acceptObligations(page);
  });

  await step('one-time password', async () => {
    password = await oneTimePassword(page);
    expect(password).toMatch(
      /^([34679ACDEFGHJKLMNPQRTUVWXY]{7}-){3}[34679ACDEFGHJKLMNPQRTUVWXY]{7}$/,
    );
  });

  await step('saved', async () => {
    await answerFileDialog(app, zip);
    await saveExport(page);
    await expect(page.getByRole('dialog').getByText(basename(zip), { exact: true })).toBeVisible();
    const [, csv = ''] = extractWith7Zip(zip, password, 'participations.csv').split('\uFEFF');
    expect(csv.split('\r\n')[0]).toBe(COLUMNS);
    rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      email: 'Ann.Example@example.com',
      experience_name: 'Hello World',
      giveaway_name: 'Summer raffle',
      channel: 'preview',
    });
    expect(() => extractWith7Zip(zip, 'WRONG', 'participations.csv')).toThrow();
  });

  await step('delete all', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: 'Delete all' }).click();
    await page.getByLabel('Type 1 to confirm').fill('1');
    await page.getByRole('button', { name: 'Delete 1 entry' }).click();
    await expect(page.getByText('No entries at the moment')).toBeVisible();
  });

  await write({ rows, zip: basename(zip), password });
});
