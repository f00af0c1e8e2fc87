import type { ElectronApplication, Page } from 'playwright/test';
import { get, onlyExperience } from './channels';
import { PASSPHRASE, preview, saved } from './pages';
import type { Vault } from './vault';

/* A kiosk as staff start and leave it. */

export async function nextWindow(
  app: ElectronApplication,
  open: () => Promise<void>,
): Promise<Page> {
  const opened = app.waitForEvent('window');
  await open();
  const page = await opened;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page;
}

export async function publish(page: Page): Promise<void> {
  await saved(page);
  const { id: experienceId, revision } = await onlyExperience(page);
  await get(page, 'versions.publish', { experienceId, revision, name: '', note: '' });
}

/** `choose` may change what the dialog offers. */
export function startKiosk(
  { app, page }: Pick<Vault, 'app' | 'page'>,
  choose: (page: Page) => Promise<void> = async () => undefined,
): Promise<Page> {
  return nextWindow(app, async () => {
    await preview(page).getByRole('button', { name: 'Start a kiosk…' }).click();
    await choose(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();
  });
}

/** As staff are told: five taps in the upper left corner. */
export async function openLeave(kiosk: Page): Promise<void> {
  for (let taps = 0; taps < 5; taps++) await kiosk.mouse.click(24, 24);
  await kiosk.getByRole('dialog', { name: 'Leave the kiosk?' }).waitFor();
}

/** Opens the dialog, and tries a passphrase. */
export async function tryToLeave(kiosk: Page, passphrase: string): Promise<void> {
  await openLeave(kiosk);
  await kiosk.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await kiosk.getByRole('button', { name: 'Leave', exact: true }).click();
}

/** Returns the window of staff, which comes instead. */
export function leaveKiosk(app: ElectronApplication, kiosk: Page): Promise<Page> {
  return nextWindow(app, () => tryToLeave(kiosk, PASSPHRASE));
}
