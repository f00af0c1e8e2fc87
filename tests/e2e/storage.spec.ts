import { bytesIn } from '../support/folder';
import { expectAccessible } from './support/axe';
import { get, rowCounts } from './support/channels';
import { watchBrowser } from './support/desktop';
import { moduleNode, openScreen, openTable, preview, setStoring, takePart } from './support/pages';
import { expect, test, workspaceOf } from './support/vault';

const NOT_ENFORCED = 'Storing data is switched off, so nobody can be recognised';

test.use({ contents: 'raffle' });

test.beforeEach(async ({ vault: { app } }) => {
  await watchBrowser(app);
});

test('switching storage off asks first, and Cancel leaves it on', async ({ vault: { page } }) => {
  await openScreen(page, 'Storage & settings');
  const control = page.getByRole('switch', { name: 'Store data in this workspace' });
  await control.dispatchEvent('click');
  const dialog = page.getByRole('dialog', { name: 'Switch off storing data?' });
  await expect(dialog).toContainText('Entries collected before are not deleted');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(control).toBeChecked();
  await openScreen(page, 'Experiences');
  await takePart(page, 'ann@example.com');
  await expect.poll(() => rowCounts(page)).toMatchObject({ participations: 1 });
});

test('with storage off the whole raffle plays, and no table and no file changes', async ({
  vault: { page, userData },
}) => {
  await takePart(page, 'ann@example.com');
  await expect(preview(page).getByText('You are taking part. Good luck!')).toBeVisible();
  await setStoring(page, false);
  await openScreen(page, 'Experiences');
  await expect(page.getByRole('button', { name: '1 problem' })).toBeVisible();

  const rows = await rowCounts(page);
  const files = bytesIn(workspaceOf(userData));
  const chat = preview(page);
  // Ann takes part already: who is not looked up is not recognised either.
  await takePart(page, 'ann@example.com');
  await expect(chat.getByText('You are taking part. Good luck!')).toBeVisible();
  await expect(chat.getByText('The chat has ended.')).toBeVisible();
  const trail = chat.getByRole('list', { name: 'Data trail' }).getByRole('listitem');
  await expect(trail).not.toHaveCount(0);
  for (const entry of await trail.all()) {
    await expect(entry).toContainText('not written: storing data is switched off');
  }
  for (const table of ['Customers', 'Giveaways', 'Variables', 'Runtime log']) {
    await expect(trail.filter({ hasText: table })).not.toHaveCount(0);
  }
  expect(bytesIn(workspaceOf(userData))).toEqual(files);
  expect(await rowCounts(page)).toEqual(rows);
});

test('with storage off a self-test proves that nothing is stored', async ({ vault: { page } }) => {
  await setStoring(page, false);
  await openScreen(page, 'Storage & settings');
  await page.getByRole('button', { name: 'Play and compare' }).click();
  const verdict = page.getByRole('status').filter({ hasText: 'Nothing was stored' });
  await expect(verdict).toContainText('no file has changed');
  await page.getByRole('button', { name: 'What was compared' }).click();
  const database = page.getByRole('row', { name: 'vault.db', exact: false }).first();
  await expect(database).toContainText('Unchanged');
  await expectAccessible(page, 'the self-test');
  await setStoring(page, true);
  await expect(page.getByRole('button', { name: 'Play and compare' })).toHaveCount(0);
});

test('with a table switched off the self-test proves that as well', async ({ vault: { page } }) => {
  await takePart(page, 'ann@example.com');
  const rule = { moduleId: null, table: 'participations', enabled: false, days: null } as const;
  await get(page, 'retention.setRule', { rule, confirmedRows: 0 });
  const rows = await rowCounts(page);
  await openScreen(page, 'Storage & settings');
  await page.getByRole('button', { name: 'Play and compare' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Nothing was stored' })).toBeVisible();
  await page.getByRole('button', { name: 'What was compared' }).click();
  await expect(page.getByRole('row', { name: 'Table Giveaways' })).toBeVisible();
  await expectAccessible(page, 'the self-test of a table');
  expect(await rowCounts(page)).toEqual(rows);
});

test('with storage off the builder and the data say so, and switching on stores again', async ({
  vault: { page },
}) => {
  await setStoring(page, false);
  await openScreen(page, 'Experiences');
  await expect(preview(page)).toContainText('nothing of what you enter is written');
  await page.getByRole('button', { name: /^\d+ problems?$/ }).click();
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText(NOT_ENFORCED);
  await moduleNode(page, 'Giveaway').click();
  await expect(page.getByText('Nothing of this is written.')).toBeVisible();

  await openTable(page, 'Giveaways');
  await page.getByRole('button', { name: 'Go to storage settings' }).click();
  await setStoring(page, true);
  await openScreen(page, 'Experiences');
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
  await takePart(page, 'ann@example.com');
  await expect(preview(page).getByText('expires in 60 days').first()).toBeVisible();
  await openTable(page, 'Giveaways');
  await expect(page.getByText('ann@example.com')).toBeVisible();
});
