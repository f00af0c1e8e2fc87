import { truncateSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { participate } from './support/channels';
import { answerFileDialog, answerOpenDialog, passDays, watchBrowser } from './support/desktop';
import { lock, openScreen, openTable, preview, takePart, unlock } from './support/pages';
import { expect, startVault, test, type Vault } from './support/vault';

test.use({ contents: 'raffle' });

const settings = 'Storage & settings' as const;

async function takesPart(page: Page, email: string) {
  await openScreen(page, 'Experiences');
  await takePart(page, email);
  await expect(preview(page).getByText('You are taking part. Good luck!')).toBeVisible();
}

/** A workspace with Ann's participation, backed up while Bob takes part. */
async function backUpWhileChatting({ app, page }: Vault, file: string) {
  await watchBrowser(app);
  await participate(page, 'ann@example.com');
  await openScreen(page, settings);
  await expect(page.getByText('This workspace has not been backed up yet.')).toBeVisible();
  await answerFileDialog(app, file);
  await page.getByRole('button', { name: 'Back up now…' }).click();
  await takesPart(page, 'bob@example.com');
  await openScreen(page, settings);
  await expect(page.getByText('was saved in backup.chatvault-backup and verified')).toBeVisible();
}

test('restores a damaged workspace from its backup', async ({ vault, folder }) => {
  const { app, page, userData } = vault;
  const file = join(folder, 'backup.chatvault-backup');
  await backUpWhileChatting(vault, file);
  expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);

  await page.getByRole('button', { name: 'Check the database' }).click();
  await expect(page.getByText('The database is sound')).toBeVisible();
  await lock(page);
  truncateSync(join(userData, 'workspace/vault.db'), 20_000);

  await unlock(page, 'a passphrase that is not the right one');
  await expect(page.getByText('This passphrase does not open the workspace')).toBeVisible();
  await unlock(page);
  await expect(page.getByRole('heading', { name: 'cannot be opened' })).toBeVisible();
  await expect(page.getByText('database is damaged')).toBeVisible();

  await answerOpenDialog(app, null);
  await page.getByRole('button', { name: 'Restore a backup…' }).click();
  await expect(page.getByText('Nothing was restored')).toBeVisible();
  await answerOpenDialog(app, join(userData, 'preferences.json'));
  await page.getByRole('button', { name: 'Restore a backup…' }).click();
  await expect(page.getByText('This file is not a ChatVault backup')).toBeVisible();

  await answerOpenDialog(app, file);
  await page.getByRole('button', { name: 'Restore a backup…' }).click();
  await unlock(page);
  await openTable(page, 'Giveaways');
  await expect(page.getByText('ann@example.com')).toBeVisible();
  const kept = (await readdir(userData)).filter((name) => name.startsWith('workspace.damaged-'));
  expect(kept).toHaveLength(1);
});

test('restores on another computer only what has not expired', async ({ vault, folder }) => {
  const file = join(folder, 'backup.chatvault-backup');
  await backUpWhileChatting(vault, file);

  const other = await startVault(join(folder, 'other-computer'));
  const { app, page } = other;
  await passDays(app, 61);
  await answerOpenDialog(app, file);
  await page.getByRole('button', { name: 'Restore a backup…' }).click();
  await expect(page.getByText('The backup was restored.')).toBeVisible();
  await unlock(page);
  await openTable(page, 'Giveaways');
  await expect(page.getByText('No entries at the moment')).toBeVisible();
  // The date may be wrong: nothing is deleted before somebody has confirmed it.
  await page.getByRole('button', { name: 'The date is right…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Confirm the date and delete' })
    .click();
  await openScreen(page, 'Audit log');
  const log = page.getByRole('grid');
  await expect(log.getByText('since it was restored from the backup of')).toBeVisible();
  await expect(log.getByText(/Erased \d expired entr(?:y|ies) from Giveaways/)).toBeVisible();
  await app.close();
});
