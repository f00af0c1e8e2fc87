import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workbookOf } from '../support/workbook';
import { expectAccessible } from './support/axe';
import { get } from './support/channels';
import { answerOpenDialog, watchBrowser } from './support/desktop';
import { addBelow, openScreen, preview, restart, saved } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'sample' });

const CASES = join(import.meta.dirname, '../fixtures/cases');

test('imports codes, hands them out, and deletes them', async ({ vault, folder }) => {
  const { app, page } = vault;
  await watchBrowser(app);

  await test.step('import from the builder, leaving out what is wrong', async () => {
    await addBelow(page, 'External link', 'Next', 'Coupon code');
    const file = join(folder, 'summer.csv');
    await writeFile(file, 'code,uses\nSUN-1,1\nSUN-2,1\n"SUN-3\nsun–2,1\nSUN-4,none\n');
    await answerOpenDialog(app, file);
    await page.getByRole('button', { name: 'Import codes…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import codes' });
    await dialog.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(dialog.getByLabel('Column 1 code')).toHaveValue('code');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByText('2 codes can be imported')).toBeVisible();
    await expect(dialog.getByText('Line 4: A quotation mark is not closed')).toBeVisible();
    await expect(dialog.getByText('Line 5: the same code as in line 3.')).toBeVisible();
    await expectAccessible(page, 'codes to import');
    const confirm = dialog.getByRole('button', { name: 'Import 2 codes' });
    await expect(confirm).toBeDisabled();
    await dialog.getByLabel('Leave these rows out').check();
    await dialog.getByLabel('Name of the codes').fill('Summer');
    await confirm.click();
    await expect(page.getByRole('combobox', { name: 'Codes to hand out' })).toHaveValue(
      'Summer (2)',
    );
    await saved(page);
  });

  await test.step('each participant gets one, until none is left', async () => {
    const chat = preview(page);
    for (const code of ['SUN-1', 'SUN-2', 'Sorry, all codes are gone.']) {
      await restart(page);
      await chat.getByRole('button', { name: 'Red pill' }).click();
      await chat.getByRole('button', { name: 'Follow the white rabbit' }).click();
      await expect(chat.getByText(code).first()).toBeVisible();
    }
  });

  await test.step('the list tells how far they are used up', async () => {
    await openScreen(page, 'Codes');
    const row = page.getByRole('row', { name: /Summer/ });
    await expect(row.getByText('2 handed out, 0 left')).toBeVisible();
    await expect(row.getByText('Hello World')).toBeVisible();
    await expectAccessible(page, 'codes');
  });

  await test.step('codes that are used are deleted only by their name', async () => {
    await page.getByRole('button', { name: 'Actions for Summer' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    const confirm = page.getByRole('button', { name: 'Delete the codes' });
    await expect(confirm).toBeDisabled();
    await page.getByLabel('Type “Summer” to confirm').fill('Summer');
    await confirm.click();
    const undo = page.getByRole('row', { name: /Summer/ }).getByRole('button', { name: /^Undo/ });
    await expect(undo).toBeFocused();
    await get(page, 'deletions.finish');
    await expect(page.getByText('No codes yet')).toBeVisible();
    await openScreen(page, 'Experiences');
    await expect(page.getByText('The codes are not in this workspace.').first()).toBeVisible();
  });
});

test('shows how a file was understood, and lets it be corrected', async ({ vault, folder }) => {
  const { app, page } = vault;
  await openScreen(page, 'Codes');
  await page.getByRole('button', { name: 'Import codes…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import codes' });

  await test.step('a web page is named as what it is', async () => {
    const file = join(folder, 'download.csv');
    await writeFile(file, '<!DOCTYPE html><html><body>Please sign in</body></html>');
    await answerOpenDialog(app, file);
    await dialog.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(dialog.getByText('This is a web page (HTML or XML)')).toBeVisible();
  });

  await test.step('a German file, corrected by hand', async () => {
    const file = join(folder, 'gutscheine.csv');
    await copyFile(join(CASES, 'codes-german-header.csv'), file);
    await answerOpenDialog(app, file);
    await dialog.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(dialog.getByLabel('Column 2 Gutscheincode')).toHaveValue('code');
    await expect(dialog.getByLabel('Column 3 Max. Einlösungen')).toHaveValue('uses');
    await expect(dialog.getByLabel('Separator')).toHaveValue(';');
    await expectAccessible(page, 'a file of codes as it was understood');
    await dialog.getByLabel('Separator').selectOption('Comma');
    await expect(dialog.getByRole('cell', { name: '1;HX7-AAA;5' })).toBeVisible();
    await dialog.getByLabel('Separator').selectOption('Semicolon');
    await dialog.getByLabel('Column 2 Gutscheincode').selectOption('Not imported');
    await expect(dialog.getByText('Which column holds the codes?')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Next' })).toBeDisabled();
    await dialog.getByLabel('Column 2 Gutscheincode').selectOption('Code');
    await dialog.getByLabel('Column 3 Max. Einlösungen').selectOption('Points');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByRole('row', { name: '2 HX7-AAA 1 5' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Import 3 codes' }).click();
    await expect(page.getByRole('row', { name: /gutscheine 3/ })).toBeVisible();
  });

  await test.step('a workbook', async () => {
    const cell = (name: string, value: string) =>
      `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = `<row r="1">${cell('A1', 'Summer 2026')}</row><row r="2">${cell('A2', 'Voucher')}</row><row r="3"><c r="A3"><v>4.006381333931E+12</v></c></row><row r="4"><c r="A4" t="e"><v>#REF!</v></c></row>`;
    const file = join(folder, 'vouchers.xlsx');
    await writeFile(file, await workbookOf(rows));
    await answerOpenDialog(app, file);
    await page.getByRole('button', { name: 'Import codes…' }).click();
    await dialog.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(dialog.getByLabel('Header line')).toHaveValue('2');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByRole('cell', { name: '4006381333931' })).toBeVisible();
    await expect(dialog.getByText('Line 4: The cell holds the error of a formula')).toBeVisible();
    await dialog.getByLabel('Leave these rows out').check();
    await dialog.getByRole('button', { name: 'Import 1 code' }).click();
    await expect(page.getByRole('row', { name: /vouchers 1/ })).toBeVisible();
  });
});
