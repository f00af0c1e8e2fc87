import type { Locator, Page } from 'playwright/test';
import { CHAT_WORDS } from './brand';
import { completed } from './brand-notice';
import { openScreen } from './pages';
import { expect } from './vault';

/* What somebody does in the builder and around it who sets up a chat for a brand. */

export async function openArea(page: Page, name: 'Flow' | 'Design' | 'Languages'): Promise<void> {
  const areas = page.getByRole('radiogroup', { name: 'Parts of the experience' });
  await areas.getByText(name, { exact: true }).click();
}

export interface PictureFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Gives a picture to the field of that name, by its button and the dialog of the system. */
export async function choosePicture(within: Page | Locator, label: string, file: PictureFile) {
  const page = 'page' in within ? within.page() : within;
  const field = within
    .locator('.mantine-InputWrapper-root')
    .filter({ has: page.getByText(label, { exact: true }) })
    .filter({ has: page.locator('input[type=file]') });
  await field.locator('input[type=file]').setInputFiles(file);
}

/** A heading, and a text with emphasis, by the toolbar. */
export async function writeWelcome(page: Page): Promise<void> {
  const field = page.locator('[data-module]').getByRole('textbox', { name: 'Text', exact: true });
  const bar = field.locator('xpath=ancestor::*[@data-rich]').getByRole('toolbar');
  await field.click();
  await page.keyboard.type(CHAT_WORDS.heading[0]);
  await bar.getByRole('button', { name: 'Heading', exact: true }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(CHAT_WORDS.welcomeStart[0]);
  await bar.getByRole('button', { name: 'Bold', exact: true }).click();
  await page.keyboard.type(CHAT_WORDS.welcomeStrong[0]);
  await expect(field.getByRole('heading')).toHaveText(CHAT_WORDS.heading[0]);
  await expect(field.locator('strong')).toHaveText(CHAT_WORDS.welcomeStrong[0]);
}

/** Thanks by name: the picker finds the variable. */
export async function writeGoodbye(page: Page): Promise<void> {
  const field = page.locator('[data-module]').getByRole('textbox', { name: 'Last words' });
  const bar = field.locator('xpath=ancestor::*[@data-rich]').getByRole('toolbar');
  await field.fill('');
  await field.click();
  await page.keyboard.type(CHAT_WORDS.goodbyeStart[0]);
  await bar.getByRole('button', { name: 'Insert variable' }).click();
  await page.getByRole('combobox', { name: 'Search variables' }).fill('firstname');
  await page.keyboard.press('Enter');
  await expect(field.getByRole('button', { name: 'Variable firstname, change' })).toBeVisible();
  await page.keyboard.type(CHAT_WORDS.goodbyeEnd[0]);
}

interface Words {
  readonly title: readonly [english: string, german: string];
  readonly text: readonly [english: string, german: string];
}

/** Makes a legal text beside the select that will refer to it, and goes on to its editor. */
export async function makeLegalText(page: Page, select: Locator, name: string): Promise<void> {
  const field = select.locator('xpath=ancestor::*[.//button[contains(., "New…")]][1]');
  await field.getByRole('button', { name: 'New…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New legal text' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(select).toHaveValue(`${name} (not published)`);
  await field.getByRole('button', { name: 'Open', exact: true }).click();
}

/** Writes the text that is open, in both languages. */
export async function writeLegalText(page: Page, { title, text }: Words): Promise<void> {
  for (const at of [0, 1] as const) {
    if (at === 1) {
      await page.getByRole('combobox', { name: 'Add a language' }).fill('German');
      await page.getByRole('option', { name: 'German', exact: true }).click();
      await expect(page.getByRole('textbox', { name: 'Title' })).toHaveAttribute('lang', 'de');
    }
    await page.getByRole('textbox', { name: 'Title' }).fill(title[at]);
    await page.getByRole('textbox', { name: 'Text' }).fill(text[at]);
  }
}

/** Fills in what the generator of the privacy notice does not know, in both languages. */
export async function completeNotice(page: Page): Promise<void> {
  for (const [name, language] of [
    ['English', 'en'],
    ['German', 'de'],
  ] as const) {
    await page.getByText(name, { exact: true }).click();
    const text = page.getByRole('textbox', { name: 'Text' });
    await text.fill(completed(await text.inputValue(), language));
  }
  await expect(page.getByText(/still to be filled in/)).toBeHidden();
}

export async function publishLegalText(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish version 1' });
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Same as version 1')).toBeVisible();
}

export async function backToTheFlow(page: Page): Promise<void> {
  await openScreen(page, 'Experiences');
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
}

export async function openChatSettings(page: Page): Promise<Locator> {
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Chat settings…' }).click();
  return page.getByRole('dialog', { name: 'Chat settings' });
}

/** Writes a translation of every text for which the application has no words of its own. */
export async function translateAll(page: Page, words: ReadonlyMap<string, string>): Promise<void> {
  const table = page.getByRole('region', { name: 'Languages' });
  const filter = table.getByRole('combobox', { name: 'Which texts' });
  await filter.selectOption('missing');
  const missing = table
    .getByRole('listitem')
    .filter({ has: page.getByText('Missing', { exact: true }) });
  for (let left = await missing.count(); left > 0; left = await missing.count()) {
    const field = missing.first().getByRole('textbox');
    const label = page.locator(`[id="${await field.getAttribute('aria-labelledby')}"]`);
    const text = (await label.textContent())?.trim() ?? '';
    const translation = words.get(text);
    if (translation === undefined) throw new Error(`There is no German for: ${text}`);
    await page.locator(`[aria-labelledby="${await label.getAttribute('id')}"]`).fill(translation);
  }
  await filter.selectOption('all');
}

/** Publishes the experience as the button of the builder does. */
export async function publishExperience(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish…', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
}
