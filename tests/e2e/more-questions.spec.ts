import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright/test';
import { node } from '../support/graphs';
import { expectAccessible } from './support/axe';
import { importModules } from './support/import-modules';
import { openTable, preview, restart } from './support/pages';
import { expect, test } from './support/vault';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');
const picture = (name: string): Buffer => readFileSync(join(FIXTURES, 'pictures', name));
const LONG_NAME = readFileSync(join(FIXTURES, 'cases/upload-name.txt'), 'utf8').trim();

const MODULES = [
  node('greet', 'salutation', { asksTitle: true }),
  node('when', 'time', { earliest: '08:00' }),
  node('site', 'web_address'),
  node('pay', 'iban'),
  node('sign', 'signature'),
  node('initials', 'signature', { question: 'And once more.', variable: 'initials' }),
  node('survey', 'questionnaire', {
    questions: [
      { id: 'a', text: 'When do you close?', kind: 'time', clock: '24' },
      { id: 'b', text: 'Which account is the other one?', kind: 'iban' },
      { id: 'c', text: 'How shall we write to you?', kind: 'salutation' },
    ] as never,
  }),
  node('one', 'file_upload', { variable: 'one' }),
  node('two', 'file_upload', { variable: 'two' }),
  node('three', 'file_upload', { variable: 'three' }),
  node('end', 'end', { text: 'Thank you, ${title} ${salutation}.' }),
];

test.use({ contents: 'sample' });

test('people answer as they write, sign, and upload what their devices make', async ({
  vault: { app, page },
  folder,
}) => {
  test.slow();
  await importModules({ app, page, folder }, 'More questions', MODULES);
  const chat = preview(page);
  await restart(page);

  await test.step('lines are understood as they are typed, and asked back', async () => {
    await chat.getByLabel('Salutation').selectOption('Mx');
    await chat.getByLabel(/^Title/).fill('Prof. Dr.');
    await button(chat, 'Send').click();
    await say(chat, 'Time of day', 'seven in the morning');
    await expect(chat.getByText('Please enter a time, such as 9:30 AM.')).toBeVisible();
    await say(chat, 'Time of day', '9.30');
    await button(chat, '9:30 PM').click();
    await say(chat, 'Web address', 'javascript:alert(1)');
    await expect(chat.getByText('This is not a web address.')).toBeVisible();
    await say(chat, 'Web address', 'www.müller.example/shop');
    await say(chat, 'IBAN', 'de89 3704 0044 0532 0130 01');
    await expect(chat.getByText('the check digits do not fit')).toBeVisible();
    await say(chat, 'IBAN', 'iban: de89370400440532013000');
    await expect(trail(page)).toContainText('https://www.müller.example/shop');
  });

  await test.step('a signature is drawn, undone and drawn again', async () => {
    await expectAccessible(page, 'field to sign in');
    await stroke(page, chat, [0.2, 0.6], [0.5, 0.3]);
    await stroke(page, chat, [0.5, 0.3], [0.8, 0.7]);
    await expect(chat.getByText('2 strokes')).toBeVisible();
    await button(chat, 'Undo').click();
    await expect(chat.getByText('1 stroke')).toBeVisible();
    await button(chat, 'Clear').click();
    await expect(button(chat, 'Sign')).toBeDisabled();
    await stroke(page, chat, [0.1, 0.5], [0.9, 0.5]);
    // Strokes stay when the field gets another size, in their places.
    const field = chat.getByRole('img', { name: 'Field to sign in' });
    await field.evaluate((canvas) => {
      if (canvas.parentElement) canvas.parentElement.style.width = '200px';
    });
    await expect
      .poll(() => field.evaluate((canvas: HTMLCanvasElement) => canvas.width))
      .toBeLessThan(210 * 2);
    await expect.poll(() => inkOf(chat)).toBeGreaterThan(100);
    await button(chat, 'Sign').click();
    await expect(trail(page)).toContainText('signature.png');
  });

  await test.step('initials are typed by keyboard alone', async () => {
    await expect(button(chat, 'Type initials')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(chat.getByLabel('Your initials')).toBeFocused();
    await page.keyboard.type('J. D.');
    await page.keyboard.press('Enter');
    await expect(chat.getByText('J. D.').first()).toBeVisible();
  });

  await test.step('a questionnaire reads the same', async () => {
    await say(chat, 'Time of day', '9 Uhr');
    await say(chat, 'IBAN', 'FR14 2004 1010 0505 0001 3M02 606');
    await button(chat, 'Prefer not to say').click();
  });

  await test.step('a JPEG by another ending, a HEIC and a file with a long name are taken', async () => {
    await upload(chat, 'holiday.jfif', 'image/jpeg', picture('gps.jpg'));
    await upload(chat, 'IMG_0001.HEIC', 'image/heic', picture('gps.heic'));
    await upload(chat, LONG_NAME, 'image/jpeg', picture('gps.jpg'));
    await expect(chat.getByText('Thank you, Prof. Dr. Mx.')).toBeVisible();
  });

  await test.step('what was understood is in the tables', async () => {
    await openTable(page, 'Variables');
    for (const value of ['21:30', 'DE89370400440532013000', 'signed', 'J. D.', '09:00']) {
      await expect(page.getByRole('gridcell', { name: value, exact: true }).first()).toBeVisible();
    }
  });

  await test.step('the files can be looked at, as far as they can be shown, and saved', async () => {
    await openTable(page, 'Files');
    await page.getByRole('gridcell', { name: 'signature.png' }).click();
    await button(page, 'View').click();
    const signature = page.getByRole('img', { name: 'signature.png' });
    await expect
      .poll(() => signature.evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBe(1_200);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await page.getByRole('gridcell', { name: 'IMG_0001.HEIC' }).click();
    await expect(page.getByText('HEIC needs another program')).toBeVisible();
    await expect(button(page, 'View')).toHaveCount(0);
    await saveIn(app, folder);
    await button(page, 'Save a copy').click();
    await expect(page.getByText('Saved as IMG_0001.HEIC.')).toBeVisible();
    const saved = readFileSync(join(folder, 'IMG_0001.HEIC')).toString('latin1');
    expect(saved).toMatch(/ftypheic/);
    expect(saved).not.toMatch(/Exif|xmpmeta|Secret/);
    await page.keyboard.press('Escape');

    await page.getByRole('gridcell', { name: '写真' }).click();
    await button(page, 'Save a copy').click();
    await expect(page.getByText(/^Saved as 写真/)).toBeVisible();
    const [name = ''] = readdirSync(folder).filter((each) => each.startsWith('写真'));
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/\.jpg$/);
    expect(readFileSync(join(folder, name)).toString('latin1')).toMatch(/^\u00ff\u00d8/);
  });
});

const button = (place: Locator | Page, name: string) =>
  place.getByRole('button', { name, exact: true });

const trail = (page: Page) => page.getByRole('list', { name: 'Data trail' });

async function say(chat: Locator, label: string, text: string) {
  const field = chat.getByLabel(label, { exact: true });
  await field.fill(text);
  await field.press('Enter');
}

async function upload(chat: Locator, name: string, mimeType: string, buffer: Buffer) {
  await chat.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  await button(chat, 'Send').click();
  await expect(chat.locator('input[type=file]').or(chat.getByText('Thank you'))).toBeAttached();
}

/** Draws from one point of the field to another; both are shares of its size. */
async function stroke(page: Page, chat: Locator, from: readonly number[], to: readonly number[]) {
  const box = await chat.getByRole('img', { name: 'Field to sign in' }).boundingBox();
  if (!box) throw new Error('There is no field to sign in.');
  const at = ([x = 0, y = 0]: readonly number[]) =>
    [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 10 });
  await page.mouse.up();
}

/** How many dark pixels the field has. */
function inkOf(chat: Locator): Promise<number> {
  return chat
    .getByRole('img', { name: 'Field to sign in' })
    .evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      let dark = 0;
      for (let at = 0; at < (pixels?.length ?? 0); at += 4) if ((pixels?.[at] ?? 255) < 100) dark++;
      return dark;
    });
}

/** File dialogs take the name that they suggest, in this folder. */
async function saveIn(app: ElectronApplication, folder: string) {
  await app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = (async (...given: unknown[]) => {
      const { defaultPath = '' } = given.at(-1) as { defaultPath?: string };
      const name = defaultPath.split(/[/\\]/).at(-1) ?? '';
      return { canceled: false, filePath: `${target}/${name}` };
    }) as typeof dialog.showSaveDialog;
  }, folder);
}
