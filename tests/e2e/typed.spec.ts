import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { ModuleNode } from '../../preload/contract';
import { chain, node } from '../support/graphs';
import { violationsOf } from './support/axe';
import { get } from './support/channels';
import { answerOpenDialog, watchBrowser } from './support/desktop';
import { openTable, preview, restart } from './support/pages';
import { expect, test } from './support/vault';

const MODULES: readonly ModuleNode[] = [
  node('name', 'name'),
  node('email', 'email'),
  node('phone', 'phone', { country: 'DE' }),
  node('number', 'number', { integer: false }),
  node('poland', 'address', { question: 'Where in Poland?' }),
  node('hongkong', 'address', { question: 'Where in Hong Kong?' }),
  node('germany', 'address', { question: 'Where in Germany?' }),
  node('raffle', 'giveaway', {
    giveaways: [{ id: 'g', name: 'Summer raffle', from: '', until: '', prizes: [] }],
  }),
  node('end', 'end', { text: 'That was all.' }),
];

test.use({ contents: 'sample' });

test('what people type is understood or asked back about, and an address follows its country', async ({
  vault: { app, page },
  folder,
}) => {
  await watchBrowser(app);
  const file = join(folder, 'typed.json');
  await writeFile(file, JSON.stringify(await experience(page)));
  await answerOpenDialog(app, file);
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'All experiences…' }).click();
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Typed');
  const chat = preview(page);
  await restart(page);
  const say = async (label: string, text: string) => {
    await chat.getByLabel(label).fill(text);
    await page.keyboard.press('Enter');
  };

  await test.step('one name is enough', async () => {
    await say('First name', '\u202ASukarno\u202C');
    await say('Your email address', 'sukarno@example.com');
  });

  await test.step('a number without its plus is asked back, and can be changed', async () => {
    await say('Your phone number', '491602229999');
    await expect(chat.getByText('Did you mean this number?')).toBeVisible();
    await reply(chat, 'Change it').click();
    await expect(chat.getByLabel('Your phone number')).toHaveValue('491602229999');
    await page.keyboard.press('Enter');
    await reply(chat, '+49 160 2229999').click();
  });

  await test.step('so is a thousand that could be one', async () => {
    await say('Your number', '1.000');
    await expect(chat.getByText('Did you mean this?')).toBeVisible();
    await expect(reply(chat, '1')).toBeVisible();
    await reply(chat, '1000').click();
  });

  await test.step('Poland: a postal code without its hyphen', async () => {
    await expect(chat.getByText('Where in Poland?')).toBeVisible();
    await expect(chat.getByLabel('Country')).toHaveValue('GB');
    await expect(chat.getByLabel('House number')).toHaveCount(0);
    await chat.getByLabel('Country').selectOption('PL');
    await chat.getByLabel('Street').fill('Prosta');
    await chat.getByLabel('House number').fill('1');
    await chat.getByLabel('Town').fill('Warszawa');
    expect(await violationsOf(page, 'aside[aria-label=Preview]')).toEqual([]);
    await say('Postal code', '00950');
    await expect(chat.getByText('Where in Hong Kong?')).toBeVisible();
  });

  await test.step('Hong Kong: no postal code, but an area', async () => {
    await chat.getByLabel('Country').selectOption('HK');
    await expect(chat.getByLabel('Postal code')).toHaveCount(0);
    await chat.getByLabel('State, province or region').selectOption('Kowloon');
    await say('Street and number', '1 Nathan Road');
    await expect(chat.getByText('Where in Germany?')).toBeVisible();
  });

  await test.step('Germany: the country before the postal code', async () => {
    await chat.getByLabel('Country').selectOption('DE');
    await chat.getByLabel('Street').fill('Chausseestraße');
    await chat.getByLabel('House number').fill('12a');
    await chat.getByLabel('Town').fill('Berlin');
    await say('Postal code', 'D-10115');
    await expect(chat.getByText('That was all.')).toBeVisible();
  });

  await test.step('the standard form is kept, and a number is found in any spelling', async () => {
    await chat.getByRole('tab', { name: 'Variables' }).click();
    for (const text of ['+491602229999', '1000', '10115', 'Chausseestraße 12a']) {
      await expect(chat.getByText(text).first()).toBeAttached();
    }
    await openTable(page, 'Giveaways');
    for (const search of ['0160 2229999', '+49 (0)160 222-9999', '0049160 2229999']) {
      await page.getByRole('searchbox').fill(search);
      await expect(page.getByRole('gridcell', { name: 'sukarno@example.com' })).toBeVisible();
    }
    await page.getByRole('searchbox').fill('0160 2229998');
    await expect(page.getByRole('gridcell', { name: 'sukarno@example.com' })).toHaveCount(0);
  });
});

const reply = (chat: Locator, name: string) => chat.getByRole('button', { name, exact: true });

/** In the form of an exported file; what the modules here leave out is as in a new one. */
async function experience(page: Page) {
  const descriptors = await get(page, 'modules.list');
  const modules = MODULES.map((module) => {
    const initial = descriptors.find(({ type }) => type === module.type)?.initial.en;
    return { ...module, settings: { ...initial, ...module.settings } as ModuleNode['settings'] };
  });
  return { format: 'chatvault-experience', version: 1, name: 'Typed', ...chain(...modules) };
}
