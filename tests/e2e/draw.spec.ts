import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bytesWith7Zip } from '../support/archive';
import { expectAccessible } from './support/axe';
import { get, participate } from './support/channels';
import { answerFileDialog, watchBrowser } from './support/desktop';
import { openScreen, prepareExport, saveExport, unlock } from './support/pages';
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
  const places = card.getByRole('table', { name: 'Winners', exact: true });
  await expect(places.getByRole('row')).toHaveCount(2);
  await card.getByRole('button', { name: '1 substitute' }).click();
  await expect(card.getByRole('table', { name: 'Substitutes' }).getByRole('row')).toHaveCount(2);
  const winner = places.getByRole('row').nth(1);
  const first = (await winner.textContent()) ?? '';
  await expectAccessible(page, 'drawn');

  await winner.getByRole('button', { name: 'Actions for rank' }).click();
  await page.getByRole('menuitem', { name: 'Mark as declined' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as declined' }).click();
  await expect(page.getByText('went to the next substitute')).toBeVisible();
  await expect(winner).not.toHaveText(first);

  const record = join(folder, 'record.json');
  await answerFileDialog(app, record);
  await expect(card.getByText('Hash of the list')).toBeHidden();
  await card.getByRole('button', { name: 'How to check this draw' }).click();
  await expect(card.getByText('Hash of the list')).toBeVisible();
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

test('winners are notified, answer and get their prize, and their letters leave as an encrypted zip', async ({
  vault: { app, page },
  folder,
}) => {
  test.slow();
  for (const name of ['ann', 'bob', 'eve']) await participate(page, `${name}@example.com`);
  const [giveaway] = await get(page, 'draws.giveaways', undefined);
  const { id } = await get(page, 'draws.prepare', {
    giveawayId: giveaway?.giveawayId ?? '',
    ...{ chance: 'person', prizes: [{ name: 'Bike', winners: 2 }], substitutes: 1 },
    ...{ excluded: '', ignoresUnread: false, excludesEarlierWinners: false },
    includesPreview: true,
  });
  await get(page, 'draws.run', { id, publicValue: '' });
  await openScreen(page, 'Draws');
  const card = page.getByRole('article', { name: 'Summer raffle' });
  const winner = card.getByRole('table', { name: 'Winners', exact: true }).getByRole('row').nth(1);
  const dialog = page.getByRole('dialog');

  await card.getByRole('button', { name: 'Select all who are to be notified (2)' }).click();
  await card.getByRole('button', { name: 'Mark as notified' }).last().click();
  await dialog.getByLabel('How').selectOption('by phone');
  await expectAccessible(page, 'enter a step');
  await dialog.getByRole('button', { name: 'Enter' }).click();
  await expect(winner).toContainText('Notified by phone');
  await expect(card).toContainText('2 wait for an answer · 0 of 2 handed over');
  await winner.getByRole('button', { name: 'Mark as accepted' }).click();
  await dialog.getByRole('button', { name: 'Enter' }).click();
  await winner.getByRole('button', { name: 'Mark as handed over' }).click();
  await dialog.getByRole('button', { name: 'Enter' }).click();
  await expect(card).toContainText('1 of 2 handed over');
  await winner.getByRole('button', { name: 'Actions for rank' }).click();
  await page.getByRole('menuitem', { name: 'Take back: handed over' }).click();
  await expect(card).toContainText('0 of 2 handed over');

  await card.getByRole('button', { name: 'List and letters' }).click();
  await page.getByRole('menuitem', { name: 'Letters (PDF)' }).click();
  await dialog.getByLabel('Contact for answers').fill('prizes@acme.example');
  // What is written is there again after a lock, and is about the same winners.
  await page.keyboard.press('Control+l');
  await unlock(page);
  await expect(dialog.getByLabel('Contact for answers')).toHaveValue('prizes@acme.example');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('You have won: Bike');
  await expectAccessible(page, 'the letter');
  const password = await prepareExport(page, 'Save and go on');
  const zip = join(folder, 'letters.zip');
  await answerFileDialog(app, zip);
  await saveExport(page);
  await expect(dialog).toContainText('verified by reading it back');
  const pdf = bytesWith7Zip(zip, password, 'letters.pdf');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});
