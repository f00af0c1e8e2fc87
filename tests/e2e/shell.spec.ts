import type { ElectronApplication, Page } from 'playwright/test';
import { violationsOf } from './support/axe';
import { participate } from './support/channels';
import { lock, moduleNode, openScreen, saved, unlock } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

/** What the computer says about when somebody did something last. Returns once the application has asked. */
async function idleFor(app: ElectronApplication, seconds: number): Promise<void> {
  await app.evaluate(
    ({ powerMonitor }, idle) =>
      new Promise<void>((asked) => {
        powerMonitor.getSystemIdleTime = () => {
          asked();
          return idle;
        };
      }),
    seconds,
  );
}

async function choose(page: Page, typed: string, option: string): Promise<void> {
  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog', { name: 'Search and do' });
  await palette.getByRole('combobox').fill(typed);
  await expect(palette.getByRole('option', { name: option }).first()).toBeVisible();
  await expect(palette.getByRole('option', { selected: true })).toContainText(option);
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
}

test('Ctrl+K opens screens, modules, people and dialogs, by keyboard', async ({
  vault: { page },
}) => {
  await participate(page, 'ann@example.com');
  await page.getByRole('navigation').getByRole('button', { name: 'Search' }).click();
  const palette = page.getByRole('dialog', { name: 'Search and do' });
  await expect(palette.getByRole('option', { name: 'Hello World', exact: true })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await palette.getByRole('combobox').fill('zzz');
  await expect(palette.getByRole('option', { name: 'Search people' })).toBeVisible();
  await page.keyboard.press('Escape');

  await choose(page, 'log aud', 'Audit log');
  await expect(page.getByRole('heading', { name: 'Audit log', level: 1 })).toBeVisible();
  await choose(page, 'giveaway', 'Giveaway');
  await expect(moduleNode(page, 'Giveaway')).toHaveClass(/selected/);
  await choose(page, 'draw prepare', 'Prepare a draw');
  await expect(page.getByRole('dialog', { name: 'Prepare a draw' })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose(page, 'locking', 'Locking');
  await expect(page.getByRole('heading', { name: 'Locking' })).toBeFocused();

  await choose(page, 'new text', 'New text');
  await expect(page.getByRole('dialog', { name: 'New legal text' })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose(page, 'ann@', 'ann@example.com');
  await expect(page.getByRole('heading', { name: 'ann@example.com' })).toBeVisible();
});

test('a lock for idleness is announced, explained and leads back to the half-filled dialog', async ({
  vault: { app, page },
}) => {
  await moduleNode(page, 'Message').first().click();
  await page.getByRole('button', { name: 'Publish…' }).click();
  const note = page.getByRole('dialog').getByLabel('Note');
  await note.fill('For the summer');
  // An open dialog is answered first.
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('dialog')).toHaveCount(1);

  await idleFor(app, 9 * 60 + 18);
  const warning = page.getByRole('dialog', { name: /^Locked in/ });
  await expect(page.getByText('Locked in 42 seconds')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.mouse.move(200, 200);
  await page.mouse.move(220, 220);
  await expect(warning).toHaveCount(0);
  await expect(note).toHaveValue('For the summer');
  await idleFor(app, 0);
  await idleFor(app, 9 * 60 + 18);
  await expect(warning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(warning).toHaveCount(0);
  await expect(note).toHaveValue('For the summer');

  await idleFor(app, 1_000_000);
  await expect(page.getByText('Locked after 10 minutes without input.')).toBeVisible();
  // A locked one does not ask.
  const isBack = idleFor(app, 0);
  await unlock(page);
  await isBack;
  await expect(note).toHaveValue('For the summer');
  await page.keyboard.press('Escape');
  await expect(moduleNode(page, 'Message').first()).toHaveClass(/selected/);
});

test('undo and the screen survive a lock', async ({ vault: { page } }) => {
  await moduleNode(page, 'Giveaway').click();
  await page.keyboard.press('Delete');
  await expect(moduleNode(page, 'Giveaway')).toHaveCount(0);
  await saved(page);
  await openScreen(page, 'Retention');
  await lock(page);
  await expect(page.getByText('You locked the workspace.')).toBeVisible();
  await unlock(page);
  await expect(page.getByRole('heading', { name: 'Retention', level: 1 })).toBeVisible();
  await openScreen(page, 'Experiences');
  await expect(moduleNode(page, 'Email')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(moduleNode(page, 'Giveaway')).toBeVisible();

  await page.getByRole('button', { name: 'Rename experience' }).click();
  const name = page.getByRole('dialog').getByLabel('Name');
  await name.fill('Autumn');
  await page.keyboard.press('Control+L');
  await unlock(page);
  await expect(name).toHaveValue('Autumn');
});

test('closing while something runs asks, and keeps it running', async ({
  vault: { app, page },
}) => {
  await app.evaluate(({ dialog, app: electron }) => {
    // A backup whose place is still being chosen.
    dialog.showSaveDialog = () => new Promise(() => undefined);
    const asked: string[] = [];
    Object.assign(electron, { asked, answer: 0 });
    dialog.showMessageBox = (async (_: unknown, options: Electron.MessageBoxOptions) => {
      asked.push(options.detail ?? '');
      return { response: (electron as unknown as { answer: number }).answer };
    }) as typeof dialog.showMessageBox;
  });
  await page.evaluate(() => void window.chatvault.call('backup.save', undefined));
  const close = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await close();
  const asked = () =>
    app.evaluate(({ app: electron }) => (electron as unknown as { asked: string[] }).asked);
  await expect
    .poll(asked)
    .toEqual(['A backup is being written. Closing ends it, and its file is removed.']);
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  const closed = app.waitForEvent('close');
  await app.evaluate(({ app: electron }) => void Object.assign(electron, { answer: 1 }));
  await close();
  await closed;
});
