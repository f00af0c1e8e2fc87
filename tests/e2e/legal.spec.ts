import type { Page } from 'playwright/test';
import { expectAccessible } from './support/axe';
import { get, onlyExperience } from './support/channels';
import { watchBrowser } from './support/desktop';
import { addBelow, moduleNode, openScreen, preview, restart, saved } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

const HASH = /^[0-9a-f]{64}$/;

/** A published text, made behind the screens. */
async function published(page: Page, kind: 'terms' | 'consent', name: string, text: string) {
  const content = { languages: { en: { title: name, text } }, address: '' };
  const { id } = await get(page, 'legal.create', { kind, name, content });
  const { versions } = await get(page, 'legal.publish', { id, revision: 1, note: '' });
  return { id, version: versions[0] };
}

/** The rows of a table, by column. */
async function rowsOf(page: Page, table: 'consents' | 'participations') {
  const { rows } = await get(page, 'data.page', { table, limit: 10 });
  return rows.map((row) => row?.cells);
}

test('a privacy notice is made, reviewed, published, and read in the chat', async ({ vault }) => {
  const { app, page } = vault;
  await watchBrowser(app);

  await test.step('the check misses it, and leads to where it is chosen', async () => {
    await page.getByRole('button', { name: /problem/i }).click();
    const problem = page.getByRole('button', { name: /offers no privacy notice/ });
    await problem.click();
    const settings = page.getByRole('dialog', { name: 'Chat settings' });
    await settings.getByRole('button', { name: 'Make one…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make a privacy notice' });
    await expect(dialog.getByText('Hello World')).toBeVisible();
    await expectAccessible(page, 'make a privacy notice');
    await dialog.getByRole('button', { name: 'Make a draft' }).click();
    await expect(settings.getByRole('combobox', { name: 'Privacy notice' })).toHaveValue(
      'Privacy notice (not published)',
    );
    await expectAccessible(page, 'chat settings with a privacy notice');
    await settings.getByRole('button', { name: 'Open', exact: true }).click();
  });

  await test.step('what is still to be filled in keeps it from being published', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Privacy notice' })).toBeVisible();
    const reading = page.getByRole('region', { name: 'As participants read it' });
    await expect(reading).toContainText('Email. Deleted automatically 60 days');
    await expect(page.getByText(/places are still to be filled in/)).toBeVisible();
    await page.getByRole('button', { name: 'Publish…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish version 1' });
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(
      dialog.getByText(/double square brackets are still to be filled in/),
    ).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expectAccessible(page, 'a legal text');
  });

  await test.step('each language is completed, and the first version published', async () => {
    for (const language of ['English', 'German']) {
      await page.getByText(language, { exact: true }).click();
      const text = page.getByRole('textbox', { name: 'Text' });
      await text.fill((await text.inputValue()).replaceAll(/\[\[[^\]]*\]\]/g, 'Acme'));
    }
    await page.getByLabel('Address on the web').fill('https://example.com/privacy');
    await expect(page.getByText(/still to be filled in/)).toBeHidden();
    await page.getByRole('button', { name: 'Publish…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish version 1' });
    await dialog.getByLabel('What is new').fill('First version');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.getByText('Same as version 1')).toBeVisible();
    await page.getByRole('button', { name: /Version 1 / }).click();
    await expect(
      page.getByRole('button', { name: /Copy the checksum of version 1, English/ }),
    ).toBeVisible();
    await expectAccessible(page, 'a published legal text');
  });

  await test.step('it opens over the chat, and what was typed is still there', async () => {
    await openScreen(page, 'Experiences');
    const chat = preview(page);
    await restart(page);
    await chat.getByRole('button', { name: 'Red pill' }).click();
    await chat.getByRole('button', { name: 'Follow the white rabbit' }).click();
    const address = chat.getByLabel('Your email address');
    await address.fill('bob@exam');
    const link = chat.getByRole('button', { name: 'Privacy', exact: true });
    await link.click();
    const sheet = chat.getByRole('dialog', { name: 'Privacy notice' });
    await expect(sheet.getByRole('heading', { name: 'Your rights', exact: true })).toBeVisible();
    await expect(sheet.getByText(/^Version 1 of /)).toBeVisible();
    await expect(sheet.getByText('https://example.com/privacy')).toBeVisible();
    await expectAccessible(page, 'a legal text in the chat');
    for (let tab = 0; tab < 4; tab++) {
      await page.keyboard.press('Tab');
      await expect(sheet.locator(':focus')).toHaveCount(1);
    }
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(link).toBeFocused();
    await expect(address).toHaveValue('bob@exam');
  });

  await test.step('as long as the chat offers it, it cannot be deleted', async () => {
    await openScreen(page, 'Legal texts');
    await page.getByRole('button', { name: 'All legal texts' }).click();
    await expectAccessible(page, 'legal texts');
    const [text] = await get(page, 'legal.list');
    await expect(get(page, 'legal.delete', { id: text?.id ?? '' })).rejects.toThrow('legal.in_use');
    await page.getByRole('button', { name: 'Actions: Privacy notice' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete “Privacy notice”' });
    await expect(dialog.getByText('Hello World')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled();
  });
});

test('a consent and terms store which version somebody saw', async ({ vault }) => {
  const { app, page } = vault;
  await watchBrowser(app);
  const terms = await published(page, 'terms', 'Rules of the raffle', '## Who\n\nAnyone of age.');
  const consent = await published(page, 'consent', 'News by email', 'I agree to get **news**.');

  await test.step('modules refer to them', async () => {
    await moduleNode(page, 'Giveaway').click();
    await page.getByRole('combobox', { name: 'Legal text of the terms' }).click();
    await page.getByRole('option', { name: 'Rules of the raffle' }).click();
    await addBelow(page, 'Email', 'Next', 'Consent');
    await expect(page.getByRole('textbox', { name: 'Wording' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Legal text', exact: false }).first().click();
    await page.getByRole('option', { name: 'News by email' }).click();
    await expect(page.getByRole('textbox', { name: 'Wording' })).toBeHidden();
    await expectAccessible(page, 'a consent that is a legal text');
    await saved(page);
  });

  await test.step('participants read the terms in place, and agree', async () => {
    const chat = preview(page);
    await restart(page);
    await chat.getByRole('button', { name: 'Red pill' }).click();
    await chat.getByRole('button', { name: 'Follow the white rabbit' }).click();
    await chat.getByLabel('I accept the terms of participation.').check();
    await chat.getByLabel('Your email address').fill('bob@example.com');
    await page.keyboard.press('Enter');
    await chat.getByRole('checkbox', { name: 'I agree to get news.' }).check();
    await chat.getByRole('button', { name: 'Send' }).click();
    await chat.getByRole('button', { name: 'Read: Rules of the raffle' }).click();
    const sheet = chat.getByRole('dialog', { name: 'Rules of the raffle' });
    await expect(sheet.getByRole('heading', { name: 'Who' })).toBeVisible();
    await sheet.getByRole('button', { name: 'Back to the chat' }).click();
    await chat.getByRole('checkbox', { name: 'I accept: Rules of the raffle' }).check();
    await chat.getByRole('button', { name: 'Take part' }).click();
    await expect(chat.getByText(/Good luck|taking part/).first()).toBeVisible();
  });

  await test.step('the rows name version and checksum, and keep the texts from being deleted', async () => {
    const { sha256 } = consent.version?.languages.en ?? {};
    expect(sha256).toMatch(HASH);
    const [row] = await rowsOf(page, 'consents');
    expect(row).toMatchObject({
      wording: 'I agree to get **news**.',
      wording_version: '1',
      wording_hash: sha256,
      legal_version_id: consent.version?.id,
    });
    const [participation] = await rowsOf(page, 'participations');
    expect(participation).toMatchObject({
      terms_name: 'Rules of the raffle',
      terms_version: '1',
      terms_hash: terms.version?.languages.en?.sha256,
      legal_version_id: terms.version?.id,
    });
    const uses = (await get(page, 'legal.list')).map((text) => text.uses);
    expect(uses).toEqual([
      { experiences: ['Hello World'], rows: 1 },
      { experiences: ['Hello World'], rows: 1 },
    ]);
    expect((await onlyExperience(page)).problems).toMatchObject([
      { code: 'privacy_notice_missing' },
    ]);
  });
});
