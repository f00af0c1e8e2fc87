import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { png, wav } from '../support/media';
import { expectAccessible, violationsOf } from './support/axe';
import { get, onlyExperience } from './support/channels';
import { answerFileDialog, answerOpenDialog } from './support/desktop';
import { filesTelling } from './support/file-system';
import { lock, moduleNode, preview, restart, saved } from './support/pages';
import { enter, expect, furnish, test, type Vault } from './support/vault';

const PHOTO = resolve(import.meta.dirname, '../fixtures/pictures/gps.jpg');
const FONT = '../../node_modules/@fontsource-variable/lora/files/lora-latin-wght-normal.woff2';
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">
  <script>document.title = 'taken over'; fetch('https://example.com/')</script>
  <image href="https://example.com/spy.png" width="5" height="5"/>
  <rect width="40" height="30" fill="#0b7285" onload="alert(1)"/></svg>`;
const BOMB = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs>
  ${Array.from({ length: 12 }, (_, level) => {
    const use = `<use href="#l${level - 1}"/>`;
    return `<g id="l${level}">${level === 0 ? '<rect width="1" height="1"/>' : use.repeat(10)}</g>`;
  }).join('')}</defs><use href="#l11"/></svg>`;

test.use({ contents: 'sample' });

const field = (page: Page, path: string): Locator =>
  page
    .locator('.mantine-InputWrapper-root')
    .filter({ has: page.locator(`[data-field="${path}"]`) });

async function choose(page: Page, path: string, name: string, buffer: Buffer): Promise<void> {
  const mimeType = name.endsWith('.svg') ? 'image/svg+xml' : '';
  await field(page, path).locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
}

const isShown = (picture: Locator) =>
  picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);

/** A short film that this very browser makes: of a canvas whose colour changes. */
async function film(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 64;
    canvas.height = 48;
    const context = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((done) => {
      recorder.onstop = done;
    });
    recorder.start();
    for (let frame = 0; frame < 20; frame++) {
      if (context) context.fillStyle = `hsl(${frame * 18} 80% 50%)`;
      context?.fillRect(0, 0, 64, 48);
      await new Promise((next) => setTimeout(next, 40));
    }
    recorder.stop();
    await stopped;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

test('a message shows a picture, plays a sound and a film, and goes into another workspace with them', async ({
  vault,
  folder,
  start,
  template,
}) => {
  const { app, page } = vault;
  await moduleNode(page, 'Message').first().click();

  await test.step('files are chosen in the inspector, and stay there as the picture that they are', async () => {
    await field(page, 'image').locator('input[type=file]').setInputFiles(PHOTO);
    await expect.poll(() => isShown(field(page, 'image').locator('img'))).toBe(true);
    await expect(page.getByText(/do not learn what it shows/)).toBeVisible();
    await page.locator('[data-field=imageText]').fill('A field in summer');
    await expect(page.getByText(/do not learn what it shows/)).toBeHidden();
    await page.getByRole('button', { name: 'Sound, video and cards' }).click();
    await choose(page, 'sound', 'song.wav', wav(400));
    await page.locator('[data-field=soundTitle]').fill('Our song');
    await choose(page, 'video', 'film.webm', await film(page));
    await page.locator('[data-field=videoTitle]').fill('Our film');
    await page.locator('[data-field=videoText]').fill('Colours change.');
    await saved(page);
    expect(await violationsOf(page, 'aside')).toEqual([]);
    const { draft } = await get(page, 'experiences.get', { id: (await onlyExperience(page)).id });
    expect(JSON.stringify(draft).length).toBeLessThan(20_000);
  });

  await test.step('the preview shows the picture large, and plays', async () => {
    const chat = preview(page);
    await restart(page);
    const picture = chat.getByRole('button', { name: 'Enlarge: A field in summer' });
    await expect.poll(() => isShown(picture.locator('img'))).toBe(true);
    await picture.click();
    const large = page.getByRole('dialog', { name: 'A field in summer' });
    await expect(large).toBeVisible();
    await expect(large.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(large).toBeHidden();
    await expect(picture).toBeFocused();

    for (const [title, kind] of [
      ['Our song', 'audio'],
      ['Our film', 'video'],
    ] as const) {
      const figure = chat.getByRole('figure', { name: title });
      const player = figure.locator(kind);
      expect(await player.evaluate((each: HTMLMediaElement) => each.paused)).toBe(true);
      await figure.getByRole('button', { name: `Play: ${title}` }).click();
      await expect
        .poll(() => player.evaluate((each: HTMLMediaElement) => each.ended || each.currentTime > 0))
        .toBe(true);
    }
    await chat.getByText('Read what is in it').click();
    await expect(chat.getByText('Colours change.')).toBeVisible();
    await expectAccessible(page, 'messages with sound and video');
  });

  const file = join(folder, 'brand.json');
  await answerFileDialog(app, file);
  await openLibrary(page);
  await page.getByRole('button', { name: 'Actions for “Hello World”' }).click();
  await page.getByRole('menuitem', { name: 'Export as a file…' }).click();
  await expect(page.getByText('Saved as brand.json.')).toBeVisible();

  await test.step('the file brings its files along', async () => {
    const userData = join(folder, 'other');
    await furnish(userData, await template('sample'));
    const other = await start(userData);
    await enter(other.page);
    await importBranded(other, file);
    const chat = preview(other.page);
    await restart(other.page);
    const picture = chat.getByRole('button', { name: 'Enlarge: A field in summer' });
    await expect.poll(() => isShown(picture.locator('img'))).toBe(true);
  });
});

async function openLibrary(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'All experiences…' }).click();
}

async function importBranded({ app, page }: Vault, file: string): Promise<void> {
  await answerOpenDialog(app, file);
  await openLibrary(page);
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog').filter({ hasText: 'brand.json' });
  await expect(dialog).toContainText('It brings 3 pictures, sounds, videos and fonts');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(moduleNode(page, 'Message').first()).toBeVisible();
}

test('hostile files are refused in a sentence, and a drawing becomes a picture that does nothing', async ({
  vault: { page },
}) => {
  await moduleNode(page, 'Message').first().click();
  const picture = field(page, 'image');
  const refused: [name: string, content: Buffer, sentence: RegExp][] = [
    ['bomb.png', png(30_000, 30_000), /million pixels/],
    ['bomb.svg', Buffer.from(BOMB), /damaged or incomplete/],
    ['entities.svg', Buffer.from(`<!DOCTYPE svg [<!ENTITY a "a">]>${DRAWING}`), /damaged/],
    ['page.png', Buffer.from('<html><script>alert(1)</script></html>'), /not a picture/],
    ['cut.png', png().subarray(0, 40), /not a picture|damaged/],
  ];
  for (const [name, content, sentence] of refused) {
    await choose(page, 'image', name, content);
    await expect(picture.getByRole('alert')).toContainText(sentence);
    await expect(picture.locator('img')).toHaveCount(0);
  }

  await choose(page, 'image', 'logo.svg', Buffer.from(DRAWING));
  await expect.poll(() => isShown(picture.locator('img'))).toBe(true);
  await expect(picture.getByRole('alert')).toHaveCount(0);
  await saved(page);
  expect(await page.title()).not.toContain('taken over');
  const drawn = await picture.locator('img').evaluate((image: HTMLImageElement) => {
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const [red, green, blue] = context?.getImageData(800, 600, 1, 1).data ?? [];
    return { width: canvas.width, height: canvas.height, colour: [red, green, blue] };
  });
  expect(drawn).toEqual({ width: 1600, height: 1200, colour: [0x0b, 0x72, 0x85] });

  await picture.getByRole('button', { name: 'Remove the picture' }).click();
  await expect(picture.locator('img')).toHaveCount(0);
});

test.describe('what is shown', () => {
  test.use({ provokesComplaints: true });

  test('is on the disk encrypted only, and served to pages only while the workspace is unlocked', async ({
    vault: { app, page, userData },
  }) => {
    const marks = ['PixelRow', 'SamplesOfSound'];
    const sound = wav(400);
    sound.write(marks[1] ?? '', sound.length - 100, 'latin1');
    await moduleNode(page, 'Message').first().click();
    await choose(page, 'image', 'row.png', png(8, 8, marks[0]));
    await page.getByRole('button', { name: 'Sound, video and cards' }).click();
    await choose(page, 'sound', 'samples.wav', sound);
    const image = field(page, 'image').locator('img');
    await expect.poll(() => isShown(image)).toBe(true);
    await expect(field(page, 'sound').locator('audio')).toBeVisible();
    await saved(page);
    const source = (await image.getAttribute('src')) ?? '';
    const loads = (address: string) =>
      page.evaluate(
        (src) =>
          new Promise((done) => {
            const picture = new Image();
            picture.onload = () => done(true);
            picture.onerror = () => done(false);
            picture.src = src;
          }),
        address,
      );
    expect(await loads(`app://chatvault${source}`)).toBe(true);
    expect(await loads(`app://chatvault/asset/${'0'.repeat(64)}`)).toBe(false);

    const font = resolve(import.meta.dirname, FONT);
    const ref = await page.evaluate(
      async (bytes) => {
        const input = { kind: 'font', bytes: new Uint8Array(bytes) };
        const added = (await window.chatvault.call('assets.add', input)) as {
          value: { ref: string };
        };
        const face = new FontFace('own', `url(/asset/${added.value.ref.slice('asset:'.length)})`);
        await face.load();
        return face.status;
      },
      [...(await readFile(font))],
    );
    expect(ref).toBe('loaded');

    await lock(page);
    expect(await loads(`app://chatvault${source}`)).toBe(false);
    await app.close();
    for (const mark of marks) expect(filesTelling(userData, mark)).toEqual([]);
  });
});
