import { setTimeout as delay } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright/test';
import { get } from './channels';

const BELIEVED_DAYS = 25;

const END_MS = 30_000;

/*
 * The desktop around the application, where a test cannot click: the file dialog, the browser and
 * the clock. Everything of ChatVault itself stays real.
 */

/** The next file dialogs answer with this path; null dismisses them. */
export async function answerFileDialog(app: ElectronApplication, path: string | null) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({
      canceled: filePath === null,
      filePath: filePath ?? '',
    });
  }, path);
}

/** The next dialogs that ask for a file to open answer with this path; null dismisses them. */
export async function answerOpenDialog(app: ElectronApplication, path: string | null) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({
      canceled: filePath === null,
      filePaths: filePath === null ? [] : [filePath],
    });
  }, path);
}

/** Records the addresses that would open in the browser. */
export async function watchBrowser(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell, app: electron }) => {
    const opened: string[] = [];
    Object.assign(electron, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  return () =>
    app.evaluate(({ app: electron }) => (electron as unknown as { opened: string[] }).opened);
}

/** Puts the application's clock ahead. */
export async function passDays(app: ElectronApplication, days: number) {
  await app.evaluate((_, aheadMs) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + aheadMs;
  }, days * 86_400_000);
}

/** Two months at once would be a jump of the clock, which somebody has to confirm. */
export async function passDaysInUse(
  { app, page }: { app: ElectronApplication; page: Page },
  days: number,
) {
  for (let left = days; left > 0; left -= BELIEVED_DAYS) {
    await passDays(app, Math.min(left, BELIEVED_DAYS));
    await get(page, 'retention.status');
  }
}

export async function clipboardText(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText());
}

/** A key as the keyboard sends it: main hears of it before the page, as it does of no key of a page's own. */
export async function pressKey(
  app: ElectronApplication,
  keyCode: string,
  modifiers: ('control' | 'shift' | 'alt')[] = [],
) {
  await app.evaluate(
    ({ BrowserWindow }, key) => {
      const [window] = BrowserWindow.getAllWindows();
      for (const type of ['keyDown', 'keyUp'] as const) {
        window?.webContents.sendInputEvent({ type, ...key });
      }
    },
    { keyCode, modifiers },
  );
}

/** Long timers of the application run when the test says so. Returns what has been set since. */
export async function holdTimers(app: ElectronApplication, fromMs: number) {
  await app.evaluate(({ app: electron }, shortest) => {
    const held: { ms: number; run: () => void }[] = [];
    Object.assign(electron, { held });
    const start = globalThis.setTimeout;
    globalThis.setTimeout = ((run: () => void, ms = 0, ...rest: []) => {
      if (ms < shortest) return start(run, ms, ...rest);
      held.push({ ms, run });
      return start(() => undefined, 0);
    }) as typeof setTimeout;
  }, fromMs);
  type Holding = { held: { ms: number; run: () => void }[] };
  return {
    waiting: () =>
      app.evaluate(({ app: electron }) =>
        (electron as unknown as Holding).held.map(({ ms }) => ms),
      ),
    run: () =>
      app.evaluate(({ app: electron }) => {
        for (const { run } of (electron as unknown as Holding).held.splice(0)) run();
      }),
  };
}

/** Ends the application as a power cut would: nothing of its own runs any more. */
export async function kill(app: ElectronApplication): Promise<void> {
  const closed = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await closed;
}

/** Puts the clock of the page ahead: what it shows, not what expires. */
export async function passDaysOnPage(page: Page, days: number) {
  await page.evaluate((aheadMs) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + aheadMs;
  }, days * 86_400_000);
}

/** Lets the page believe that its user was away for so long. */
export async function passSecondsOnPage(page: Page, seconds: number) {
  await page.evaluate((aheadMs) => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + aheadMs;
  }, seconds * 1_000);
}

/**
 * Quits the application. Kills it, and says so, when it does not end: so it is when a test fails
 * during a kiosk, which refuses to quit.
 */
export async function end(app: ElectronApplication): Promise<void> {
  const isEnded = await Promise.race([
    app.close().then(() => true),
    delay(END_MS, false, { ref: false }),
  ]);
  if (isEnded) return;
  await kill(app);
  throw new Error(`The application had not ended after ${END_MS / 1_000} s.`);
}
