import type { ElectronApplication, Page } from 'playwright/test';
import { test } from 'playwright/test';
import type { Language } from '../../../preload/contract';
import { speak, violationsOf } from './axe';
import { layoutFaults } from './layout-faults';
import { openScreen } from './pages';
import { isDemo, storyIn } from './story';
import { expect } from './vault';

/** How somebody has set up the application and its window. */
export interface Look {
  readonly name: string;
  readonly language: Language;
  readonly colorScheme: 'Light' | 'Dark';
  readonly window: { width: number; height: number };
}

export const LOOKS: readonly Look[] = [
  {
    name: 'de-dark-1280x720',
    language: 'de',
    colorScheme: 'Dark',
    window: { width: 1280, height: 720 },
  },
  {
    name: 'en-light-1440x900',
    language: 'en',
    colorScheme: 'Light',
    window: { width: 1440, height: 900 },
  },
  {
    name: 'de-light-960x640',
    language: 'de',
    colorScheme: 'Light',
    window: { width: 960, height: 640 },
  },
];

/** Where the tour goes, and what it needs to get there. */
export interface Here {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
}

/**
 * A screen or a dialog: the name of its picture, and how it is reached from the stop before, in the words of
 * the English pages. What is open over the screens afterwards is closed by Escape.
 */
export type Stop = readonly [name: string, open: (here: Here) => Promise<unknown>];

export interface Seen {
  readonly look: string;
  readonly step: string;
  readonly screenshot: string;
  readonly faults: readonly string[];
}

/** For how long a stop may look for what it clicks: a tour that misses one goes on with the next. */
const PATIENCE_MS = 5_000;
const USUAL_MS = 30_000;

/**
 * Visits the stops in a look, with a picture of each, and adds what is wrong with it to what was seen. The stops are reached in
 * English; before each picture, the look's language is chosen as a user would.
 */
export async function visit(
  here: Here,
  look: Look,
  stops: readonly Stop[],
  seen: Seen[],
): Promise<void> {
  const { page, folder } = here;
  await page.setViewportSize(look.window);
  const { steps, keep } = await storyIn(folder, page, `${look.name}-`);
  for (const [name, open] of stops) {
    await test.step(`${look.name}: ${name}`, async () => {
      const faults = await reached(open, here);
      await speak(page, look.language);
      await settled(page);
      await keep(name, page);
      faults.push(...(await layoutFaults(page)));
      if (isDemo) faults.push(...(await violationsOf(page, await lookedAt(page))));
      await speak(page, 'en');
      await closeDialogs(page);
      seen.push({
        look: look.name,
        step: name,
        screenshot: steps.at(-1)?.screenshot ?? '',
        faults,
      });
    });
  }
}

/** What lies half under an open popover is not meant to be worked, and is looked at without it. */
async function lookedAt(page: Page): Promise<string> {
  const popover = '[role=dialog]:not([aria-modal])';
  return (await page.locator(popover).filter({ visible: true }).count()) > 0 ? popover : 'html';
}

/** A tour tells of all that it misses, instead of ending with the first. */
async function reached(open: Stop[1], here: Here): Promise<string[]> {
  here.page.setDefaultTimeout(PATIENCE_MS);
  try {
    await open(here);
    return [];
  } catch (error) {
    return [`not reached: ${String(error).split('\n').slice(0, 3).join(' ')}`];
  } finally {
    here.page.setDefaultTimeout(USUAL_MS);
  }
}

/** Colors and sizes that change have changed, and pictures of what is loading are gone. */
async function settled(page: Page): Promise<void> {
  // Onto nothing: what is pointed at has its keys or its name told above its neighbours.
  const { width, height } = page.viewportSize() ?? { width: 1, height: 1 };
  await page.mouse.move(width - 1, height - 1);
  await page
    .locator('.mantine-Skeleton-root')
    .first()
    .waitFor({ state: 'hidden' })
    .catch(() => undefined);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/** By Escape and, where a slip must not close it, by the button of its heading. */
async function closeDialogs(page: Page): Promise<void> {
  const open = page.locator('[role=dialog], [role=menu], [role=listbox]').filter({ visible: true });
  const close = page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true });
  for (let tries = 0; tries < 4 && (await open.count()) > 0; tries++) {
    if (tries > 1 && (await close.count()) > 0) await close.first().click();
    else await page.keyboard.press('Escape');
    await page.waitForTimeout(250);
  }
}

/** By the switch of the settings. */
export async function chooseColorScheme(page: Page, { colorScheme }: Look): Promise<void> {
  await openScreen(page, 'Storage & settings');
  await page
    .getByRole('radiogroup', { name: 'Appearance' })
    .getByRole('radio', { name: colorScheme, exact: true })
    .dispatchEvent('click');
  await expectScheme(page, colorScheme);
}

/** By the menu of the pages before a workspace is open. */
export async function chooseColorSchemeBefore(page: Page, { colorScheme }: Look): Promise<void> {
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('menuitemradio', { name: colorScheme, exact: true }).click();
  await expectScheme(page, colorScheme);
}

async function expectScheme(page: Page, scheme: Look['colorScheme']): Promise<void> {
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-mantine-color-scheme', scheme.toLowerCase());
}
