import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from 'playwright/test';
import { displayEnvironment } from '../../../scripts/display.mjs';
import { get } from './channels';
import { end } from './desktop';
import { PASSPHRASE } from './pages';
import { makeTemplate, type TemplateContents } from './templates';

const APP = resolve(import.meta.dirname, '../../..');
const FLAGS: string[] = JSON.parse(process.env.CHATVAULT_ELECTRON_FLAGS ?? '[]');

export interface Vault {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Where this instance keeps its workspace and its preferences. */
  readonly userData: string;
  /** What the pages complained about: errors in the console and refused by the page's policy. */
  readonly complaints: string[];
}

/** What is in the user data when the application starts; anything but `nothing` is unlocked. */
export type Contents = 'nothing' | TemplateContents;

/** How the built application is started on a data folder of its own. */
export function commandLine(userData: string): { executablePath: string; args: string[] } {
  return {
    executablePath: process.env.CHATVAULT_ELECTRON ?? '',
    args: [APP, ...FLAGS, `--user-data-dir=${userData}`, '--lang=en-US'],
  };
}

/** Starts the built application as a user would. */
export async function startVault(userData: string): Promise<Vault> {
  const app = await _electron.launch(commandLine(userData));
  await stayPresent(app);
  const complaints: string[] = [];
  app.context().on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  app.context().on('weberror', (error) => complaints.push(String(error.error())));
  const page = await app.firstWindow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return { app, page, userData, complaints };
}

/** Nobody touches the display that tests run on: after ten minutes, workspaces would lock themselves. */
function stayPresent(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0;
  });
}

interface Options {
  contents: Contents;
  /** Whether the test provokes what pages complain about. */
  provokesComplaints: boolean;
}

interface Fixtures {
  /** A folder of its own for the test's files, removed afterwards. */
  folder: string;
  /** Starts another instance, or the same one again, and ends it with the test. */
  start: (userData: string) => Promise<Vault>;
  vault: Vault;
}

interface WorkerFixtures {
  /** Where the windows of a worker's tests appear. */
  display: undefined;
  /** A finished workspace's folder to copy. */
  template: (contents: TemplateContents) => Promise<string>;
}

export const test = base.extend<Fixtures & Options, WorkerFixtures>({
  contents: ['nothing', { option: true }],
  provokesComplaints: [false, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from it.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'chatvault-e2e-'));
    await use(folder);
    await removeFolder(folder);
  },

  start: async ({ provokesComplaints }, use) => {
    const started: Vault[] = [];
    await use(async (userData) => {
      const vault = await startVault(userData);
      started.push(vault);
      return vault;
    });
    for (const { app } of started) await end(app);
    const complaints = started.flatMap((vault) => vault.complaints);
    if (!provokesComplaints && complaints.length > 0) throw new Error(complaints.join('\n'));
  },

  vault: async ({ folder, start, contents, template }, use) => {
    const userData = join(folder, 'user-data');
    if (contents !== 'nothing') await furnish(userData, await template(contents));
    const vault = await start(userData);
    if (contents !== 'nothing') await enter(vault.page);
    await use(vault);
  },

  display: [
    // A display has one pointer: where two workers share it, windows of one that come and go below
    // it send moves to those of the other, in the middle of a stroke that its test draws.
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from it.
    async ({}, use) => {
      Object.assign(process.env, await displayEnvironment());
      await use(undefined);
    },
    { scope: 'worker', auto: true },
  ],

  template: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from it.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'chatvault-template-'));
      const made = new Map<string, Promise<string>>();
      await use((contents) => {
        const path = join(folder, contents);
        const template = made.get(contents) ?? makeTemplate(path, contents).then(() => path);
        made.set(contents, template);
        return template;
      });
      await removeFolder(folder);
    },
    { scope: 'worker' },
  ],
});

/** A process that was killed may have written a last file while its folder is emptied: again, then. */
function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10 });
}

/** Puts a copy of a template's workspace into the user data of an instance not started yet. */
export async function furnish(userData: string, template: string): Promise<void> {
  await mkdir(userData, { recursive: true });
  await cp(template, workspaceOf(userData), { recursive: true });
}

export const workspaceOf = (userData: string): string => join(userData, 'workspace');

/**
 * Unlocks behind the screens, up to the canvas: what a user does there is for the tests of unlocking.
 */
export async function enter(page: Page): Promise<void> {
  // From then on the page hears what happens to the workspace.
  await shown(page, 'input[type=password]');
  const status = await get(page, 'workspace.status');
  if (status.state !== 'locked') throw new Error(`The workspace is ${status.state}, not locked.`);
  const userId = status.users[0]?.id ?? '';
  await get(page, 'workspace.unlock', { userId, passphrase: PASSPHRASE });
  await shown(page, '.react-flow__node');
}

/** Looks with each frame; Playwright's own waiting looks twice a second after the first moments. */
function shown(page: Page, selector: string): Promise<void> {
  return page.evaluate(async (wanted) => {
    while (!document.querySelector(wanted)) await new Promise(requestAnimationFrame);
  }, selector);
}

export { expect } from 'playwright/test';
