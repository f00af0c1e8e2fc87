import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { chain, node } from '../support/graphs';
import { violationsOf } from './support/axe';
import { get } from './support/channels';
import { answerOpenDialog } from './support/desktop';
import { moduleNode, openTable, preview, restart, saved } from './support/pages';
import { expect, test, type Vault } from './support/vault';

const CASE = resolve(import.meta.dirname, '../fixtures/cases/experience-renamed-label.json');
const PREVIEW = 'aside[aria-label=Preview]';
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';

const entry = (id: string, label: string) => ({ id, label });
const colours = [entry('r', 'Red; dark'), entry('b', 'Blue'), entry('g', 'Green')];
const pictures = colours.map((option) => ({ ...option, image: PICTURE, imageText: 'A field' }));

const QUESTIONS = [
  { id: 'q1', text: 'One?', kind: 'single', options: colours, otherLabel: 'Other' },
  { id: 'q2', text: 'Open?', kind: 'dropdown', options: colours, otherLabel: 'Other' },
  {
    id: 'q3',
    text: 'Some?',
    kind: 'multiple',
    options: colours,
    otherLabel: 'Other',
    noneLabel: 'None of these',
  },
  { id: 'q4', text: 'Or none?', kind: 'multiple', options: colours, noneLabel: 'None of these' },
  { id: 'q5', text: 'Picture?', kind: 'pictures', pictures },
  { id: 'q6', text: 'Pictures?', kind: 'pictures', pictures, severalPictures: true },
  { id: 'q7', text: 'How far?', kind: 'slider', sliderTo: 10, unit: 'km' },
  { id: 'q8', text: 'In order?', kind: 'ranking', options: colours, top: 2 },
];

const reply = (chat: Locator, name: string) => chat.getByRole('button', { name, exact: true });

test.use({ contents: 'sample' });

test('an option keeps its branch and its rows when it is renamed', async ({ vault, folder }) => {
  const { page } = vault;
  const file = join(folder, 'colours.json');
  await writeFile(file, await spreadOut());
  await importFile(vault, file);
  const [red = ''] = await optionIds(page, 'Colours', ['Red']);
  const chat = preview(page);

  await test.step('the rule shows the label of the option, and follows a new one at once', async () => {
    await moduleNode(page, 'Condition').click();
    const option = page.getByRole('combobox', { name: 'Option' });
    await expect(option).toHaveValue('Red');
    await moduleNode(page, 'Choice').click();
    await page.getByRole('textbox', { name: 'Label' }).first().fill('Crimson');
    await moduleNode(page, 'Condition').click();
    await expect(option).toHaveValue('Crimson');
    expect(await violationsOf(page, 'aside')).toEqual([]);
    await saved(page);
  });

  await test.step('the chat takes the branch', async () => {
    await restart(page);
    await reply(chat, 'Crimson').click();
    await expect(chat.getByText('You took red')).toBeVisible();
  });

  await test.step('another option can be chosen for the rule by keyboard', async () => {
    await page.getByRole('combobox', { name: 'Option' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Option' })).toHaveValue('Blue');
    await saved(page);
    await chat.getByRole('button', { name: 'Restart' }).first().click();
    await reply(chat, 'Blue').click();
    await expect(chat.getByText('You took red')).toBeVisible();
  });

  await test.step('a label twice, and an option that is gone, are problems', async () => {
    await moduleNode(page, 'Choice').click();
    await page.getByRole('textbox', { name: 'Label' }).first().fill('blue ');
    await expect(page.getByText(/Two options are called/).first()).toBeVisible();
    await page.getByRole('textbox', { name: 'Label' }).first().fill('Crimson');
    await page.getByRole('button', { name: 'Remove' }).last().click();
    await moduleNode(page, 'Condition').click();
    await expect(
      page.getByText(/An option that a rule is about was removed/).first(),
    ).toBeVisible();
  });

  await test.step('the rows have the label as it was, and the id', async () => {
    await openTable(page, 'Variables');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByLabel('Option IDs').check();
    await page.keyboard.press('Escape');
    const row = page.getByRole('row').filter({ hasText: 'Crimson' });
    await expect(row.getByRole('gridcell', { name: red, exact: true })).toBeVisible();
  });
});

test('every new way to choose works by keyboard, and is accessible', async ({ vault, folder }) => {
  test.slow();
  const { page } = vault;
  const file = join(folder, 'ways.json');
  await writeFile(file, JSON.stringify(await questionnaire(page)));
  await importFile(vault, file);
  const chat = preview(page);
  await restart(page);
  const ways: [string, () => Promise<void>][] = [
    ['single', () => tellOther(chat, page)],
    [
      'dropdown',
      async () => {
        const list = chat.getByRole('combobox', { name: 'Replies' });
        await expect(reply(chat, 'Send')).toBeDisabled();
        await list.focus();
        await page.keyboard.type('Green');
        await expect(list.locator('option:checked')).toHaveText('Green');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      },
    ],
    [
      'multiple',
      async () => {
        await chat.getByRole('checkbox', { name: 'None of these' }).focus();
        await page.keyboard.press('Space');
        await chat.getByRole('checkbox', { name: 'Blue' }).focus();
        await page.keyboard.press('Space');
        await expect(chat.getByRole('checkbox', { name: 'None of these' })).not.toBeChecked();
        await chat.getByRole('checkbox', { name: 'Red; dark' }).focus();
        await page.keyboard.press('Space');
        await chat.getByRole('checkbox', { name: 'Other' }).focus();
        await page.keyboard.press('Space');
        await expect(reply(chat, 'Send')).toBeDisabled();
        await page.keyboard.type('Pink');
        await page.keyboard.press('Enter');
      },
    ],
    [
      'none',
      async () => {
        await chat.getByRole('checkbox', { name: 'Blue' }).check();
        await chat.getByRole('checkbox', { name: 'None of these' }).focus();
        await page.keyboard.press('Space');
        await expect(chat.getByRole('checkbox', { name: 'Blue' })).not.toBeChecked();
        await page.keyboard.press('Enter');
      },
    ],
    [
      'picture',
      async () => {
        await expect(chat.getByRole('img', { name: 'A field' })).toHaveCount(3);
        const pictures = chat.getByRole('button').filter({ has: page.getByRole('img') });
        await pictures.filter({ hasText: 'Blue' }).focus();
        await page.keyboard.press('Enter');
      },
    ],
    [
      'pictures',
      async () => {
        for (const name of [/Blue/, /Green/]) {
          await chat.getByRole('checkbox', { name }).focus();
          await page.keyboard.press('Space');
        }
        await page.keyboard.press('Enter');
      },
    ],
    [
      'slider',
      async () => {
        const slider = chat.getByRole('slider', { name: 'From 0 km to 10 km' });
        await expect(reply(chat, 'Send')).toBeDisabled();
        await slider.focus();
        await page.keyboard.press('Space');
        await expect(slider).toHaveAttribute('aria-valuetext', '5 km');
        await page.keyboard.press('ArrowRight');
        await expect(chat.locator('output')).toHaveText('6 km');
        await page.keyboard.press('Enter');
      },
    ],
    ['ranking', () => rank(chat, page)],
  ];
  for (const [way, answer] of ways) {
    await test.step(way, async () => {
      await expect(
        chat.getByText(`Question ${ways.findIndex(([each]) => each === way) + 1} of`),
      ).toBeVisible();
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute(
          'data-mantine-color-scheme',
          colorScheme,
        );
        expect.soft(await violationsOf(page, PREVIEW), `${way}, ${colorScheme}`).toEqual([]);
      }
      await answer();
    });
  }
  await expect(chat.getByText('That was all.')).toBeVisible();

  await openTable(page, 'Answers');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByLabel('Option IDs').check();
  await page.keyboard.press('Escape');
  const labels = colours.map(({ label }) => label);
  const [r, b, g] = await optionIds(page, 'Ways to choose', labels);
  for (const [answer, ids] of [
    ['Other: Pink', 'other'],
    ['Green', `${g}`],
    ['"Red; dark"; Blue; Other: Pink', `${r} ${b} other`],
    ['None of these', 'none'],
    ['Blue', `${b}`],
    ['Blue; Green', `${b} ${g}`],
    ['Blue; "Red; dark"', `${b} ${r}`],
  ] as const) {
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell', { name: answer, exact: true }) })
      .filter({ has: page.getByRole('gridcell', { name: ids, exact: true }) });
    await expect(row.first()).toBeVisible();
  }
  await expect(page.getByRole('gridcell', { name: '6', exact: true }).first()).toBeVisible();
});

async function tellOther(chat: Locator, page: Page): Promise<void> {
  await reply(chat, 'Other').focus();
  await page.keyboard.press('Enter');
  await expect(chat.getByLabel('Other, in your own words')).toBeFocused();
  await expect(reply(chat, 'Send')).toBeDisabled();
  await page.keyboard.type('Pink');
  await page.keyboard.press('Enter');
  await expect(chat.getByText('You: Other: Pink')).toBeVisible();
}

async function rank(chat: Locator, page: Page): Promise<void> {
  await chat.getByRole('button', { name: /^Blue, place 2 of 3/ }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(chat.getByRole('button', { name: /^Blue, place 1 of 3/ })).toBeFocused();
  await reply(chat, 'Move “Red; dark” down').click();
  await reply(chat, 'Move “Red; dark” up').click();
  const from = await chat.getByRole('button', { name: /^Green, place 3/ }).boundingBox();
  const to = await chat.getByRole('button', { name: /^Red; dark, place 2/ }).boundingBox();
  if (!from || !to) throw new Error('The list is not shown.');
  await page.mouse.move(from.x + 40, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(chat.getByRole('button', { name: /^Green, place 2/ })).toBeVisible();
  await chat.getByRole('button', { name: /^Green, place 2/ }).focus();
  await page.keyboard.press('ArrowDown');
  await reply(chat, 'Send').focus();
  await page.keyboard.press('Enter');
}

async function importFile({ app, page }: Vault, file: string): Promise<void> {
  await answerOpenDialog(app, file);
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'All experiences…' }).click();
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Imported, options have ids of their own. */
async function optionIds(page: Page, name: string, labels: readonly string[]) {
  const made = (await get(page, 'experiences.list')).find((each) => each.name === name);
  const { draft } = await get(page, 'experiences.get', { id: made?.id ?? '' });
  const text = JSON.stringify(draft);
  return labels.map((label) => {
    const [, id] = new RegExp(`"id":"([^"]*)","label":"${label}"`).exec(text) ?? [];
    return id;
  });
}

/** The case before the option was renamed, with its modules side by side. */
async function spreadOut(): Promise<string> {
  const { modules, ...rest } = JSON.parse((await readFile(CASE, 'utf8')).replace('Crimson', 'Red'));
  const placed = modules.map((module: object, at: number) => ({
    ...module,
    position: { x: (at % 2) * 320, y: at * 160 },
  }));
  return JSON.stringify({ ...rest, name: 'Colours', modules: placed });
}

/** What the questions leave out is as in a new module. */
async function questionnaire(page: Page) {
  const descriptors = await get(page, 'modules.list');
  const initial = descriptors.find(({ type }) => type === 'questionnaire')?.initial.en;
  const settings = { ...initial, questions: QUESTIONS } as never;
  const asks = node('asks', 'questionnaire', settings);
  const graph = chain(asks, node('end', 'end', { text: 'That was all.' }));
  return { format: 'chatvault-experience', version: 2, name: 'Ways to choose', ...graph };
}
