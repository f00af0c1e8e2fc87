import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from './support/axe';
import { answerOpenDialog, watchBrowser } from './support/desktop';
import { addBelow, openScreen, preview, restart, saved } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'sample' });

test('imports codes, hands them out, and deletes them', async ({ vault, folder }) => {
  const { app, page } = vault;
  await watchBrowser(app);

  await test.step('import from the builder, leaving out what is wrong', async () => {
    await addBelow(page, 'External link', 'Next', 'Coupon code');
    const file = join(folder, 'summer.csv');
    await writeFile(file, 'code,uses\nSUN-1,1\nSUN-2,1\n"SUN-3\nSUN-2,1\nSUN-4,none\n');
    await answerOpenDialog(app, file);
    await page.getByRole('button', { name: 'Import codes…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import codes' });
    await dialog.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(dialog.getByText('2 codes can be imported')).toBeVisible();
    await expect(dialog.getByText('Line 4: A quotation mark is not closed')).toBeVisible();
    await expect(dialog.getByText('Line 5: The code stands in the file twice.')).toBeVisible();
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
    await expect(page.getByText('No codes yet')).toBeVisible();
    await openScreen(page, 'Experiences');
    await expect(page.getByText('The codes are not in this workspace.').first()).toBeVisible();
  });
});
