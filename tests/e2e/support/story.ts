import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright/test';
import { test } from './vault';

/** Where `npm run demo` wants what a story leaves. */
const demoFolder = process.env.CHATVAULT_DEMO_OUT;

/** Tells a story step by step, with a picture of each in the folder of the demo or, in a test, in its own. */
export async function storyIn(folder: string, page: Page) {
  const out = demoFolder ? resolve(demoFolder) : folder;
  await mkdir(out, { recursive: true });
  const steps: { step: string; screenshot: string }[] = [];
  const step = async (name: string, play: () => Promise<void>) => {
    await test.step(name, play);
    const screenshot = `${String(steps.length + 1).padStart(2, '0')}-${name.replaceAll(' ', '-')}.png`;
    await page.screenshot({ path: join(out, screenshot), animations: 'disabled' });
    steps.push({ step: name, screenshot });
  };
  return { out, step, steps };
}
