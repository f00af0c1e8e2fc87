import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expectAccessible } from './support/axe';
import { get, onlyExperience, participate } from './support/channels';
import { answerFileDialog, answerOpenDialog, watchBrowser } from './support/desktop';
import { moduleNode, openScreen, openTable, preview, saved, takeTool } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

/** WCAG 2.4.3: who closes a dialog goes on where they opened it. */
async function closes(page: Page, dialog: Locator, opener: Locator) {
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
}

test('dialogs of the builder are for everyone, and give the focus back', async ({
  vault: { app, page },
  folder,
}) => {
  test.slow();
  const dialog = page.getByRole('dialog');
  const opens = async (opener: Locator, screen: string) => {
    await opener.click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, screen);
  };
  await saved(page);

  const publish = page.getByRole('button', { name: 'Publish…' });
  await opens(publish, 'publish');
  await closes(page, dialog, publish);
  const { id: experienceId, revision } = await onlyExperience(page);
  const labels = { name: 'Summer', note: 'The first one' };
  await get(page, 'versions.publish', { experienceId, revision, ...labels });
  await moduleNode(page, 'Message').first().click();
  await page.getByLabel('Text', { exact: true }).fill('Welcome back!');
  await saved(page);
  const history = page.getByRole('button', { name: 'Version history' });
  await history.click();
  await expect(dialog.getByText('Changed: Message').first()).toBeVisible();
  await expectAccessible(page, 'history and difference');
  await closes(page, dialog, history);

  const choice = moduleNode(page, 'Choice');
  await choice.click();
  await choice.focus();
  await page.keyboard.press('c');
  // The list of modules is open at once.
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expectAccessible(page, 'connect');
  await closes(page, dialog, choice);
  await takeTool(page, 'Keyboard shortcuts');
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'shortcuts');
  await closes(page, dialog, page.getByRole('button', { name: 'More tools' }));
  await takeTool(page, 'Modules');
  await expect(page.getByRole('button', { name: 'Close the palette' })).toBeVisible();
  await expectAccessible(page, 'palette dock');

  const options = preview(page).getByRole('button', { name: 'Preview options' });
  await opens(options, 'preview options');
  await dialog.getByRole('button', { name: 'Delete preview data…' }).click();
  const deletion = page.getByRole('dialog', { name: 'Delete all preview data?' });
  await expect(deletion).toBeVisible();
  await expectAccessible(page, 'delete preview data');
  await closes(page, deletion, options);

  const file = join(folder, 'raffle.json');
  await answerFileDialog(app, file);
  await get(page, 'experiences.export', { id: experienceId });
  await answerOpenDialog(app, file);
  await page.getByTitle('Switch experience').click();
  await page.getByRole('menuitem', { name: 'All experiences…' }).click();
  await expect(page.getByRole('row', { name: /Hello World/ })).toBeVisible();
  await expectAccessible(page, 'experience list');
  await opens(page.getByRole('button', { name: 'Import…' }), 'import');
  await closes(page, dialog, page.getByRole('button', { name: 'Import…' }));
  const actions = page.getByRole('button', { name: 'Actions for “Hello World”' });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'delete experience');
  await closes(page, dialog, actions);
});

test('Escape closes only what is on top: a dialog, a question, a calendar', async ({
  vault: { app, page },
}) => {
  await watchBrowser(app);
  await participate(page, 'ann@example.com');
  await get(page, 'masking.setMine', { isMasked: true });
  await openTable(page, 'Giveaways');
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const reveal = page.getByRole('button', { name: 'Show personal values' });
  await reveal.click();
  const dialog = page.getByRole('dialog').last();
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await closes(page, page.getByRole('textbox', { name: 'Reason' }), reveal);

  await page.getByRole('button', { name: 'Delete entry' }).last().click();
  const question = page.getByRole('dialog', { name: 'Delete this entry?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(reveal).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reveal).toBeHidden();

  await openScreen(page, 'People and requests');
  await page.getByRole('button', { name: 'New request' }).click();
  const request = page.getByRole('dialog', { name: 'New request' });
  await request.getByRole('button', { name: /^Open the calendar/ }).click();
  const calendar = page.getByRole('button', { name: 'Previous month' });
  await calendar.focus();
  await page.keyboard.press('Escape');
  await expect(calendar).toBeHidden();
  await expect(request).toBeVisible();
});
