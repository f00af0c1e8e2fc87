import { get, participate, rowCounts } from './support/channels';
import { watchBrowser } from './support/desktop';
import { moduleNode, openTable, preview, takePart } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

test.beforeEach(async ({ vault: { app, page } }) => {
  await watchBrowser(app);
  for (const email of ['ann@example.com', 'bob@example.com']) await participate(page, email);
});

test('a row is deleted after a confirmation that names the person, and Cancel keeps it', async ({
  vault: { page },
}) => {
  await openTable(page, 'Giveaways');
  const cut = await page
    .locator('td:has(time)')
    .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
  expect(cut).toBe(0);
  const row = page.getByRole('row').filter({ hasText: 'ann@example.com' });
  const dialog = page.getByRole('dialog', { name: 'Delete this entry?' });

  await row.getByRole('button', { name: 'Delete entry' }).click();
  await expect(dialog).toContainText('ann@example.com');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  expect(await rowCounts(page)).toMatchObject({ participations: 2 });

  await row.getByRole('button', { name: 'Delete entry' }).click();
  await dialog.getByRole('button', { name: 'Delete entry' }).click();
  await expect(page.getByText('The entry was deleted.')).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(page.getByText('1 entry', { exact: true })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'bob@example.com' })).toBeVisible();
});

test('all rows of one table are deleted only for the typed count, and Cancel keeps them', async ({
  vault: { page },
}) => {
  const before = await rowCounts(page);
  await openTable(page, 'Giveaways');
  const dialog = page.getByRole('dialog', { name: 'Delete all entries of “Giveaways”?' });
  const confirm = dialog.getByRole('button', { name: 'Delete 2 entries' });

  await page.getByRole('button', { name: 'Delete all' }).click();
  await expect(confirm).toBeDisabled();
  for (const wrong of ['1', '22', 'all']) {
    await dialog.getByLabel('Type 2 to confirm').fill(wrong);
    await page.keyboard.press('Enter');
    await expect(confirm).toBeDisabled();
  }
  await dialog.getByLabel('Type 2 to confirm').fill('2');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  expect(await rowCounts(page)).toEqual(before);

  await page.getByRole('button', { name: 'Delete all' }).click();
  await expect(dialog.getByLabel('Type 2 to confirm')).toHaveValue('');
  await dialog.getByLabel('Type 2 to confirm').fill('2');
  await confirm.click();
  await expect(page.getByText('2 entries were deleted.')).toBeVisible();
  await expect(page.getByText('No entries at the moment')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export table' })).toBeDisabled();
  expect(await rowCounts(page)).toEqual({ ...before, participations: 0 });
});

test('rows that came after the count was shown are not deleted with the others', async ({
  vault: { page },
}) => {
  await openTable(page, 'Giveaways');
  await page.getByRole('button', { name: 'Delete all' }).click();
  await page.getByLabel('Type 2 to confirm').fill('2');
  await participate(page, 'cem@example.com');
  await page.getByRole('button', { name: 'Delete 2 entries' }).click();
  await expect(page.getByText('Entries were added in the meantime')).toBeVisible();
  expect(await rowCounts(page)).toMatchObject({ participations: 3 });
  await page.getByLabel('Type 3 to confirm').fill('3');
  await page.getByRole('button', { name: 'Delete 3 entries' }).click();
  await expect(page.getByText('No entries at the moment')).toBeVisible();
});

test('technical ids wait behind the column chooser', async ({ vault: { page } }) => {
  const { rows } = await get(page, 'data.page', { table: 'participations', limit: 1 });
  const ids = ['Giveaway ID', 'Experience ID', 'Conversation ID', 'Participation ID'];
  await openTable(page, 'Giveaways');
  const header = (name: string) => page.getByRole('columnheader', { name, exact: true });
  for (const name of ['Created at', 'Email', 'Experience', 'Giveaway', 'Expires in']) {
    await expect(header(name)).toBeVisible();
  }
  for (const name of ids) await expect(header(name)).toHaveCount(0);

  await page.getByRole('button', { name: 'Columns' }).click();
  for (const name of ids) await page.getByRole('checkbox', { name, exact: true }).check();
  await page.getByRole('checkbox', { name: 'Email' }).uncheck();
  await page.keyboard.press('Escape');
  for (const name of ids) await expect(header(name)).toBeAttached();
  await expect(header('Email')).toHaveCount(0);
  const id = String(rows[0]?.cells.participation_id);
  await expect(page.getByRole('gridcell', { name: id })).toBeAttached();

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Back to the standard columns' }).click();
  await expect(header('Email')).toBeVisible();
  for (const name of ids) await expect(header(name)).toHaveCount(0);
});

test('rows appear while the preview plays, in the storage panel and in an open table', async ({
  vault: { page },
}) => {
  await moduleNode(page, 'Giveaway').click();
  const rule = page.getByText('Stored for 60 days in Giveaways').locator('..');
  await expect(rule).toContainText('2 entries now');
  await takePart(page, 'cem@example.com');
  await expect(preview(page).getByRole('list', { name: 'Data trail' })).toContainText('Giveaways');
  await expect(rule).toContainText('3 entries now');

  await openTable(page, 'Giveaways');
  await expect(page.getByText('3 entries', { exact: true })).toBeVisible();
  await participate(page, 'dee@example.com');
  await expect(page.getByText('4 entries', { exact: true })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('dee@example.com');
});
