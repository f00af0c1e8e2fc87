import type { ElectronApplication, Page } from 'playwright/test';
import { violationsOf } from './support/axe';
import { ask, get, onlyExperience } from './support/channels';
import { kill, passSecondsOnPage, pressKey, watchBrowser } from './support/desktop';
import { PASSPHRASE, preview, saved, unlock } from './support/pages';
import { expect, test, type Vault } from './support/vault';

test.use({ contents: 'raffle' });

async function nextWindow(app: ElectronApplication, open: () => Promise<void>): Promise<Page> {
  const opened = app.waitForEvent('window');
  await open();
  const page = await opened;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page;
}

async function publish(page: Page) {
  await saved(page);
  const { id: experienceId, revision } = await onlyExperience(page);
  await get(page, 'versions.publish', { experienceId, revision, name: '', note: '' });
}

function startKiosk({ app, page }: Vault): Promise<Page> {
  return nextWindow(app, async () => {
    await preview(page).getByRole('button', { name: 'Start a kiosk…' }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
  });
}

/** Null when the answer is lost, as it can be while windows come and go: who polls asks again. */
const windows = (app: ElectronApplication) =>
  app
    .evaluate(({ BrowserWindow, Menu }) => ({
      count: BrowserWindow.getAllWindows().length,
      isKiosk: BrowserWindow.getAllWindows().every((window) => window.isKiosk()),
      hasMenu: Menu.getApplicationMenu() !== null,
    }))
    .catch(() => null);

/** What the page hears of the keyboard from now on; modifiers alone do nothing. */
async function keysArrivingAt(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const keys: string[] = [];
    Object.assign(window, { keys });
    addEventListener('keydown', ({ key }) => keys.push(key), true);
  });
  return () => page.evaluate(() => Reflect.get(window, 'keys'));
}

async function leave(kiosk: Page, passphrase: string) {
  await kiosk.getByRole('button', { name: 'Leave the kiosk' }).click();
  await kiosk.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await kiosk.getByRole('button', { name: 'Leave', exact: true }).click();
}

test('a kiosk collects from participants, and lets nobody out without a passphrase', async ({
  vault,
}) => {
  const { app, page } = vault;
  const openedLinks = await watchBrowser(app);
  await publish(page);
  const kiosk = await startKiosk(vault);

  await test.step('only the start screen is there', async () => {
    await expect(kiosk.getByRole('heading', { name: 'Hello World' })).toBeVisible();
    await expect.poll(() => windows(app)).toEqual({ count: 1, isKiosk: true, hasMenu: false });
    expect(await violationsOf(kiosk)).toEqual([]);
  });

  await test.step('a participant plays', async () => {
    await kiosk.getByRole('button', { name: 'Start', exact: true }).click();
    await kiosk.getByRole('button', { name: 'Red pill' }).click();
    await expect(kiosk.getByAltText('QR code: https://example.com/')).toBeVisible();
    await kiosk.getByRole('button', { name: 'Continue' }).click();
    expect(await openedLinks()).toEqual([]);
    await kiosk.getByLabel('I accept the terms of participation.').check();
    await kiosk.getByLabel('Your email address').fill('guest@example.com');
    await kiosk.keyboard.press('Enter');
    await expect(kiosk.getByText('You are taking part. Good luck!')).toBeVisible();
    for (const colorScheme of ['dark', 'light'] as const) {
      await kiosk.emulateMedia({ colorScheme });
      await expect(kiosk.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      expect(await violationsOf(kiosk)).toEqual([]);
    }
  });

  await test.step('nothing of them stays for the next one', async () => {
    await kiosk.getByRole('button', { name: 'Start again' }).last().click();
    await expect(kiosk.getByRole('button', { name: 'Start', exact: true })).toBeFocused();
    expect(await kiosk.locator('body').textContent()).not.toContain('guest@example.com');
  });

  await test.step('shortcuts, windows and other channels are closed', async () => {
    const arrived = await keysArrivingAt(kiosk);
    await pressKey(app, 'R', ['control']);
    await pressKey(app, 'F11');
    await pressKey(app, 'I', ['control', 'shift']);
    await pressKey(app, 'Left', ['alt']);
    // The last one arrives, and so would those before it.
    await pressKey(app, 'x');
    await expect.poll(arrived).toEqual(['x']);
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    });
    await expect.poll(() => windows(app)).toEqual({ count: 1, isKiosk: true, hasMenu: false });
    for (const channel of ['data.tables', 'workspace.status', 'experiences.list'] as const) {
      expect(await ask(kiosk, channel)).toMatchObject({ error: { code: 'ipc.forbidden' } });
    }
  });

  await test.step('it is left by passphrase, and the rows are marked', async () => {
    await leave(kiosk, 'not the passphrase at all');
    await expect(kiosk.getByText(/passphrase does not/)).toBeVisible();
    await kiosk.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    const back = await nextWindow(app, () =>
      kiosk.getByRole('button', { name: 'Leave', exact: true }).click(),
    );
    await expect(preview(back)).toBeVisible();
    const { rows } = await get(back, 'data.page', { table: 'participations', limit: 10 });
    expect(rows.map((row) => row?.cells.channel)).toEqual(['kiosk']);
    await expect.poll(() => windows(app)).toEqual({ count: 1, isKiosk: false, hasMenu: true });
  });
});

test('a kiosk comes back after a restart, and starts anew when nobody is there', async ({
  vault,
  start,
}) => {
  await publish(vault.page);
  await startKiosk(vault);
  await expect.poll(() => windows(vault.app)).toMatchObject({ isKiosk: true });
  await kill(vault.app);

  const { app, page } = await start(vault.userData);
  await expect(page.getByText('It returns as soon as you unlock.')).toBeVisible();
  const kiosk = await nextWindow(app, () => unlock(page));
  await expect.poll(() => windows(app)).toMatchObject({ count: 1, isKiosk: true });

  await kiosk.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(kiosk.getByRole('button', { name: 'Red pill' })).toBeVisible();
  await passSecondsOnPage(kiosk, 61);
  await expect(kiosk.getByText('Are you still there?')).toBeVisible();
  await kiosk.getByRole('button', { name: 'Go on' }).click();
  await expect(kiosk.getByRole('button', { name: 'Red pill' })).toBeVisible();
  await passSecondsOnPage(kiosk, 90);
  await expect(kiosk.getByRole('heading', { name: 'Hello World' })).toBeVisible();
  await nextWindow(app, () => leave(kiosk, PASSPHRASE));
});

test('a kiosk whose page has died begins anew, and stays a kiosk', async ({ vault }) => {
  const { app, page } = vault;
  await publish(page);
  const kiosk = await startKiosk(vault);
  await kiosk.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(kiosk.getByRole('button', { name: 'Red pill' })).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.forcefullyCrashRenderer();
  });
  // Playwright has lost the page for good, so main is asked what it shows.
  await expect.poll(() => textOf(app)).toContain('Hello World');
  expect(await textOf(app)).not.toContain('Red pill');
  expect(await windows(app)).toEqual({ count: 1, isKiosk: true, hasMenu: false });
  await kill(app);
});

/** Empty while the page is not there: it would not answer at all when it is asked too soon. */
const textOf = (app: ElectronApplication): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window || window.webContents.isCrashed()) return '';
    return Promise.race([
      window.webContents.executeJavaScript('document.body.innerText'),
      new Promise<string>((resolve) => setTimeout(() => resolve(''), 1_000)),
    ]);
  });
