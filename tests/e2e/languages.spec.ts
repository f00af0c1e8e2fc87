import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { node } from '../support/graphs';
import { violationsOf } from './support/axe';
import { get } from './support/channels';
import { answerFileDialog, answerOpenDialog } from './support/desktop';
import { importModules } from './support/import-modules';
import { openScreen, openTable, preview, restart, saved } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'sample' });

const MODULES = [
  node('hello', 'message', { text: 'Welcome to our stand' }),
  node('colour', 'choice', {
    question: 'Which colour?',
    variable: 'colour',
    options: [
      { id: 'red', label: 'Red' },
      { id: 'blue', label: 'Blue' },
    ],
  }),
  node('end', 'end', { text: 'Thank you' }),
];

async function addLanguage(page: Page, name: string) {
  const choice = page.getByRole('combobox', { name: 'Another language' });
  await choice.fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name} –`) }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('button', { name: new RegExp(`^${name}: `) })).toBeVisible();
}

const translation = (page: Page, text: string) => page.getByRole('textbox', { name: text });

test('an experience speaks the languages into which it is translated', async ({
  vault,
  folder,
}) => {
  const { app, page } = vault;
  await importModules({ app, page, folder }, 'Stand', MODULES, (edges) => [
    ...edges.filter(({ from }) => from !== 'colour'),
    { from: 'colour', branch: 'red', to: 'end' },
    { from: 'colour', branch: 'blue', to: 'end' },
  ]);
  const list = page.getByRole('list', { name: 'Texts and translations' });

  await test.step('languages are added, and a text is translated in the table', async () => {
    await page.getByText('Languages', { exact: true }).click();
    for (const name of ['German', 'French', 'Arabic']) await addLanguage(page, name);
    await page.getByRole('button', { name: /^French: / }).click();
    const filter = page.getByRole('combobox', { name: 'Which texts' });
    await filter.selectOption('missing');
    const welcome = translation(page, 'Welcome to our stand');
    await welcome.pressSequentially('Bienvenue à notre stand');
    await expect(welcome).toHaveValue('Bienvenue à notre stand');
    await translation(page, 'Which colour?').focus();
    await expect(welcome).toBeHidden();
    await filter.selectOption('all');
    await expect(list.getByText('Done')).toHaveCount(1);
    await saved(page);
    expect(await violationsOf(page, '[aria-label=Languages]')).toEqual([]);
  });

  await test.step('the others come from a file of a translator', async () => {
    const file = join(folder, 'stand.xlf');
    await answerFileDialog(app, file);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: /XLIFF/ }).click();
    await expect(page.getByText('Saved as stand.xlf.')).toBeVisible();
    const xliff = await readFile(file, 'utf8');
    expect(xliff).toContain('<target xml:space="preserve">Bienvenue à notre stand</target>');
    const words = { 'Which colour?': 'Quelle couleur ?', Red: 'Rouge', Blue: 'Bleu' };
    const translated = Object.entries(words).reduce(
      (text, [from, to]) =>
        text.replace(`>${from}</source>`, `>${from}</source><target>${to}</target>`),
      xliff,
    );
    await writeFile(file, translated);
    await answerOpenDialog(app, file);
    await page.getByRole('button', { name: 'Import…' }).click();
    const report = page.getByRole('dialog');
    await expect(report.getByText('New: 3')).toBeVisible();
    await report.getByRole('button', { name: 'Apply 3 translations' }).click();
    await expect(translation(page, 'Which colour?')).toHaveValue('Quelle couleur ?');
    await saved(page);
  });

  await test.step('an Arabic text is written and read from the right', async () => {
    await page.getByRole('button', { name: /^Arabic: / }).click();
    await translation(page, 'Welcome to our stand').fill('أهلاً وسهلاً');
    await expect(translation(page, 'Welcome to our stand')).toHaveCSS('direction', 'rtl');
    await saved(page);
  });

  const chat = preview(page);
  await test.step('the chat goes on in another language from the question that waits', async () => {
    await restart(page);
    await expect(chat.getByText('Which colour?')).toBeVisible();
    // It is called so in the language of the chat.
    const language = chat.getByRole('combobox', { name: /^(Language|Langue)$/ });
    await language.selectOption({ label: 'français' });
    await expect(chat.getByText('Quelle couleur ?')).toBeVisible();
    await expect(chat.getByRole('button', { name: 'Rouge', exact: true })).toBeVisible();
    await language.selectOption('ar');
    await expect(chat.locator('[dir=rtl][lang=ar]').first()).toBeVisible();
    await language.selectOption('fr');
    await chat.getByRole('button', { name: 'Rouge', exact: true }).click();
    await expect(chat.getByText('Thank you')).toBeVisible();
  });

  await test.step('the row tells the language', async () => {
    await openScreen(page, 'Data');
    await openTable(page, 'Variables');
    const rows = page.getByRole('grid');
    await expect(rows.getByText('language', { exact: true })).toBeVisible();
    await expect(rows.getByText('fr', { exact: true }).first()).toBeVisible();
    await expect(rows.getByText('Rouge', { exact: true })).toBeVisible();
  });

  await test.step('a text that has changed since is outdated until somebody says it is right', async () => {
    const experiences = await get(page, 'experiences.list');
    const id = experiences.find(({ name }) => name === 'Stand')?.id ?? '';
    const { draft, revision } = await get(page, 'experiences.get', { id });
    const modules = draft.modules.map((module) =>
      module.type === 'message'
        ? { ...module, settings: { ...module.settings, text: 'Welcome!' } }
        : module,
    );
    const { problems } = await get(page, 'experiences.saveDraft', {
      id,
      revision,
      draft: { ...draft, modules },
    });
    expect(
      problems.map(({ code, params }) => [code, params.language, params.count]),
    ).toContainEqual(['translations_outdated', 'fr', '1']);
  });
});
