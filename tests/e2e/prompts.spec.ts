import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { ModuleNode, Prompt } from '../../preload/contract';
import { node } from '../support/graphs';
import { violationsOf } from './support/axe';
import { watchBrowser } from './support/desktop';
import { importModules } from './support/import-modules';
import { openTable, preview, restart } from './support/pages';
import { expect, test } from './support/vault';

const PICTURE = resolve(import.meta.dirname, '../fixtures/pictures/gps.jpg');
const PREVIEW = 'aside[aria-label=Preview]';
const EMAIL = 'ann@example.com';
type Kind = Prompt['kind'];

/** How a kind is answered in the chat; what cannot be sent as it is, is refused with a sentence. */
const ANSWERS: Readonly<Record<Kind | 'cards', (chat: Locator, page: Page) => Promise<void>>> = {
  choice: async (chat, page) => {
    await expect(reply(chat, 'Visitor')).toBeFocused();
    await page.keyboard.press('Enter');
  },
  cards: (chat) => chat.getByRole('button', { name: /Brochure/ }).click(),
  link: (chat) => reply(chat, 'Open the site').click(),
  text: async (chat, page) => {
    const field = chat.getByLabel('Your email address');
    await chat.getByLabel('I accept the terms.').check();
    await field.fill('ann at example');
    await page.keyboard.press('Enter');
    await expect(chat.getByText('This does not look like an email address.')).toBeVisible();
    await chat.getByLabel('I accept the terms.').check();
    await field.fill(EMAIL);
    await page.keyboard.press('Enter');
  },
  form: async (chat, page) => {
    await chat.getByLabel('Last name').fill('Example');
    await page.keyboard.press('Enter');
    await expect(chat.getByRole('alert')).toHaveText('Please fill in “First name”.');
    await expect(chat.getByLabel('First name')).toBeFocused();
    await page.keyboard.type('Ann');
    await page.keyboard.press('Enter');
  },
  scale: async (chat, page) => {
    await chat.getByRole('button', { name: '8 of 10' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
  },
  choices: async (chat, page) => {
    await expect(chat.getByText('Choose at least 1.')).toBeVisible();
    await expect(reply(chat, 'Send')).toBeDisabled();
    await chat.getByLabel('Advice').focus();
    await page.keyboard.press('Space');
    await chat.getByLabel('Repair').check();
    await page.keyboard.press('Enter');
  },
  slider: async (chat, page) => {
    await expect(reply(chat, 'Send')).toBeDisabled();
    await chat.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
  },
  ranking: async (chat, page) => {
    await chat.getByRole('button', { name: /^Range, place 2/ }).focus();
    await page.keyboard.press('ArrowUp');
    await reply(chat, 'Send').focus();
    await page.keyboard.press('Enter');
  },
  matrix: async (chat, page) => {
    await chat.getByRole('radiogroup', { name: 'Staff' }).getByLabel('Good').check();
    await expect(chat.getByText('1 row is still open.')).toBeVisible();
    await expect(reply(chat, 'Send')).toBeDisabled();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
  },
  file: async (chat) => {
    const input = chat.locator('input[type=file]');
    await input.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no') });
    await reply(chat, 'Send').click();
    await expect(chat.getByText('This kind of file cannot be taken')).toBeVisible();
    await reply(chat, 'Remove a.jpg').click();
    await input.setInputFiles(PICTURE);
    await reply(chat, 'Send').click();
  },
  signature: async (chat, page) => {
    const box = await chat.getByRole('img', { name: 'Field to sign in' }).boundingBox();
    if (!box) throw new Error('There is no field to sign in.');
    await expect(reply(chat, 'Sign')).toBeDisabled();
    await page.mouse.move(box.x + 40, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 140, box.y + 40, { steps: 8 });
    await page.mouse.up();
    await reply(chat, 'Sign').click();
  },
  consent: async (chat, page) => {
    await reply(chat, 'Agree').click();
    await expect(chat.getByText('Without your consent we cannot go on.')).toBeVisible();
    await chat.getByLabel('I agree to the newsletter.').focus();
    await page.keyboard.press('Space');
    await reply(chat, 'Agree').click();
  },
  confirm: async (chat, page) => {
    await reply(chat, 'Take part').click();
    await expect(chat.getByText('To take part, please accept the terms')).toBeVisible();
    await chat.getByLabel('I accept the rules.').check();
    await reply(chat, 'Take part').focus();
    await page.keyboard.press('Enter');
  },
};

const entry = (id: string, label: string) => ({ id, label });

const QUESTIONS = [
  {
    id: 'reasons',
    text: 'What did you come for?',
    kind: 'multiple',
    options: [entry('advice', 'Advice'), entry('repair', 'Repair')],
    rows: [],
    minChoices: 1,
  },
  {
    id: 'details',
    text: 'How did you like it?',
    kind: 'matrix',
    options: [entry('good', 'Good'), entry('poor', 'Poor')],
    rows: [entry('staff', 'Staff'), entry('range', 'Range')],
  },
];

/** One module after the other, asking in every way there is. */
const MODULES: readonly [asks: readonly (Kind | 'cards')[], ModuleNode][] = [
  [['choice'], node('who', 'choice', { options: [entry('visitor', 'Visitor')], variable: 'who' })],
  [['link'], node('site', 'external_link', { label: 'Open the site', url: 'https://example.com' })],
  [
    ['cards'],
    node('gift', 'gallery', {
      slides: [{ ...entry('b', ''), title: 'Brochure', button: 'This one' }],
      onward: '',
      variable: 'gift',
    }),
  ],
  [['text'], node('email', 'email', { terms: 'I accept the terms.' })],
  [['form'], node('name', 'name')],
  [['scale'], node('rate', 'rating', { followHigh: '' })],
  [['choices', 'matrix'], node('ask', 'questionnaire', { questions: QUESTIONS })],
  [['file'], node('file', 'file_upload')],
  [['signature'], node('sign', 'signature')],
  [
    ['consent'],
    node('agree', 'consent', {
      text: 'I agree to the newsletter.',
      label: 'Agree',
      mandatory: true,
    }),
  ],
  [
    ['confirm'],
    node('raffle', 'giveaway', {
      giveaways: [{ id: 'g', name: 'Summer raffle', from: '', until: '', prizes: [] }],
      terms: 'I accept the rules.',
    }),
  ],
  [[], node('end', 'end', { text: 'That was all.' })],
];

const reply = (chat: Locator, name: string) => chat.getByRole('button', { name, exact: true });

test.use({ contents: 'sample' });

test('every kind of prompt is accessible, refuses what is wrong and stores what is right', async ({
  vault: { app, page },
  folder,
}) => {
  test.slow();
  await watchBrowser(app);
  const modules = MODULES.map(([, module]) => module);
  await importModules({ app, page, folder }, 'Prompts', modules, ([first, ...others]) => [
    // A choice leads on by its options; a refused consent is asked for again.
    { from: 'who', to: first?.to ?? '', branch: 'visitor' },
    { from: 'agree', branch: 'refused', to: 'agree' },
    ...others,
  ]);

  const chat = preview(page);
  await restart(page);
  for (const kind of MODULES.flatMap(([asks]) => asks)) {
    await test.step(kind, async () => {
      const shown = kind === 'cards' ? 'choice' : kind;
      await expect(chat.locator(`[data-prompt="${shown}"]`)).toBeVisible();
      await expectNoViolations(page, kind);
      await ANSWERS[kind](chat, page);
    });
  }
  await expect(chat.getByText('That was all.')).toBeVisible();

  await test.step('all of it is in the trail and in the tables', async () => {
    const trail = chat.getByRole('list', { name: 'Data trail' });
    for (const table of ['Variables', 'Customers', 'Answers', 'Files', 'Consents', 'Giveaways']) {
      await expect(trail.getByRole('listitem').filter({ hasText: table }).first()).toBeAttached();
    }
    for (const [table, text] of [
      ['Variables', 'Brochure'],
      ['Customers', EMAIL],
      ['Answers', 'Advice; Repair'],
      ['Answers', 'Staff: Good; Range: Good'],
      ['Files', 'gps.jpg'],
      ['Consents', 'Newsletter'],
      ['Giveaways', 'Summer raffle'],
    ] as const) {
      await openTable(page, table);
      await expect(page.getByRole('gridcell', { name: text }).first()).toBeVisible();
    }
  });
});

async function expectNoViolations(page: Page, what: string) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    expect.soft(await violationsOf(page, PREVIEW), `${what}, ${colorScheme}`).toEqual([]);
  }
}
