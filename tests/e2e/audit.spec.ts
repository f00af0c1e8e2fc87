import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { participate } from './support/channels';
import { withDatabase } from './support/database';
import { answerFileDialog, watchBrowser } from './support/desktop';
import {
  acceptObligations,
  oneTimePassword,
  openScreen,
  openTable,
  saveExport,
  unlock,
} from './support/pages';
import { expect, startVault, test } from './support/vault';

test.use({ contents: 'raffle' });

test('tells the story, can be filtered and saved, and shows tampering', async ({
  vault,
  folder,
}) => {
  const { app, page, userData } = vault;
  await watchBrowser(app);
  await participate(page, 'ann@example.com');
  await openTable(page, 'Giveaways');
  await acceptObligations(page);
  await oneTimePassword(page);
  await answerFileDialog(app, join(folder, 'giveaways.zip'));
  await saveExport(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'Delete all' }).click();
  await page.getByLabel('Type 1 to confirm').fill('1');
  await page.getByRole('button', { name: 'Delete 1 entry' }).click();

  await openScreen(page, 'Audit log');
  const log = page.getByRole('grid', { name: 'Entries of the audit log' });
  await expect(log.getByText('Created the workspace')).toBeVisible();
  await expect(log.getByText('Exported 1 entry of Giveaways')).toBeVisible();
  await expect(log.getByText('Deleted 1 entry from Giveaways')).toBeVisible();
  await expect(page.getByText('ann@example.com')).toHaveCount(0);

  await page.getByRole('combobox', { name: 'Action' }).click();
  await page.getByRole('option', { name: 'Data exported' }).click();
  await expect(log.getByText('Created the workspace')).toHaveCount(0);
  await log.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('SHA-256 of the file')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear the filter' }).click();

  const csv = join(folder, 'audit.csv');
  await answerFileDialog(app, csv);
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect(page.getByText(/entries were saved in audit.csv/)).toBeVisible();
  const { data } = Papa.parse<Record<string, string>>((await readFile(csv, 'utf8')).trim(), {
    header: true,
  });
  expect(data.map(({ action }) => action)).toContain('export.saved');

  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText('The log is intact')).toBeVisible();
  await app.close();

  const sql = `update audit_log set user = 'Nobody' where action = 'export.saved'`;
  await withDatabase(userData, (database) => database.exec(sql));
  const again = await startVault(userData);
  await unlock(again.page);
  await expect(again.page.getByText('The audit log was changed')).toBeVisible();
  await again.page.getByRole('button', { name: 'Open the audit log' }).click();
  await again.page.getByRole('button', { name: 'Verify now' }).click();
  await expect(again.page.getByText('The log is not intact')).toBeVisible();
  await expect(again.page.getByText(/Entry \d+ was altered/)).toBeVisible();
  await again.app.close();
});
