import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { OBLIGATIONS } from '../../preload/contract';
import { extractWith7Zip } from '../support/archive';
import { filesIn } from '../support/folder';
import { ask, get, participate } from './support/channels';
import { crowd } from './support/crowd';
import { answerFileDialog, watchBrowser } from './support/desktop';
import { CANNOT_MOUNT, canMount, mountMemory, unmount } from './support/file-system';
import { openTable, prepareExport, saveExport, shownPassword, unlock } from './support/pages';
import { expect, furnish, test, type Vault } from './support/vault';

const VERIFIED = 'verified by reading it back';

/** Answers the file dialog with the path, and waits for what the export dialog says then. */
async function saveAt({ app, page }: Vault, path: string | null, sentence: string) {
  await answerFileDialog(app, path);
  await saveExport(page);
  await expect(page.getByRole('dialog')).toContainText(sentence);
}

test.describe('an export', () => {
  test.use({ contents: 'raffle' });

  test.beforeEach(async ({ vault: { app, page } }) => {
    await watchBrowser(app);
    await participate(page, 'ann@example.com');
    await openTable(page, 'Giveaways');
  });

  test('begins only with all four obligations, on the page and behind it', async ({
    vault: { page },
  }) => {
    await page.getByRole('button', { name: 'Export table' }).click();
    const dialog = page.getByRole('dialog');
    const accept = dialog.getByRole('button', { name: 'Accept and continue' });
    await dialog.getByLabel('What is the export for?').fill('Send the prizes');
    for (const box of await dialog.getByRole('checkbox').all()) {
      await expect(accept).toBeDisabled();
      await box.check();
    }
    await expect(accept).toBeEnabled();
    await dialog.getByRole('checkbox').nth(2).uncheck();
    await expect(accept).toBeDisabled();

    const [, ...three] = OBLIGATIONS;
    const refused = await ask(page, 'exports.prepare', {
      selection: { tables: ['participations'], channels: 'all', language: 'en' },
      purpose: 'Send the prizes',
      accepted: three,
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'ipc.invalid_input' } });
  });

  test('whose file dialog was dismissed keeps its password for the next try', async ({
    vault,
    folder,
  }) => {
    const { page } = vault;
    const password = await prepareExport(page);
    await saveAt(vault, null, 'Nothing was saved: no file was chosen.');
    expect(await shownPassword(page)).toBe(password);
    await page.keyboard.press('Escape');
    expect(await shownPassword(page)).toBe(password);

    const zip = join(folder, 'again.zip');
    await saveAt(vault, zip, VERIFIED);
    expect(extractWith7Zip(zip, password, 'participations.csv')).toContain('ann@example.com');
  });

  test('of a search holds the rows that were found, and no others', async ({ vault, folder }) => {
    const { page } = vault;
    for (const email of ['bob@example.com', 'bobby@example.com']) await participate(page, email);
    await page.getByRole('searchbox', { name: 'Search' }).fill('bob');
    await expect(page.getByText('2 of 3 entries')).toBeVisible();
    const password = await prepareExport(page, 'Export this view');
    const zip = join(folder, 'found.zip');
    await saveAt(vault, zip, VERIFIED);
    const csv = extractWith7Zip(zip, password, 'participations.csv');
    expect(csv.match(/[a-z]+@example\.com/g)).toEqual(['bob@example.com', 'bobby@example.com']);
  });

  test('of selected entries says what is missing, and holds those and no others', async ({
    vault,
    folder,
  }) => {
    const { page } = vault;
    for (const email of ['bob@example.com', 'cleo@example.com']) await participate(page, email);
    for (const email of ['ann', 'cleo']) {
      await page
        .getByRole('row')
        .filter({ hasText: `${email}@` })
        .getByRole('checkbox')
        .click();
    }
    await page.getByRole('button', { name: 'Export 2 selected entries' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Say what the export is for. Accept all four obligations.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    const password = await prepareExport(page, 'Export 2 selected entries');
    const zip = join(folder, 'selected.zip');
    await saveAt(vault, zip, VERIFIED);
    const csv = extractWith7Zip(zip, password, 'participations.csv');
    expect(csv.match(/[a-z]+@example\.com/g)).toEqual(['ann@example.com', 'cleo@example.com']);
  });

  test('into a folder that is gone says so, and goes elsewhere with the same password', async ({
    vault,
    folder,
  }) => {
    const password = await prepareExport(vault.page);
    await saveAt(vault, join(folder, 'gone', 'a.zip'), 'This folder no longer exists.');
    writeFileSync(join(folder, 'no-folder'), '');
    await saveAt(vault, join(folder, 'no-folder', 'a.zip'), 'This folder no longer exists.');

    const zip = join(folder, 'elsewhere.zip');
    await saveAt(vault, zip, VERIFIED);
    expect(extractWith7Zip(zip, password, 'participations.csv')).toContain('ann@example.com');
  });

  test('into a read-only folder says so, and goes elsewhere with the same password', async ({
    vault,
    folder,
  }) => {
    test.skip(!canMount(), CANNOT_MOUNT);
    const readOnly = await mountMemory(join(folder, 'read-only'), 'size=1m,ro');
    try {
      const password = await prepareExport(vault.page);
      await saveAt(vault, join(readOnly, 'a.zip'), 'ChatVault may not write to this folder.');
      expect(filesIn(readOnly)).toEqual([]);
      const zip = join(folder, 'elsewhere.zip');
      await saveAt(vault, zip, VERIFIED);
      expect(extractWith7Zip(zip, password, 'participations.csv')).toContain('ann@example.com');
    } finally {
      unmount(readOnly);
    }
  });

  test('replaces the file that was chosen only when it is complete', async ({ vault, folder }) => {
    const zip = join(folder, 'existing.zip');
    writeFileSync(zip, 'last week');
    const password = await prepareExport(vault.page);
    await saveAt(vault, zip, VERIFIED);
    expect(extractWith7Zip(zip, password, 'participations.csv')).toContain('ann@example.com');
    expect(filesIn(folder).filter((file) => file.includes('.part'))).toEqual([]);
  });
});

test.describe('an export of many rows', () => {
  const PEOPLE = 300_000;

  async function emptyFolder(folder: string): Promise<string> {
    const target = join(folder, 'target');
    await mkdir(target);
    return target;
  }

  /** Opens a raffle in which very many take part, at the step that shows the password. */
  async function prepared({ page }: Vault): Promise<string> {
    await unlock(page);
    await openTable(page, 'Giveaways');
    await expect(page.getByText('300,000 entries')).toBeVisible();
    return prepareExport(page);
  }

  test.beforeEach(async ({ folder, template }) => {
    await furnish(join(folder, 'user-data'), await template('raffle'));
    await crowd(join(folder, 'user-data'), PEOPLE);
  });

  test('that is cancelled while it writes leaves no file, and can be repeated', async ({
    folder,
    start,
  }) => {
    const vault = await start(join(folder, 'user-data'));
    const { page } = vault;
    const password = await prepared(vault);
    const target = await emptyFolder(folder);
    const zip = join(target, 'many.zip');
    writeFileSync(zip, 'last week');

    await answerFileDialog(vault.app, zip);
    await saveExport(page);
    await expect(page.getByText('Writing and encrypting the entries')).toBeVisible();
    await expect.poll(() => filesIn(target)).toHaveLength(2);
    await page.getByRole('button', { name: 'Cancel export' }).click();
    await expect(page.getByRole('dialog')).toContainText('The export was cancelled');
    expect(filesIn(target)).toEqual(['many.zip']);
    expect(readFileSync(zip, 'utf8')).toBe('last week');
    expect(await shownPassword(page)).toBe(password);

    await saveAt(vault, zip, VERIFIED);
    await expect(page.getByRole('dialog').getByText('300,000', { exact: true })).toBeVisible();
    const csv = extractWith7Zip(zip, password, 'participations.csv');
    expect(csv.match(/person\d+@example\.com/g)).toHaveLength(PEOPLE);
    expect(filesIn(target)).toEqual(['many.zip']);
  });

  test('that fills its disk says so, leaves no part of a file, and goes elsewhere', async ({
    folder,
    start,
  }) => {
    test.skip(!canMount(), CANNOT_MOUNT);
    const vault = await start(join(folder, 'user-data'));
    const password = await prepared(vault);
    const small = await mountMemory(join(folder, 'small'), 'size=1m');
    try {
      await saveAt(vault, join(small, 'many.zip'), 'There is not enough space on this disk');
      expect(filesIn(small)).toEqual([]);
      const zip = join(folder, 'elsewhere.zip');
      await saveAt(vault, zip, VERIFIED);
      const csv = extractWith7Zip(zip, password, 'participations.csv');
      expect(csv.trimEnd().split('\r\n')).toHaveLength(PEOPLE + 1);
    } finally {
      unmount(small);
    }
  });

  test('that is under way when the workspace is locked leaves no file', async ({
    folder,
    start,
  }) => {
    const vault = await start(join(folder, 'user-data'));
    const { page } = vault;
    await prepared(vault);
    const target = await emptyFolder(folder);
    await answerFileDialog(vault.app, join(target, 'many.zip'));
    await saveExport(page);
    await expect.poll(() => filesIn(target)).toHaveLength(1);
    await page.keyboard.press('Control+L');
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
    await expect.poll(() => filesIn(target)).toEqual([]);
    expect((await get(page, 'workspace.status')).state).toBe('locked');
  });
});
