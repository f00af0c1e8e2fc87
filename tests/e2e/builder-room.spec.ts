import type { ElectronApplication, Page } from 'playwright/test';
import { expectAccessible } from './support/axe';
import { ask, get, onlyExperience } from './support/channels';
import { lock, moduleNode, preview, saved, unlock } from './support/pages';
import { expect, test } from './support/vault';

const separator = (page: Page, name: string) => page.getByRole('separator', { name });
const inspector = (page: Page) => page.locator('[data-pane=inspector]');

async function widthOf(page: Page, pane: string): Promise<number> {
  const box = await page.locator(`[data-pane=${pane}]`).boundingBox();
  return Math.round(box?.width ?? 0);
}

/** The window that an action opens. */
async function opened(app: ElectronApplication, act: () => Promise<void>): Promise<Page> {
  const [window] = await Promise.all([app.waitForEvent('window'), act()]);
  return window;
}

test.describe('the builder gives the flow its room:', () => {
  test.use({ contents: 'raffle' });

  test('columns open for what is selected, are as wide as they were made, also after a lock', async ({
    vault: { page },
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(inspector(page)).toHaveCount(0);
    const canvas = page.getByRole('region', { name: 'Flow', exact: true });
    expect((await canvas.boundingBox())?.width ?? 0).toBeGreaterThan(1_440 * 0.6);

    await moduleNode(page, 'Email').click();
    await expect(inspector(page)).toBeVisible();
    const before = await widthOf(page, 'inspector');
    await separator(page, 'Width of “Module, section and problems”').focus();
    for (let presses = 0; presses < 2; presses++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => widthOf(page, 'inspector')).toBeGreaterThan(before + 20);
    const wide = await widthOf(page, 'inspector');
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await expect(preview(page)).toHaveCount(0);

    await lock(page);
    await unlock(page);
    await moduleNode(page, 'Email').click();
    await expect.poll(() => widthOf(page, 'inspector')).toBeGreaterThan(wide - 3);
    await expect(preview(page)).toHaveCount(0);

    // Problems take no column but when they are asked for.
    await page.getByRole('button', { name: 'Deselect the module' }).click();
    await expect(inspector(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'No problems' }).click();
    await expect(page.getByRole('region', { name: 'Problems' })).toBeVisible();
    await page.getByRole('button', { name: 'Close the problems' }).click();
    await expect(inspector(page)).toHaveCount(0);
  });

  test('the preview moves into a window of its own, follows the draft there, and closes with the lock', async ({
    vault: { app, page },
  }) => {
    const window = await opened(app, () =>
      page.getByRole('button', { name: 'Open in a window of its own' }).click(),
    );
    await expect(preview(page)).toHaveCount(0);
    await window.getByRole('button', { name: 'Start the chat' }).click();
    await expect(window.getByRole('button', { name: 'Red pill' })).toBeVisible();

    await moduleNode(page, 'Choice').click();
    await page.getByRole('textbox', { name: 'Label' }).first().fill('Crimson pill');
    await saved(page);
    await expect(window.getByText(/changed/).first()).toBeVisible();
    await window.getByRole('button', { name: 'Restart', exact: true }).first().click();
    await expect(window.getByRole('button', { name: 'Crimson pill' })).toBeVisible();

    // All windows speak the same language.
    await get(page, 'preferences.set', { language: 'de' });
    await expect(window.getByRole('button', { name: 'Zurück in den Editor' })).toBeVisible();
    await get(page, 'preferences.set', { language: 'en' });

    // Closed, it is in the builder again.
    // The window may be gone before the click has ended.
    await window
      .getByRole('button', { name: 'Back into the builder' })
      .click()
      .catch(() => undefined);
    await expect(preview(page)).toBeVisible();
    expect(window.isClosed()).toBe(true);

    const again = await opened(app, () =>
      page.getByRole('button', { name: 'Open in a window of its own' }).click(),
    );
    await expect(again.getByRole('button', { name: 'Start the chat' })).toBeVisible();
    // What is being printed ends with the lock as well.
    const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    await app.evaluate(({ app: electron }) => {
      electron.on('browser-window-created', (_, { webContents }) => {
        webContents.print = () => undefined;
      });
    });
    void ask(page, 'me.printRecoveryCode', { code: 'ABCDE-FGHJK' }).catch(() => undefined);
    await expect.poll(windows).toBe(3);
    await lock(page);
    await expect.poll(() => again.isClosed()).toBe(true);
    await expect.poll(windows).toBe(1);
  });

  test('modules are named, framed and found by keyboard', async ({ vault: { page } }) => {
    await moduleNode(page, 'Email').focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('Where to write to');
    await page.keyboard.press('Enter');
    await expect(moduleNode(page, 'Where to write to')).toBeFocused();
    await expect(
      moduleNode(page, 'Where to write to').getByText('Email', { exact: true }),
    ).toBeVisible();

    await page.keyboard.press('Space');
    await page.keyboard.press('s');
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Taking part');
    await page.getByRole('radio', { name: 'Yellow' }).press('Space');
    const section = page.locator('.react-flow__node-section');
    await section.focus();
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Alt+ArrowDown');
    await saved(page);
    const { id } = await onlyExperience(page);
    const { draft } = await get(page, 'experiences.get', { id });
    expect(draft.sections).toMatchObject([{ name: 'Taking part', colour: 'yellow' }]);
    const named = draft.modules.find(({ name }) => name === 'Where to write to');
    const [frame] = draft.sections ?? [];
    // It has moved along.
    expect(named?.position.y).toBe((frame?.y ?? 0) + 64);

    await page.keyboard.press('Control+f');
    await page.keyboard.type('write');
    await expect(page.getByRole('search')).toContainText('1 module');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('search')).toContainText('1 of 1');
    await expectAccessible(page, 'find and section');
    await page.keyboard.press('Escape');
    await expect(moduleNode(page, 'Where to write to')).toBeFocused();

    await section.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Delete');
    await expect(section).toHaveCount(0);
    await expect(moduleNode(page, 'Where to write to')).toBeVisible();
  });

  test('the flow is a list, too, in which a module is added, opened and deleted by keyboard', async ({
    vault: { page },
  }) => {
    await page.getByRole('button', { name: 'Show the flow as a list' }).click();
    const tree = page.getByRole('tree', { name: 'Flow as a list' });
    const item = (name: RegExp) => tree.getByRole('treeitem', { name });
    await expect(item(/^Message/).first()).toBeVisible();
    // The row that has the focus is cut, also where nothing is selected.
    await page.keyboard.press('Escape');
    await item(/^Message/)
      .first()
      .focus();
    await page.keyboard.press('Control+x');
    await expect(item(/^Message/)).toHaveCount(0);
    const cut = await get(page, 'experiences.pasteModules');
    expect(cut?.modules.map(({ type }) => type)).toEqual(['message']);
    await page.keyboard.press('Control+z');
    await item(/^Message/)
      .first()
      .focus();
    await page.keyboard.press('ArrowDown');
    await expect(item(/^Choice/)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(item(/^Red pill/)).toBeFocused();
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Search modules' }).fill('Message');
    await page.keyboard.press('Enter');
    await expect(tree.getByRole('treeitem', { selected: true })).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-field=text]').first()).toBeVisible();
    await expectAccessible(page, 'list of the flow');
    await page.keyboard.press('Escape');
    const rows = await tree.getByRole('treeitem').count();
    await page.keyboard.press('Delete');
    await expect(tree.getByRole('treeitem')).toHaveCount(rows - 1);
    await expect(tree.locator('[role=treeitem]:focus')).toHaveCount(1);

    // A way that leads nowhere has its row, and so has one that leads to where another row is.
    const end = item(/The chat ends$/).first();
    const name = (await end.textContent()) ?? '';
    await page.keyboard.press('Home');
    for (let presses = 0; presses < rows; presses++) {
      if (await end.evaluate((row) => row === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await expect(end).toBeFocused();
    const branch = name.replace('The chat ends', '');
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('combobox', { name: 'Branch' })).toHaveValue(branch);
    await dialog.getByRole('combobox', { name: 'Leads to' }).fill('Choice');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const onward = item(new RegExp(`^${branch}.*goes on at`));
    await expect(onward).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(item(/^Choice/)).toBeFocused();
    await onward.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(onward.getByRole('button', { name: 'Remove the connection' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(end).toBeFocused();
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Search modules' }).fill('Message');
    await page.keyboard.press('Enter');
    await expect(item(new RegExp(`^${branch}.*Message`))).toBeFocused();
  });

  test('a small window shows the list by itself, and the canvas for good where it was asked for', async ({
    vault: { page },
  }) => {
    const canvas = page.getByRole('region', { name: 'Flow', exact: true });
    const widthOfCanvas = async () => (await canvas.boundingBox())?.width ?? 0;
    await page.setViewportSize({ width: 1440, height: 900 });
    await moduleNode(page, 'Email').click();
    await expect(inspector(page)).toBeVisible();
    await expect(preview(page)).toBeVisible();
    expect(await widthOfCanvas()).toBeGreaterThan(780);
    await page.setViewportSize({ width: 1280, height: 720 });
    await expect(page.locator('[data-pane=side]')).toBeVisible();
    expect(await widthOfCanvas()).toBeGreaterThan(640);

    await page.setViewportSize({ width: 960, height: 640 });
    const list = page.getByRole('region', { name: 'Flow as a list' });
    await expect(list).toBeVisible();
    await list.getByRole('button', { name: 'Show the flow on the canvas' }).click();
    await expect(canvas).toBeVisible();
    await lock(page);
    await unlock(page);
    await expect(canvas).toBeVisible();
  });
});
