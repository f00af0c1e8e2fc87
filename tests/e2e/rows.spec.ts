import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { fill } from '../seed/fill';
import { MAIL_HOSTS } from '../seed/words';
import { expectAccessible } from './support/axe';
import { get, rowCounts } from './support/channels';
import { withDatabase } from './support/database';
import { openScreen, openTable, unlock } from './support/pages';
import { expect, furnish, test } from './support/vault';

const ROWS = 20_000;
/** How an address goes on whose host is one of the seed's. */
const UNMASKED = new RegExp(`@(${MAIL_HOSTS.map((host) => host.replace('.', '\\.')).join('|')})`);
const SOURCES = [
  { id: 'fair', name: 'Trade fair', modules: {} },
  { id: 'autumn', name: 'Herbstaktion', modules: {} },
];

/** A table of many rows is open. */
test.beforeEach(async ({ folder, template, start }) => {
  const userData = join(folder, 'user-data');
  await furnish(userData, await template('raffle'));
  await withDatabase(userData, (database) =>
    fill(database, { rows: ROWS, nowMs: Date.now(), sources: SOURCES, seed: 7 }),
  );
  const { page } = await start(userData);
  opened = page;
  await unlock(page);
  await openTable(page, 'Giveaways');
  await expect(page.getByText('20,000 entries')).toBeVisible();
});

let opened: Page;

const grid = () => opened.getByRole('grid', { name: 'Giveaways' });
const rowAt = (place: number) => opened.locator(`tr[aria-rowindex="${place + 1}"]`);
/** Below the header, in sight or just outside. */
const shownRows = () => grid().locator('tbody tr[aria-rowindex]');
const button = (name: string | RegExp) => opened.getByRole('button', { name, exact: true });
const search = () => opened.getByRole('searchbox', { name: 'Search' });
const total = async () => (await rowCounts(opened)).participations ?? 0;

test('many rows are scrolled, sorted, searched and filtered, and the view is kept', async () => {
  await grid().focus();
  await opened.keyboard.press('End');
  await expect(rowAt(ROWS)).toBeVisible();
  await opened.keyboard.press('Home');
  await expect(rowAt(1)).toBeVisible();

  await button('Email').click();
  await expect(opened.getByRole('columnheader', { name: 'Email' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(rowAt(1)).toContainText('ada.a');
  await grid().focus();
  await opened.keyboard.press('End');
  await expect(rowAt(ROWS)).toContainText('zoe.');

  await search().fill('MULLER');
  await expect(opened.getByText(/^\d{3} of 20,000 entries$/)).toBeVisible();
  for (const row of await shownRows().all()) await expect(row).toContainText('Müller');
  await search().fill('nobody has this name');
  await expect(opened.getByText('No entries for this filter')).toBeVisible();
  await opened.getByRole('main').getByRole('button', { name: 'Reset filter' }).last().click();
  await expect(opened.getByText('20,000 entries')).toBeVisible();

  await opened.getByRole('combobox', { name: 'Experience' }).click();
  await opened.getByRole('option', { name: 'Herbstaktion' }).click();
  await expect(opened.getByText(/^[\d,]+ of 20,000 entries$/)).toBeVisible();
  for (const row of await shownRows().all()) await expect(row).toContainText('Herbstaktion');

  await button('Views').click();
  await opened.getByRole('menuitem', { name: 'Save this view…' }).click();
  await opened.getByRole('textbox', { name: 'Name' }).fill('Autumn by address');
  await opened.keyboard.press('Enter');
  await expect(opened.getByText('The view was saved.')).toBeVisible();
  await button('Reset filter').click();
  await expect(opened.getByText('20,000 entries', { exact: true })).toBeVisible();
  await button('Views').click();
  await opened.getByRole('menuitem', { name: 'Autumn by address' }).click();
  await expect(opened.getByRole('combobox', { name: 'Experience' })).toHaveValue('Herbstaktion');
});

test('rows are selected by mouse and keyboard and deleted, and so is what a filter means', async () => {
  await rowAt(2).getByRole('checkbox').click();
  await rowAt(5)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(opened.getByText('4 entries selected')).toBeVisible();
  await grid().focus();
  await opened.keyboard.press('Shift+ArrowDown');
  await expect(opened.getByText('5 entries selected')).toBeVisible();
  await expectAccessible(opened, 'Data, selected');
  const { rows } = await get(opened, 'data.page', { table: 'participations', limit: 7 });
  await button('Delete selected').click();
  await button('Delete 5 entries').click();
  await expect(opened.getByText('5 entries were deleted.')).toBeVisible();
  expect(await total()).toBe(ROWS - 5);
  const left = await get(opened, 'data.page', { table: 'participations', limit: 2 });
  expect(left.rows).toEqual([rows[0], rows[6]]);

  await search().fill('baumann');
  await expect(opened.getByText(/^\d+ of 19,995 entries$/)).toBeVisible();
  const found = Number(
    (await opened.getByText(/ of 19,995 entries$/).textContent())?.split(' ')[0],
  );
  await button('Delete filtered').click();
  const confirm = button(`Delete ${found} entries`);
  await expect(confirm).toBeDisabled();
  await opened.getByLabel(`Type ${found} to confirm`).fill(String(found));
  await confirm.click();
  await expect(opened.getByText(`${found} entries were deleted.`)).toBeVisible();
  await expect(opened.getByText('No entries for this filter')).toBeVisible();
  expect(await total()).toBe(ROWS - 5 - found);
});

test('personal values are masked, and shown for a reason that the audit log keeps', async () => {
  await button('Values shown').click();
  await opened.getByRole('switch', { name: 'Mask personal values' }).dispatchEvent('click');
  await expect(rowAt(1)).toContainText('•••@');
  await expectAccessible(opened, 'Data, masked');
  await opened.keyboard.press('Escape');
  await expect(grid()).not.toContainText(UNMASKED);

  await search().fill('ada');
  await expect(opened.getByText('This is not searched for: personal values')).toBeVisible();
  await expect(opened.getByText('20,000 entries', { exact: true })).toBeVisible();
  await search().press('Enter');
  await expect(opened.getByText('This was not searched for')).toBeVisible();
  await expect(grid()).toBeHidden();
  await search().press('Escape');
  await expect(opened.getByText('20,000 entries', { exact: true })).toBeVisible();

  await rowAt(3).click();
  const detail = opened.getByRole('dialog', { name: 'Giveaways: entry' });
  await expect(detail).toContainText('From the same conversation');
  await expect(detail).not.toContainText(UNMASKED);
  await expectAccessible(opened, 'Data, detail');
  await detail.getByRole('button', { name: 'Show personal values' }).click();
  await opened.getByLabel('Reason').fill('The winner asked for a correction');
  await button('Show values').click();
  await expect(detail.getByText(/^\S+@\S+\.\S+$/).first()).not.toContainText('•');
  await opened.keyboard.press('Escape');
  await expect(detail).toBeHidden();
  await expect(rowAt(3)).not.toContainText('•');
  await expect(rowAt(2)).toContainText('•••@');

  await openScreen(opened, 'Audit log');
  await expect(opened.getByText('The winner asked for a correction')).toBeVisible();
});
