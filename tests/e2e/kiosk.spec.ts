import type { ElectronApplication, Page } from 'playwright/test';
import { violationsOf } from './support/axe';
import { ask, get } from './support/channels';
import { kill, passSecondsOnPage, pressKey, watchBrowser } from './support/desktop';
import {
  leaveKiosk,
  nextWindow,
  openLeave,
  publish,
  startKiosk,
  tryToLeave,
} from './support/kiosk';
import { PASSPHRASE, preview, USER, unlock } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

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
    await kiosk.getByRole('button', { name: 'Start again' }).click();
    await expect(kiosk.getByRole('button', { name: 'Start', exact: true })).toBeFocused();
    expect(await kiosk.content()).not.toContain('guest@example.com');
    expect(await kiosk.content()).not.toContain('You are taking part');
    expect(await kiosk.locator('body').ariaSnapshot()).not.toContain('guest');
    const kept = await kiosk.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).toBe('{}');
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
    await tryToLeave(kiosk, 'not the passphrase at all');
    await expect(kiosk.getByText('That is not right.')).toBeVisible();
    expect(await kiosk.content()).not.toContain('not the passphrase at all');
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
  await passSecondsOnPage(kiosk, 31);
  const question = kiosk.getByRole('alertdialog', { name: 'Are you still there?' });
  await expect(question).toBeVisible();
  await expect(question).toContainText(/In (30|29|28) seconds/);
  // Behind it, nothing is to be read, by whatever means.
  await expect(kiosk.getByText('Red pill')).toBeHidden();
  expect(await kiosk.locator('body').ariaSnapshot()).not.toContain('Red pill');
  expect(await violationsOf(kiosk)).toEqual([]);
  await kiosk.getByRole('button', { name: 'Go on' }).click();
  await expect(kiosk.getByRole('button', { name: 'Red pill' })).toBeFocused();
  await passSecondsOnPage(kiosk, 31);
  await expect(question).toBeVisible();
  await passSecondsOnPage(kiosk, 29);
  await expect(kiosk.getByRole('heading', { name: 'Hello World' })).toBeVisible();
  await leaveKiosk(app, kiosk);
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

test('a kiosk clears its end by itself, once nobody touches it any more', async ({ vault }) => {
  const { app, page } = vault;
  await publish(page);
  const kiosk = await startKiosk(vault);
  await kiosk.getByRole('button', { name: 'Start', exact: true }).click();
  await kiosk.getByRole('button', { name: 'Red pill' }).click();
  await kiosk.getByRole('button', { name: 'Continue' }).click();
  await kiosk.getByLabel('I accept the terms of participation.').check();
  await kiosk.getByLabel('Your email address').fill('guest@example.com');
  await kiosk.keyboard.press('Enter');
  const timer = kiosk.getByRole('timer');
  await expect(timer).toHaveText(/clears by itself in [45] seconds/);
  await expect(timer).toHaveText(/in 3 seconds/);
  // Who touches the screen is still reading.
  await kiosk.getByRole('heading', { name: 'Thank you. That was all.' }).click();
  await expect(timer).toHaveText(/in 5 seconds/);
  await expect(kiosk.getByText('You are taking part. Good luck!')).toBeVisible();
  const before = Date.now();
  await expect(kiosk.getByRole('button', { name: 'Start', exact: true })).toBeVisible({
    timeout: 7_000,
  });
  expect(Date.now() - before).toBeLessThan(6_500);
  expect(await kiosk.content()).not.toContain('guest@example.com');
  expect(await kiosk.content()).not.toContain('You are taking part');
  await leaveKiosk(app, kiosk);
});

test('staff leave a kiosk by what participants do not see, and nobody is named', async ({
  vault,
}) => {
  const { app, page } = vault;
  await publish(page);
  const kiosk = await startKiosk(vault);
  const dialog = kiosk.getByRole('dialog', { name: 'Leave the kiosk?' });
  await kiosk.getByRole('button', { name: 'Start', exact: true }).waitFor();

  await test.step('taps in the corner start no chat; too few or too slow ones open nothing', async () => {
    expect(await kiosk.content()).not.toMatch(/[Ll]eave/);
    for (let taps = 0; taps < 4; taps++) await kiosk.mouse.click(24, 24);
    await expect(dialog).toBeHidden();
    await expect(kiosk.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
    await kiosk.mouse.click(24, 24);
    await expect(dialog).toBeVisible();
    await kiosk.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('a touch anywhere else begins', async () => {
    const { width, height } = kiosk.viewportSize() ?? (await sizeOf(kiosk));
    await kiosk.mouse.click(width - 30, height / 3);
    await expect(kiosk.getByRole('button', { name: 'Red pill' })).toBeVisible();
  });

  await test.step('the dialog covers the chat, and names nobody', async () => {
    await pressKey(app, 'L', ['control', 'alt', 'shift']);
    await expect(dialog).toBeVisible();
    await expect(kiosk.getByText('Red pill')).toBeHidden();
    expect(await kiosk.locator('body').ariaSnapshot()).not.toContain('Red pill');
    expect(await kiosk.content()).not.toContain(USER);
    expect(await violationsOf(kiosk)).toEqual([]);
  });

  await test.step('it closes by itself, and goes back to the chat', async () => {
    await passSecondsOnPage(kiosk, 31);
    await expect(dialog).toBeHidden();
  });

  await test.step('by the name of another user, too; wrong ones wait', async () => {
    await openLeave(kiosk);
    await kiosk.getByRole('button', { name: 'Another user' }).click();
    const name = kiosk.getByLabel('User', { exact: true });
    const passphrase = kiosk.getByLabel('Passphrase', { exact: true });
    const leave = kiosk.getByRole('button', { name: 'Leave', exact: true });
    for (const tried of ['Nobody At All', USER, 'Somebody', USER]) {
      await name.fill(tried);
      await passphrase.fill('not the passphrase at all');
      await leave.click();
      await expect(kiosk.getByText('That is not right.')).toBeVisible();
    }
    await passphrase.fill('not the passphrase at all');
    await leave.click();
    await expect(kiosk.getByText(/You can try again in [12] s/)).toBeVisible();
    await expect(leave).toBeDisabled();
    await expect(leave).toBeEnabled({ timeout: 5_000 });
    await passphrase.fill(PASSPHRASE);
    await nextWindow(app, () => leave.click());
  });
});

const sizeOf = (page: Page) =>
  page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
