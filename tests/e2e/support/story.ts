import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright/test';
import { test } from './vault';

/** Where `npm run demo` wants what a story leaves. */
const demoFolder = process.env.CHATVAULT_DEMO_OUT;

/** Whether a story is told for the demo, which has the minutes that a long one takes. */
export const isDemo = demoFolder !== undefined;

/**
 * Tells a story step by step, with a picture of each in the folder of the demo or, in a test, in its own.
 * The names of the pictures begin with the prefix, which numbers them apart from those of others.
 */
export async function storyIn(folder: string, page: Page, prefix = '') {
  const out = await placeOf(folder);
  const steps: { step: string; screenshot: string }[] = [];
  /** A picture of the window as it is now. */
  const keep = async (name: string, window: Page) => {
    const number = String(steps.length + 1).padStart(2, '0');
    const screenshot = `${prefix}${number}-${name.replaceAll(' ', '-')}.png`;
    await window.screenshot({ path: join(out, screenshot), animations: 'disabled' });
    steps.push({ step: name, screenshot });
  };
  /** `window` is where the step ends. */
  const step = async (name: string, play: () => Promise<void>, window = page) => {
    await test.step(name, play);
    await keep(name, window);
  };
  const write = (story: object) =>
    writeFile(join(out, 'story.json'), `${JSON.stringify({ steps, ...story }, null, 2)}\n`);
  return { out, step, steps, keep, write };
}

/** Where a story leaves its pictures and its words. */
export async function placeOf(folder: string): Promise<string> {
  const out = demoFolder ? resolve(demoFolder) : folder;
  await mkdir(out, { recursive: true });
  return out;
}
