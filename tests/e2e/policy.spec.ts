import type { Page } from 'playwright/test';
import { expectAccessible } from './support/axe';
import { get, participate } from './support/channels';
import { passDays, passDaysInUse, watchBrowser } from './support/desktop';
import {
  lock,
  moduleNode,
  openScreen,
  openTable,
  PASSPHRASE,
  preview,
  sweepNow,
  takePart,
} from './support/pages';
import { addUser, unlockFirstTime } from './support/users';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

const SUCCESS = 'You are taking part. Good luck!';

test.beforeEach(({ vault: { app } }) => watchBrowser(app));

/** Opens a rule of the policy for editing. */
async function changeRule(page: Page, name: string) {
  await page.getByRole('button', { name: `Change “${name}”` }).click();
  return page.getByRole('dialog', { name });
}

test('a shorter maximum says what it does to stored rows, and they go sooner', async ({
  vault,
}) => {
  const { app, page } = vault;
  await participate(page, 'ann@example.com');
  await passDays(app, 20);
  await participate(page, 'bob@example.com');

  await openScreen(page, 'Retention');
  await page.getByRole('button', { name: 'Change: Giveaways' }).click();
  const dialog = await changeRule(page, 'Giveaways, of all modules');
  await dialog.getByLabel('Keep for at most (days)').fill('10');
  await expect(dialog.getByText('2 entries will expire sooner, 1 of them now.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Apply to 2 entries' }).click();
  const answer = page.getByRole('listitem', { name: 'Giveaways' });
  await expect(answer).toContainText('Kept 10 days');
  await expect(answer).toContainText('because no more is allowed for this table');
  await expect(answer.getByRole('row', { name: /of all modules/ })).toContainText(
    '10 days at most',
  );

  await openTable(page, 'Giveaways');
  await expect(page.getByText('1 entry', { exact: true })).toBeVisible();
  await expect(page.getByText('bob@example.com')).toBeVisible();
  await expect(page.getByText('ann@example.com')).toHaveCount(0);

  await sweepNow(page);
  await openScreen(page, 'Retention');
  await page.getByRole('tab', { name: 'Deletion receipts' }).click();
  await expect(page.getByRole('row', { name: 'Giveaways' }).first()).toContainText('date reached');
});

test('tells how long addresses are kept and why, and by keyboard what goes on which day', async ({
  vault: { page },
}) => {
  await participate(page, 'ann@example.com');
  await openScreen(page, 'Retention');
  await page.getByRole('searchbox', { name: 'What are you looking for?' }).fill('addresses');
  await expect(
    page.getByText('It stays longest in Customers: 180 days after the last activity.'),
  ).toBeVisible();
  const customers = page.getByRole('listitem', { name: 'Customers' });
  await expect(customers).toContainText('Email address, Name, Postal address, Phone number');
  await expect(customers).toContainText('the module “Email” in “Hello World” says so');
  await expect(customers).toContainText('1 entry now');
  await expect(page.getByRole('listitem', { name: 'Runtime log' })).toHaveCount(0);
  await customers.getByRole('button', { name: 'Change: Customers' }).click();
  await expectAccessible(page, 'how long addresses are kept');

  await page.getByRole('tab', { name: 'Calendar' }).click();
  await expect(page.getByText('In the next 7 days no entry expires.')).toBeVisible();
  const entries = page.getByRole('region', { name: /^What expires on / });
  await expect(entries.getByRole('row', { name: /Runtime log/ })).toBeVisible();
  await page.getByRole('button', { name: 'Today', exact: true }).press('Enter');
  await expect(entries.getByText('No entry expires on this day.')).toBeVisible();
  await page.locator('[aria-current="date"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(entries.getByRole('row', { name: /Runtime log/ })).toBeVisible();
  await expect(page.locator('[data-day]:focus')).toHaveAccessibleName(/: \d+ (entry|entries)$/);
  await expectAccessible(page, 'calendar of a month');
  await page.keyboard.press('PageDown');
  await expect(entries.getByText('No entry expires on this day.')).toBeVisible();
  await expect(page.locator('[data-day]:focus')).toHaveAccessibleName(/: nothing$/);
  await page.getByText('List', { exact: true }).click();
  await expect(page.getByRole('table', { name: 'Calendar' })).toContainText('Runtime log');
});

test('with storing off for a module, the trail says so and nothing is written', async ({
  vault,
}) => {
  const { page } = vault;
  await moduleNode(page, 'Giveaway').click();
  const dialog = await changeRule(page, 'Giveaway: Giveaways');
  await dialog.getByRole('switch', { name: 'Store entries here' }).dispatchEvent('click');
  await expect(dialog.getByText('From now on nothing is stored here.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(page.getByText('Off: module')).toBeVisible();
  await expect(page.getByText('everyone can take part as often as they like')).toBeVisible();

  await takePart(page, 'ann@example.com');
  await expect(preview(page).getByText(SUCCESS)).toBeVisible();
  await expect(preview(page).getByText('storing is off for this module')).toBeVisible();
  await openTable(page, 'Giveaways');
  await expect(page.getByText('No entries at the moment')).toBeVisible();
  await openTable(page, 'Variables');
  await expect(page.getByText('ann@example.com')).toBeVisible();
});

test('a legal hold needs two users, and keeps rows from every deletion until it ends', async ({
  vault,
}) => {
  test.slow();
  const { page } = vault;
  await participate(page, 'ann@example.com');
  await addUser(page, 'Grace', 'Data steward', `${PASSPHRASE} Grace`);

  await openScreen(page, 'Retention');
  await page.getByRole('tab', { name: 'Legal holds' }).click();
  await page.getByRole('button', { name: 'Request hold' }).click();
  const dialog = page.getByRole('dialog', { name: 'Request a legal hold' });
  await dialog.getByLabel('Email address of the person').fill('Ann@Example.com');
  await dialog.getByLabel('Reason').fill('Claim 4711');
  const lastDay = dialog.getByRole('textbox', { name: 'Last day of the hold' });
  await lastDay.fill('2099-12-31');
  await dialog.getByRole('button', { name: 'Request hold' }).click();
  await expect(dialog.getByText('A hold lasts ten years at most.')).toBeVisible();
  await lastDay.fill(`${new Date().getFullYear() + 5}-12-31`);
  await dialog.getByRole('button', { name: 'Request hold' }).click();
  const hold = page.getByRole('article', { name: 'Ann@Example.com' });
  await expect(hold.getByText('Waits for approval')).toBeVisible();
  await expect(hold.getByRole('button', { name: 'Approve' })).toBeDisabled();

  await lock(page);
  await unlockFirstTime(page, 'Grace', `${PASSPHRASE} Grace`, `${PASSPHRASE} of Grace`);
  await openScreen(page, 'Retention');
  await expect(page.getByText('1 legal hold waits for a second user’s approval.')).toBeVisible();
  await page.getByRole('button', { name: 'Show legal holds' }).click();
  await hold.getByRole('button', { name: 'Approve' }).click();
  await expect(hold.getByText('In force')).toBeVisible();

  await openTable(page, 'Giveaways');
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete entry' }).click();
  await expect(page.getByText('A legal hold keeps this entry')).toBeVisible();

  await passDaysInUse(vault, 75);
  await page.reload();
  await openTable(page, 'Giveaways');
  await expect(page.getByText('No entries at the moment')).toBeVisible();
  await openScreen(page, 'Retention');
  await expect(
    page.getByText(/1 legal hold is in force. \d entries are kept beyond/),
  ).toBeVisible();

  const receivedOn = (await page.evaluate(() => new Date().toISOString())).slice(0, 10);
  const asked = { kind: 'erasure', email: 'ann@example.com', receivedOn, way: 'letter' } as const;
  const { id, reference } = await get(page, 'requests.enter', asked);
  await get(page, 'requests.identify', { id, how: 'document' });
  await openScreen(page, 'People and requests');
  await page.getByRole('button', { name: `Open request ${reference}` }).click();
  await expect(page.getByText(/\d entries are past their date and kept by a legal/)).toBeVisible();
  await expect(page.getByText('A legal hold stands against the erasure.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refuse…' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Erase', exact: true })).toBeHidden();
  await openScreen(page, 'Retention');

  await page.getByRole('button', { name: 'Show legal holds' }).click();
  await hold.getByRole('button', { name: 'End hold' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End hold' }).click();
  await expect(page.getByText('There is no legal hold.')).toBeVisible();
});
