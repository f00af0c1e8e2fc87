import {
  BRAND,
  CHAT_WORDS,
  germanWords,
  HERO,
  IMPRINT,
  KIOSK_WORDS,
  LOGO,
  raffle,
  TERMS,
  WELCOME,
} from './support/brand';
import {
  backToTheFlow,
  choosePicture,
  completeNotice,
  makeLegalText,
  openArea,
  openChatSettings,
  publishExperience,
  publishLegalText,
  translateAll,
  writeGoodbye,
  writeLegalText,
  writeWelcome,
} from './support/brand-author';
import { playOnKiosk } from './support/brand-kiosk';
import { build } from './support/build';
import { get } from './support/channels';
import { mouse } from './support/hands';
import { nextWindow, openLeave, startKiosk } from './support/kiosk';
import {
  createWorkspace,
  moduleNode,
  openTable,
  PASSPHRASE,
  saved,
  takeTool,
} from './support/pages';
import { isDemo, storyIn } from './support/story';
import { expect, test } from './support/vault';

const LANDSCAPE = { width: 1920, height: 1080 };
const PORTRAIT = { width: 1080, height: 1920 };

const svg = (name: string, content: string) => ({
  name,
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(content),
});

/** Played by `npm run demo -- --story brand --out DIR` alone: it takes minutes. */
test('builds a branded raffle from nothing, and plays it on a kiosk in two languages', async ({
  vault,
  folder,
}) => {
  test.skip(!isDemo, 'It takes minutes: `npm run demo -- --story brand --out DIR` plays it.');
  test.setTimeout(280_000);
  const { app, page } = vault;
  const { step, keep, write } = await storyIn(folder, page);
  const hands = mouse(page);

  await step('workspace', async () => void (await createWorkspace(page)));

  await step('empty experience', () => hands.createExperience(BRAND.experience));

  await step('theme', async () => {
    await openArea(page, 'Design');
    await page.getByRole('button', { name: BRAND.theme, exact: true }).click();
  });

  await step('brand', async () => {
    await page.getByLabel('Name', { exact: true }).fill(BRAND.name);
    await page.getByLabel('Imprint line').fill(BRAND.imprint);
    await choosePicture(page, 'Logo', svg('logo.svg', LOGO));
    await page.getByLabel('Brand color').fill(BRAND.colour);
    await page.keyboard.press('Escape');
    await expect(page.getByText('Everything can be read (WCAG AA).')).toBeVisible();
    await saved(page);
  });

  const kioskSection = page.getByRole('region', { name: 'On a kiosk' });
  await step('kiosk start', async () => {
    await kioskSection.getByLabel('Headline').first().fill(KIOSK_WORDS.headline[0]);
    await kioskSection.getByLabel('Text', { exact: true }).first().fill(KIOSK_WORDS.text[0]);
    await kioskSection.getByLabel('Button').fill(KIOSK_WORDS.callToAction[0]);
    await kioskSection.getByLabel('What can be won').fill(KIOSK_WORDS.prize[0]);
    await choosePicture(kioskSection, 'Add a picture', svg('hero.svg', HERO));
    await kioskSection.getByLabel('What the picture shows').first().fill(KIOSK_WORDS.slideAlt[0]);
    await kioskSection.getByRole('heading', { name: 'On a kiosk' }).scrollIntoViewIfNeeded();
  });

  await step('kiosk end', async () => {
    await kioskSection.getByLabel('Headline').last().fill(KIOSK_WORDS.endHeadline[0]);
    await kioskSection.getByLabel('Text', { exact: true }).last().fill(KIOSK_WORDS.endText[0]);
    await saved(page);
  });

  await step('flow', async () => {
    await openArea(page, 'Flow');
    await build(page, raffle(), hands);
    await saved(page);
    await takeTool(page, 'Tidy up the canvas');
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
  });

  await step('welcome', async () => {
    await moduleNode(page, 'Message').click();
    await writeWelcome(page);
    const settings = page.locator('[data-module]');
    await choosePicture(settings, 'Picture', svg('welcome.svg', WELCOME));
    await page.locator('[data-field=imageText]').fill(KIOSK_WORDS.slideAlt[0]);
    await saved(page);
  });

  await step('goodbye', async () => {
    await moduleNode(page, 'End').click();
    await writeGoodbye(page);
    await saved(page);
  });

  await step('terms of participation', async () => {
    await moduleNode(page, 'Email').click();
    const select = page.getByRole('combobox', { name: 'Legal text of the terms' });
    await makeLegalText(page, select, TERMS.title[0]);
    await writeLegalText(page, TERMS);
    await publishLegalText(page);
  });

  await step('privacy notice draft', async () => {
    await backToTheFlow(page);
    const settings = await openChatSettings(page);
    await settings.getByRole('button', { name: 'Make one…' }).click();
    await page.getByRole('button', { name: 'Make a draft' }).click();
    await settings.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.getByText(/places are still to be filled in/)).toBeVisible();
  });

  await step('privacy notice', async () => {
    await completeNotice(page);
    await publishLegalText(page);
  });

  await step('imprint', async () => {
    await backToTheFlow(page);
    const settings = await openChatSettings(page);
    const select = settings.getByRole('combobox', { name: 'Imprint' });
    await makeLegalText(page, select, IMPRINT.title[0]);
    await writeLegalText(page, IMPRINT);
    await publishLegalText(page);
  });

  await step('languages', async () => {
    await backToTheFlow(page);
    await openArea(page, 'Languages');
    await page.getByRole('combobox', { name: 'Another language' }).fill('German');
    await page.getByRole('option', { name: /^German –/ }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  });

  await step('translations', async () => {
    await translateAll(page, germanWords());
    await expect(page.getByRole('button', { name: 'German: 100 %' })).toBeVisible();
    await saved(page);
  });

  await step('published', async () => {
    await openArea(page, 'Flow');
    await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
    await publishExperience(page);
  });

  const kiosk = await startKiosk(vault, async (staff) => {
    await staff.getByLabel('Keyboard on the screen').check();
    await keep('kiosk dialog', staff);
  });
  for (const [screen, language, size] of [
    ['landscape', 'en', LANDSCAPE],
    ['portrait', 'de', PORTRAIT],
  ] as const) {
    await test.step(`kiosk, ${screen}, ${language}`, async () => {
      await kiosk.setViewportSize(size);
      await playOnKiosk(kiosk, {
        language,
        email: `mia.${language}@lumen.example`,
        keep: (state) => keep(`kiosk ${screen} ${language} ${state}`, kiosk),
      });
    });
  }

  const staff = await nextWindow(app, async () => {
    await openLeave(kiosk);
    await keep('kiosk leave', kiosk);
    await kiosk.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await kiosk.getByRole('button', { name: 'Leave', exact: true }).click();
  });

  await step(
    'data customers',
    async () => {
      await openTable(staff, 'Customers');
      await expect(staff.getByText('mia.de@lumen.example')).toBeVisible();
    },
    staff,
  );
  await step(
    'data language',
    async () => {
      await openTable(staff, 'Variables');
      await expect(staff.getByText('de', { exact: true }).first()).toBeVisible();
    },
    staff,
  );
  const rowsOf = async (table: 'customers' | 'variables' | 'participations' | 'consents') =>
    (await get(staff, 'data.page', { table, limit: 50 })).rows.map((row) => row?.cells);
  const customers = await rowsOf('customers');
  expect(customers).toHaveLength(2);
  for (const row of customers) expect(row).toMatchObject({ terms_version: '1' });
  const [participations, consents, variables] = await Promise.all([
    rowsOf('participations'),
    rowsOf('consents'),
    rowsOf('variables'),
  ]);
  expect([participations.length, consents.length]).toEqual([2, 2]);
  await write({
    brand: BRAND,
    said: CHAT_WORDS,
    rows: { customers, participations, consents, variables },
  });
});
