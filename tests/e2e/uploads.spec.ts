import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expectAccessible } from './support/axe';
import { answerFileDialog, watchBrowser } from './support/desktop';
import { addBelow, openTable, preview, restart, saved } from './support/pages';
import { expect, test } from './support/vault';

const PICTURE = resolve(import.meta.dirname, '../fixtures/pictures/gps.jpg');

test.use({ contents: 'sample' });

test('a picture is uploaded, loses its place, is looked at inside and saved on request', async ({
  vault: { app, page },
  folder,
}) => {
  await watchBrowser(app);
  await addBelow(page, 'External link', 'Next', 'File upload');
  await saved(page);
  const chat = preview(page);
  await restart(page);
  await chat.getByRole('button', { name: 'Red pill' }).click();
  await chat.getByRole('button', { name: 'Follow the white rabbit' }).click();
  await chat.locator('input[type=file]').setInputFiles(PICTURE);
  await chat.getByRole('button', { name: 'Send' }).click();
  await expect(chat.getByText('gps.jpg').first()).toBeVisible();

  await openTable(page, 'Files');
  await page.getByRole('gridcell', { name: 'gps.jpg' }).click();
  await page.getByRole('button', { name: 'View', exact: true }).click();
  const picture = page
    .getByRole('dialog', { name: 'gps.jpg' })
    .getByRole('img', { name: 'gps.jpg' });
  await expect(picture).toBeVisible();
  // The picture lies on its side: what says so is kept, and the pixels can be read.
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]))
    .toEqual([64, 96]);
  await expectAccessible(page, 'uploaded picture');
  await page.keyboard.press('Escape');

  const copy = join(folder, 'copy.jpg');
  await answerFileDialog(app, copy);
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await expect(page.getByText('Saved as copy.jpg.')).toBeVisible();
  const bytes = readFileSync(copy).toString('latin1');
  expect(bytes).toMatch(/^\u00ff\u00d8/);
  expect(bytes).not.toMatch(/GPS|Secret/);
});
