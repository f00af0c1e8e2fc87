import { expect, type Page } from 'playwright/test';
import { openScreen } from './pages';

/* What an admin does on the Users screen, in the words of the English pages. */

export async function addUser(page: Page, name: string, role: string, passphrase: string) {
  await openScreen(page, 'Users');
  await page.getByRole('button', { name: 'Add user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('radio', { name: role }).check();
  await dialog.getByLabel('First passphrase').fill(passphrase);
  await dialog.getByLabel('Repeat the passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(dialog).toBeHidden();
}

export async function actOn(page: Page, name: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

export async function unlockAs(page: Page, name: string, passphrase: string) {
  await page.getByLabel('User', { exact: true }).selectOption({ label: name });
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
}

/** Unlocks with a first passphrase and sets an own one, before which nothing else works. */
export async function unlockFirstTime(page: Page, name: string, first: string, own: string) {
  await page.getByLabel('User', { exact: true }).selectOption({ label: name });
  await page.getByLabel('Passphrase', { exact: true }).fill(first);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Set your own passphrase' })).toBeVisible();
  await page.getByLabel('Present passphrase').fill(first);
  await page.getByLabel('New passphrase').fill(own);
  await page.getByLabel('Repeat the passphrase').fill(own);
  await page.getByRole('button', { name: 'Set passphrase' }).click();
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
}

/** Fills the dialog in which users replace their passphrase. */
export async function changePassphrase(page: Page, current: string, next: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Present passphrase').fill(current);
  await dialog.getByLabel('New passphrase').fill(next);
  await dialog.getByLabel('Repeat the passphrase').fill(next);
  await dialog.getByRole('button', { name: 'Change passphrase' }).click();
}

/** Calls main as a compromised page would; answers with the code of the refusal, or with null. */
export async function refusalOf(page: Page, channel: string, input?: unknown) {
  return page.evaluate(
    async ([name, value]) => {
      const { chatvault } = window as unknown as {
        chatvault: {
          call(channel: unknown, input: unknown): Promise<{ error?: { code: string } }>;
        };
      };
      return (await chatvault.call(name, value)).error?.code ?? null;
    },
    [channel, input],
  );
}
