import type { Page } from 'playwright/test';
import { violationsOf } from './support/axe';
import { onlyExperience } from './support/channels';
import { watchBrowser } from './support/desktop';
import { moduleNode, preview, saved, takePart } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

const WELCOME = [
  '# Welcome',
  'Hello ${email}, **good luck**',
  '- today ${today()}',
  '- see [our prizes](https://prizes.example/a_b)',
  '[no](javascript:alert`1`)',
].join('\n');

async function textOf(page: Page): Promise<unknown> {
  await saved(page);
  const { draft } = await onlyExperience(page);
  return draft.modules.find(({ type }) => type === 'giveaway')?.settings.success;
}

test('a text is written with a toolbar and variables, and shown as it is written', async ({
  vault: { app, page },
}) => {
  const opened = await watchBrowser(app);
  const chat = preview(page);
  await moduleNode(page, 'Giveaway').click();
  await page.getByRole('button', { name: 'Replies', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Answer to a new participation' });
  const bar = field.locator('xpath=ancestor::*[@data-rich]').getByRole('toolbar');
  const type = (text: string) => page.keyboard.type(text);

  await test.step('by toolbar, keys, picker and list at the caret', async () => {
    await field.fill('Welcome');
    await bar.getByRole('button', { name: 'Heading', exact: true }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await type('Hello ');
    await bar.getByRole('button', { name: 'Insert variable' }).click();
    await page.getByRole('combobox', { name: 'Search variables' }).fill('email');
    await page.keyboard.press('Enter');
    await expect(field.getByRole('button', { name: 'Variable email, change' })).toBeVisible();
    await type(', ');
    await page.keyboard.press('ControlOrMeta+b');
    await type('good luck');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+b');
    await bar.getByRole('button', { name: 'Bullet list' }).click();
    await type('today /tod');
    const list = page.getByRole('listbox', { name: 'Insert variable' });
    await expect(list.getByRole('option')).toHaveCount(2);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await type('see our prizes');
    for (let at = 0; at < 'our prizes'.length; at++) await page.keyboard.press('Shift+ArrowLeft');
    await bar.getByRole('button', { name: 'Link' }).click();
    await page.getByLabel('Address', { exact: true }).fill('https://prizes.example/a_b');
    await page.keyboard.press('Enter');
    expect(await textOf(page)).toBe(WELCOME.split('\n').slice(0, 4).join('\n'));
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step('undo is the undo of the draft', async () => {
    await field.focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(field.getByRole('link')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+y');
    await expect(field.getByRole('link')).toHaveCount(1);
  });

  await test.step('a whole text that is put in is read as what it means', async () => {
    await field.fill('Only this');
    expect(await textOf(page)).toBe('Only this');
    await field.fill(WELCOME);
    await expect(field.getByRole('heading')).toHaveText('Welcome');
    await expect(field.getByRole('button', { name: 'Variable today(), change' })).toBeVisible();
    expect(await textOf(page)).toBe(
      `${WELCOME.split('\n').slice(0, 4).join('\n')}\nno (javascript:alert\`1\`)`,
    );
  });

  await test.step('the chat shows headings, lists and what was entered as it was entered', async () => {
    await takePart(page, '*ann*@example.com');
    await expect(chat.getByRole('heading', { name: 'Welcome', level: 3 })).toBeVisible();
    await expect(chat.getByText('Hello *ann*@example.com, good luck')).toBeVisible();
    await expect(chat.getByRole('listitem').filter({ hasText: 'today 2' })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step('a link opens through main, and nothing but https is one', async () => {
    await chat.getByRole('link', { name: 'our prizes' }).click();
    await expect.poll(opened).toContain('https://prizes.example/a_b');
    await expect(chat.getByText('no (javascript:alert`1`)')).toBeVisible();
    await expect(chat.getByRole('link', { name: 'no' })).toHaveCount(0);
  });
});

test('opening a text and leaving it changes nothing', async ({ vault: { page } }) => {
  const before = await onlyExperience(page);
  for (const name of ['Giveaway', 'Email']) {
    await moduleNode(page, name).click();
    await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
    for (const field of await page.locator('[contenteditable=true]').all()) await field.focus();
  }
  await moduleNode(page, 'Giveaway').click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  const after = await onlyExperience(page);
  expect(after.revision).toBe(before.revision);
});
