import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from 'playwright/test';

const APP = resolve(import.meta.dirname, '../../..');

export interface Vault {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Where this instance keeps its workspace and its preferences. */
  readonly userData: string;
}

/** Starts the built application as a user would, on its own data folder. */
export async function startVault(userData: string): Promise<Vault> {
  const flags: string[] = JSON.parse(process.env.CHATVAULT_ELECTRON_FLAGS ?? '[]');
  const app = await _electron.launch({
    executablePath: process.env.CHATVAULT_ELECTRON ?? '',
    args: [APP, ...flags, `--user-data-dir=${userData}`, '--lang=en-US'],
  });
  const page = await app.firstWindow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return { app, page, userData };
}

interface Fixtures {
  /** A folder of its own for the test's files, removed afterwards. */
  folder: string;
  vault: Vault;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from it.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'chatvault-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  vault: async ({ folder }, use) => {
    const vault = await startVault(join(folder, 'user-data'));
    await use(vault);
    await vault.app.close();
  },
});

export { expect } from 'playwright/test';
