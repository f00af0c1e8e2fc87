import type { Locator, Page } from 'playwright/test';
import { Appearance } from '../../preload/contract';
import { node } from '../support/graphs';
import { speak, violationsOf } from './support/axe';
import { get, onlyExperience } from './support/channels';
import { importModules } from './support/import-modules';
import { openArea, openScreen, preview, restart, saved } from './support/pages';
import { expect, test } from './support/vault';

const THEMES = [
  'Clear',
  'Easy to read',
  'Paper',
  'Midnight',
  'Meadow',
  'Coral',
  'Harbour',
  'Gallery',
] as const;
const PREVIEW = 'aside[aria-label=Preview]';

const design = (page: Page): Locator => page.getByRole('region', { name: 'Design', exact: true });
const chatOf = (page: Page): Locator => page.locator(`${PREVIEW} [data-chat-scheme]`);

const openDesign = (page: Page): Promise<void> => openArea(page, 'Design');

const theme = (page: Page, name: string): Locator =>
  design(page).getByRole('button', { name, exact: true });

const styleOf = (locator: Locator, property: string): Promise<string> =>
  locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test.describe('an author', () => {
  test.use({ contents: 'raffle' });

  test('dresses a chat while it plays, mends what cannot be read and sees the change in the history', async ({
    vault: { page },
  }) => {
    const chat = preview(page);
    const bubble = chat.locator('[data-side=own]');
    await restart(page);
    await chat.getByRole('button', { name: 'Red pill' }).click();
    await openDesign(page);
    await expect(design(page)).toContainText('looks as the workspace does');

    await test.step('a theme and a brand show at once, in the chat that plays', async () => {
      await theme(page, 'Harbour').click();
      await expect(theme(page, 'Harbour')).toHaveAttribute('aria-pressed', 'true');
      expect(await styleOf(bubble, 'background-color')).toBe('rgb(29, 63, 114)');
      expect(await styleOf(chatOf(page), 'font-family')).toContain('Source Sans 3');
      // Letter by letter: the space after a word is not the end of the name.
      await design(page).getByLabel('Name', { exact: true }).pressSequentially('Fruit & Sons');
      await design(page).getByLabel('Imprint line').pressSequentially('Fruit & Sons Ltd, Hamburg');
      await expect(chat.getByText('Fruit & Sons', { exact: true })).toBeVisible();
      await expect(chat.getByText('Fruit & Sons Ltd, Hamburg')).toBeVisible();
      await expect(bubble).toBeVisible();
      await expect(chat.getByText('The flow has changed')).toHaveCount(0);
    });

    await test.step('a brand color that cannot be read on is read on all the same', async () => {
      await theme(page, 'Clear').click();
      await design(page).getByLabel('Brand color').fill('#ffd43b');
      expect(await styleOf(bubble, 'background-color')).toBe('rgb(255, 212, 59)');
      await expect(design(page).getByText('Everything can be read (WCAG AA).')).toBeVisible();
      expect(await violationsOf(page, PREVIEW)).toEqual([]);
    });

    await test.step('a text that is set badly is told and repaired by one click', async () => {
      await design(page).getByRole('button', { name: 'Set single colors' }).click();
      const text = design(page).getByLabel('Text in bubbles of participants');
      await text.fill('#ffffff');
      await expect(design(page).getByText('1 text can hardly be read.')).toBeVisible();
      await expect(design(page).getByText(/^1\.4:1 – too low/)).toBeVisible();
      await saved(page);
      await page.getByRole('button', { name: '1 problem' }).click();
      await expect(
        page.getByText(/In the Light look, “Text in bubbles of participants”/),
      ).toBeVisible();
      await openDesign(page);
      await design(page).getByRole('button', { name: 'Repair the contrast' }).click();
      await expect(design(page).getByText('Everything can be read (WCAG AA).')).toBeVisible();
      expect(await styleOf(bubble, 'color')).not.toBe('rgb(255, 255, 255)');
      expect(await violationsOf(page, PREVIEW)).toEqual([]);
      await saved(page);
      await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
    });

    await test.step('what is typed half is not taken, and each step can be undone', async () => {
      const brand = design(page).getByLabel('Brand color');
      await brand.fill('#12');
      await expect(design(page).getByText(/A color is written as #/)).toBeVisible();
      expect(await styleOf(bubble, 'background-color')).toBe('rgb(255, 212, 59)');
      await brand.fill('#b3245a');
      expect(await styleOf(bubble, 'background-color')).toBe('rgb(179, 36, 90)');
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await styleOf(bubble, 'background-color')).toBe('rgb(255, 212, 59)');
      await page.getByRole('button', { name: 'Redo' }).click();
      await expect(brand).toHaveValue('#b3245a');
    });

    await test.step('the history says what is another now', async () => {
      await saved(page);
      await publish(page);
      await theme(page, 'Gallery').click();
      await saved(page);
      await page.getByRole('button', { name: 'Version history' }).click();
      const changes = page.getByRole('dialog').getByRole('region', { name: 'Changes' });
      await expect(changes.getByRole('row', { name: 'Theme Clear Gallery' })).toBeVisible();
      await expect(changes.getByRole('row', { name: 'Brand color #b3245a #111111' })).toBeVisible();
      await expect(changes.getByRole('row', { name: 'Font Inter Space Grotesk' })).toBeVisible();
      await expect(changes.getByRole('row', { name: 'Bubbles Round Square' })).toBeVisible();
      await page.keyboard.press('Escape');
    });
  });

  test('makes a look the workspace’s, which other experiences then have', async ({
    vault: { page },
  }) => {
    await openDesign(page);
    await theme(page, 'Coral').click();
    // Before anything is played, a sample wears it.
    const sample = page.locator(`${PREVIEW} [data-side=own]`);
    expect(await styleOf(sample, 'background-color')).toBe('rgb(255, 185, 163)');
    await design(page).getByRole('button', { name: 'Use as the workspace’s default' }).click();
    await expect(
      page.getByText('Experiences without a look of their own look like this now.'),
    ).toBeVisible();
    expect(await get(page, 'appearance.default')).toMatchObject({ theme: 'coral' });
    await theme(page, 'Gallery').click();
    await design(page).getByRole('button', { name: 'As in the workspace' }).click();
    await expect(theme(page, 'Coral')).toHaveAttribute('aria-pressed', 'true');
    await expect(design(page)).toContainText('looks as the workspace does');
    await saved(page);
    expect((await onlyExperience(page)).draft.settings?.appearance).toBeUndefined();
    await openScreen(page, 'Audit log');
    await expect(
      page.getByText(/Changed how chats of the workspace look: theme coral/),
    ).toBeVisible();
  });
});

async function publish(page: Page) {
  const { id, revision } = await onlyExperience(page);
  await get(page, 'versions.publish', { experienceId: id, revision, name: '', note: '' });
}

const entry = (id: string, label: string) => ({ id, label });

/** Prompts with every kind of part: buttons, a scale, cards, ticks, fields, terms. */
const MODULES = [
  node('who', 'choice', { options: [entry('a', 'My shop')], variable: 'who' }),
  node('rate', 'rating', { followHigh: '', followLow: '' }),
  node('ask', 'questionnaire', {
    questions: [
      {
        id: 'reasons',
        text: 'What do you like?',
        kind: 'multiple',
        options: [entry('apples', 'Apples'), entry('pears', 'Pears')],
        rows: [],
        minChoices: 1,
      },
    ],
  }),
  node('email', 'email', { terms: 'I accept the terms.' }),
];

test.describe('every theme', () => {
  test.use({ contents: 'sample' });

  test('is accessible in light and dark, whatever is asked', async ({
    vault: { app, page },
    folder,
  }) => {
    test.slow();
    await importModules({ app, page, folder }, 'Look', MODULES, ([first, ...others]) => [
      { from: 'who', branch: 'a', to: first?.to ?? '' },
      ...others,
    ]);
    const chat = preview(page);
    await restart(page);
    await openDesign(page);
    await design(page).getByLabel('Name', { exact: true }).fill('Fruit & Sons');
    await design(page).getByLabel('Imprint line').fill('Fruit & Sons Ltd, Hamburg');
    const answers = [
      () => chat.getByRole('button', { name: 'My shop' }).click(),
      () => chat.getByRole('button', { name: '9 of 10' }).click(),
      () => chat.getByLabel('Pears').check(),
    ];
    for (const [index, answer] of answers.entries()) {
      for (const name of THEMES) {
        await theme(page, name).click();
        for (const scheme of ['Light', 'Dark'] as const) {
          await design(page).getByRole('radio', { name: scheme }).first().dispatchEvent('click');
          await expect(chatOf(page)).toHaveAttribute('data-chat-scheme', scheme.toLowerCase());
          const found = await violationsOf(page, `${PREVIEW} [data-chat-scheme]`);
          expect.soft(found, `${name}, ${scheme}, question ${index + 1}`).toEqual([]);
        }
      }
      await answer();
    }
    expect.soft(await violationsOf(page, 'section[aria-label=Design]'), 'the design').toEqual([]);
  });
});

test.describe('in the smallest window', () => {
  test.use({ contents: 'raffle' });

  test('the name of what is worked on can be read, and pictures of chats and kiosks do not scroll', async ({
    vault: { page },
  }) => {
    await page.setViewportSize({ width: 960, height: 640 });
    await speak(page, 'de');
    const isWhole = (text: Locator) =>
      text.evaluate((element) => element.scrollWidth <= element.clientWidth);
    const name = page.getByRole('heading', { level: 1 }).getByText('Hello World');
    await expect.poll(() => name.evaluate((element) => element.clientWidth)).toBeGreaterThan(80);
    expect(await isWhole(page.locator('header').filter({ has: name }))).toBe(true);

    await page
      .getByRole('radiogroup', { name: 'Teile des Erlebnisses' })
      .getByText('Gestaltung', { exact: true })
      .dispatchEvent('click');
    const design = page.getByRole('region', { name: 'Gestaltung', exact: true });
    // Of each theme, and of a kiosk's start and end.
    await expect(design.locator('[inert]')).toHaveCount(THEMES.length + 2);
    const withBars = await design.locator('[inert] *').evaluateAll(
      (parts: HTMLElement[]) =>
        parts.filter((part) => {
          const { borderLeftWidth, borderRightWidth } = getComputedStyle(part);
          const borders = Number.parseFloat(borderLeftWidth) + Number.parseFloat(borderRightWidth);
          return part.offsetWidth - part.clientWidth - borders > 1 && part.clientWidth > 0;
        }).length,
    );
    expect(withBars).toBe(0);
  });
});

test.describe('a font that is not there any more', () => {
  // The page complains of a file that main does not have.
  test.use({ contents: 'raffle', provokesComplaints: true });

  test('is told to the author, and another one stands in for it', async ({ vault: { page } }) => {
    const { id, draft, revision } = await onlyExperience(page);
    const font = { kind: 'uploaded' as const, name: 'Lost', file: `asset:${'0'.repeat(64)}` };
    const settings = { allowsBack: true, appearance: Appearance.parse({ font }) };
    await get(page, 'experiences.saveDraft', { id, revision, draft: { ...draft, settings } });
    await page.reload();
    await restart(page);
    await openDesign(page);
    await expect(design(page).getByText(/^The font cannot be loaded/)).toBeVisible();
    expect(await styleOf(chatOf(page), 'font-family')).toContain('Inter Variable');
  });
});
