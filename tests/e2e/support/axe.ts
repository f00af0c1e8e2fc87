import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import type { Frame, Page } from 'playwright/test';
import type { Language } from '../../../preload/contract';
import { get } from './channels';
import { expect } from './vault';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// The builder would have every frame read all of axe anew for each look, which takes as long as looking.
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const AXE = readFileSync(fromBuilder.resolve('axe-core/axe.min.js'), 'utf8');
const ALREADY_THERE = '0';

/** Colors do not depend on the language, nor names on the colors: two looks show all there is. */
const LOOKS = [
  { language: 'de', colorScheme: 'dark' },
  { language: 'en', colorScheme: 'light' },
] as const;

/** Expects no violation of WCAG 2.2 AA on what is shown, in both languages, light and dark. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const found: string[] = [];
  for (const { language, colorScheme } of LOOKS) {
    await speak(page, language);
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    for (const violation of await violationsOf(page)) {
      found.push(`${screen}, ${language}, ${colorScheme}: ${violation}`);
    }
  }
  expect.soft(found).toEqual([]);
}

/** Of what is shown, as it is shown; of a part of it where a selector says so. */
export async function violationsOf(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(async () => {
    // Transitions begin with the frame after the change, and a color half-way is no color of ours.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSTransition) animation.finish();
    }
  });
  await Promise.all(page.frames().map(injectAxe));
  // The newer way of axe opens a blank page beside ours, which Electron does not do.
  const results = await new AxeBuilder({ page, axeSource: ALREADY_THERE })
    // Telling all that is right would take longer than finding what is wrong.
    .options({ resultTypes: ['violations'] })
    .include(within)
    .withTags(TAGS)
    .setLegacyMode()
    .analyze();
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  );
}

async function injectAxe(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
}

/** As if another window had switched it: the switch of this one may lie under a dialog. */
export async function speak(page: Page, language: Language): Promise<void> {
  await get(page, 'preferences.set', { language });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
