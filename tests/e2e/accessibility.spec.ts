import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from './support/axe';
import { participate } from './support/channels';
import { answerFileDialog, watchBrowser } from './support/desktop';
import { publish } from './support/kiosk';
import {
  acceptObligations,
  lock,
  moduleNode,
  oneTimePassword,
  openArea,
  openScreen,
  openTable,
  preview,
  restart,
  saved,
  saveExport,
  setStoring,
  unlock,
} from './support/pages';
import { expect, furnish, test, workspaceOf } from './support/vault';

test.describe('WCAG 2.2 AA holds, in English and German, light and dark,', () => {
  test.slow();

  test('on the first run', async ({ vault: { page } }) => {
    await expectAccessible(page, 'create');
    await page.getByLabel('Passphrase', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Create workspace' }).click();
    await expect(page.getByText('Give the workspace a name.')).toBeVisible();
    await expectAccessible(page, 'create with errors');
    await page.getByRole('button', { name: 'Appearance' }).click();
    await expectAccessible(page, 'menu');
  });

  test('on a damaged workspace', async ({ folder, template, start }) => {
    const userData = join(folder, 'user-data');
    await furnish(userData, await template('sample'));
    await truncate(join(workspaceOf(userData), 'workspace.json'), 9);
    const { page } = await start(userData);
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page, 'damaged');
  });

  test.describe('of a workspace', () => {
    test.use({ contents: 'raffle' });

    test.beforeEach(async ({ vault: { app } }) => {
      await watchBrowser(app);
    });

    test('on its first steps, which lead to their screens', async ({ vault: { page } }) => {
      await page.getByRole('button', { name: 'First steps' }).click();
      const steps = page.getByRole('dialog', { name: 'First steps' });
      await expect(steps.getByRole('listitem')).toHaveCount(8);
      await expectAccessible(page, 'first steps');
      await steps.getByRole('button', { name: 'Retention' }).click();
      await expect(steps).toHaveCount(0);
      await expect(page.getByRole('heading', { name: 'Retention', level: 1 })).toBeVisible();
    });

    test('when it is locked', async ({ vault: { page } }) => {
      await lock(page);
      await expectAccessible(page, 'unlock');
      await unlock(page, 'the wrong one');
      await expect(page.getByText('does not open the workspace')).toBeVisible();
      await expectAccessible(page, 'unlock with an error');
    });

    test('in the builder', async ({ vault: { page } }) => {
      await expectAccessible(page, 'builder');
      for (const name of ['Choice', 'External link', 'Email', 'Giveaway']) {
        await moduleNode(page, name).click();
        await expectAccessible(page, `module ${name}`);
      }
      await page.getByRole('button', { name: 'Remove item 1' }).click();
      await expect(page.getByText('needs at least one entry').first()).toBeVisible();
      await expectAccessible(page, 'module with a problem');
      await restart(page);
      await preview(page).getByRole('button', { name: 'Show the problems' }).click();
      await expectAccessible(page, 'problems');
      const addBelow = moduleNode(page, 'Email').getByRole('button', { name: /^Add a module/ });
      await addBelow.click();
      await expect(page.getByRole('combobox')).toBeVisible();
      await expectAccessible(page, 'palette');
    });

    test('in the dialogs and menus of the builder', async ({ vault: { page } }) => {
      await page.getByTitle('Switch experience').click();
      await expectAccessible(page, 'experiences');
      await page.getByRole('menuitem', { name: 'New experience…' }).click();
      await expectAccessible(page, 'new experience');
      await page.getByRole('textbox', { name: 'Name' }).fill('Empty');
      await page.getByRole('button', { name: 'Create' }).click();
      await expect(page.getByRole('heading', { name: 'Start with a module' })).toBeVisible();
      await expectAccessible(page, 'empty experience');
    });

    test('in the preview', async ({ vault: { page } }) => {
      const chat = preview(page);
      await restart(page);
      await expectAccessible(page, 'choice');
      await chat.getByRole('button', { name: 'Red pill' }).click();
      await expect(chat.getByText('https://example.com/')).toBeVisible();
      await expectAccessible(page, 'link');
      await chat.getByRole('button', { name: 'Follow the white rabbit' }).click();
      await chat.getByLabel('Your email address').fill('ann@example.com');
      await expectAccessible(page, 'email');
      await chat.getByRole('checkbox').check();
      await chat.getByRole('button', { name: 'Send' }).click();
      await expect(chat.getByText('The chat has ended.')).toBeVisible();
      await expectAccessible(page, 'end and data trail');
    });

    test('where an experience gets its look and its languages', async ({ vault: { page } }) => {
      await openArea(page, 'Design');
      const design = page.getByRole('region', { name: 'Design', exact: true });
      await design.getByRole('button', { name: 'Coral', exact: true }).click();
      await publish(page);
      await design.getByRole('button', { name: 'Set single colors' }).click();
      await expectAccessible(page, 'design with single colors');
      await design.getByRole('button', { name: 'Harbour', exact: true }).click();
      await saved(page);
      await page.getByRole('button', { name: 'Version history' }).click();
      await expect(page.getByRole('dialog').getByRole('row', { name: /^Theme/ })).toBeVisible();
      await expectAccessible(page, 'history of a look');
      await page.keyboard.press('Escape');
      await openArea(page, 'Languages');
      await expectAccessible(page, 'one language');
      await page.getByRole('combobox', { name: 'Another language' }).fill('French');
      await page.getByRole('option', { name: /^French –/ }).click();
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(page.getByRole('list', { name: 'Texts and translations' })).toBeVisible();
      await expectAccessible(page, 'texts and translations');
    });

    test('in what is asked before a preview or a kiosk', async ({ vault: { page } }) => {
      await publish(page);
      await page.getByRole('button', { name: 'Preview options' }).click();
      await expect(page.getByText('Time travel')).toBeVisible();
      await expectAccessible(page, 'options of the preview');
      await page.keyboard.press('Escape');
      await preview(page).getByRole('button', { name: 'Start a kiosk…' }).click();
      await expect(page.getByRole('dialog', { name: 'Start a kiosk' })).toBeVisible();
      await expectAccessible(page, 'start of a kiosk');
    });

    test('in the data', async ({ vault: { page } }) => {
      await openTable(page, 'Giveaways');
      await expect(page.getByText('No entries at the moment')).toBeVisible();
      await expectAccessible(page, 'empty table');
      await participate(page, 'ann@example.com');
      await expect(page.getByText('ann@example.com')).toBeVisible();
      await expectAccessible(page, 'table');
      await openTable(page, 'Runtime log');
      await expectAccessible(page, 'runtime log');
      await openTable(page, 'Giveaways');
      await page.getByRole('grid').focus();
      await page.keyboard.press('ArrowDown');
      await expectAccessible(page, 'selected row');
      await page.keyboard.press('Delete');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'delete row');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Delete all' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'delete all');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Columns' }).click();
      await expectAccessible(page, 'column chooser');
    });

    test('in an export', async ({ vault: { app, page }, folder }) => {
      await participate(page, 'ann@example.com');
      await openTable(page, 'Giveaways');
      await acceptObligations(page);
      await expectAccessible(page, 'obligations');
      await oneTimePassword(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).click();
      await expectAccessible(page, 'password');
      await answerFileDialog(app, join(folder, 'gone', 'a.zip'));
      await saveExport(page);
      await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
      await expectAccessible(page, 'folder missing');
      await answerFileDialog(app, join(folder, 'a.zip'));
      await saveExport(page);
      await expect(page.getByText('verified by reading it back')).toBeVisible();
      await expectAccessible(page, 'saved');
    });

    test('in the settings', async ({ vault: { page } }) => {
      await openScreen(page, 'Storage & settings');
      await expect(page.getByRole('switch')).toBeVisible();
      await expectAccessible(page, 'settings');
      await page.getByRole('switch').dispatchEvent('click');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'switch off');
      await page.keyboard.press('Escape');
      await setStoring(page, false);
      await expectAccessible(page, 'settings with storage off');
      await openScreen(page, 'Experiences');
      await moduleNode(page, 'Giveaway').click();
      await expectAccessible(page, 'builder with storage off');
      await openTable(page, 'Giveaways');
      await expectAccessible(page, 'data with storage off');
    });
  });
});
