import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expectAccessible } from './support/axe';
import { get, participate } from './support/channels';
import { answerFileDialog, watchBrowser } from './support/desktop';
import { openScreen } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

test('winners are drawn in two steps, a declined prize is passed on, and anyone can check it', async ({
  vault: { app, page },
  folder,
}) => {
  test.slow();
  await watchBrowser(app);
  for (const name of ['ann', 'bob', 'eve']) await participate(page, `${name}@example.com`);
  await openScreen(page, 'Draws');
  await expect(page.getByText('No draw yet')).toBeVisible();

  await page.getByRole('button', { name: 'Prepare a draw' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Prepare a draw' }).click();
  await expect(dialog.getByText('Choose a giveaway.')).toBeVisible();
  await expectAccessible(page, 'prepare a draw');
  await dialog.getByRole('combobox', { name: 'Giveaway' }).click();
  await page.getByRole('option', { name: /Summer raffle/ }).click();
  await dialog.getByRole('button', { name: 'Prepare a draw' }).click();
  await expect(dialog.getByText('Give every prize a name.')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Prize 1', exact: true })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Prize 1', exact: true }).fill('Bike');
  await dialog.getByRole('button', { name: 'Prepare a draw' }).click();
  await expect(dialog.getByText('Nobody is on the list')).toBeVisible();
  await dialog.getByLabel('Let participations of the preview win').check();
  await dialog.getByRole('button', { name: 'Prepare a draw' }).click();

  const card = page.getByRole('article', { name: 'Summer raffle' });
  await expect(card.getByText('3 people, one chance each')).toBeVisible();
  await card.getByRole('button', { name: 'Draw now' }).click();
  await dialog.getByLabel('Public value').fill('4 8 15 16 23 42');
  await dialog.getByRole('button', { name: 'Draw now' }).click();
  const places = page.getByRole('table', { name: 'Winners and substitutes' });
  await expect(places.getByRole('row')).toHaveCount(3);
  const winner = places.getByRole('row').filter({ hasText: 'Winner' });
  const first = (await winner.textContent()) ?? '';
  await expectAccessible(page, 'drawn');

  await winner.getByRole('button', { name: 'Mark as declined' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as declined' }).click();
  await expect(page.getByText('went to the next substitute')).toBeVisible();
  await expect(winner).not.toHaveText(first);

  const record = join(folder, 'record.json');
  await answerFileDialog(app, record);
  await card.getByRole('button', { name: 'Save the record' }).click();
  await expect(page.getByText('The record was saved')).toBeVisible();
  const { status, stdout } = spawnSync(process.execPath, ['scripts/verify-draw.mjs', record]);
  expect(String(stdout)).toContain('The draw is sound.');
  expect(status).toBe(0);

  const email = /(?:ann|bob|eve)@example\.com/.exec((await winner.textContent()) ?? '')?.[0] ?? '';
  await get(page, 'privacy.erase', { email });
  await expect(winner).toContainText('Erased on request');
  await expect(places).not.toContainText(email);
  await expectAccessible(page, 'a place that nobody has');
  await winner.getByRole('button', { name: 'Pass the prize on' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pass the prize on' }).click();
  await expect(page.getByText('No substitute is left')).toBeVisible();
});
