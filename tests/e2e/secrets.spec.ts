import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ask, get, participate } from './support/channels';
import { answerFileDialog, clipboardText, holdTimers, watchBrowser } from './support/desktop';
import { filesTelling } from './support/file-system';
import { expectForgotten, memoriesOf, remembering } from './support/memory';
import {
  lock,
  openTable,
  PASSPHRASE,
  prepareExport,
  saveExport,
  USER,
  unlock,
} from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

test.beforeEach(async ({ vault: { app, page } }) => {
  await watchBrowser(app);
  await participate(page, 'ann@example.com');
  await openTable(page, 'Giveaways');
});

test('a copied one-time password leaves the clipboard after 60 seconds', async ({
  vault: { app, page },
}) => {
  const timers = await holdTimers(app, 10_000);
  const password = await prepareExport(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied. The clipboard is cleared after 60 seconds.')).toBeVisible();
  expect(await clipboardText(app)).toBe(password);
  expect(await timers.waiting()).toEqual([60_000]);
  await timers.run();
  await expect.poll(() => clipboardText(app)).toBe('');
});

test('what was copied after the password stays in the clipboard', async ({
  vault: { app, page },
}) => {
  const timers = await holdTimers(app, 10_000);
  await prepareExport(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).click();
  await expect.poll(timers.waiting).toEqual([60_000]);
  await app.evaluate(({ clipboard }) => clipboard.writeText('a shopping list'));
  await timers.run();
  expect(await clipboardText(app)).toBe('a shopping list');
});

test('a copied one-time password leaves the clipboard when the application ends', async ({
  vault: { app, page },
  folder,
}) => {
  // On some desktops the clipboard dies with the application anyway, so what counts is the call.
  const cleared = join(folder, 'cleared');
  await app.evaluate(({ clipboard }, file) => {
    clipboard.clear = () => process.getBuiltinModule('fs').writeFileSync(file, '');
  }, cleared);
  await prepareExport(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied. The clipboard is cleared')).toBeVisible();
  await app.close();
  expect(existsSync(cleared)).toBe(true);
});

for (const way of ['saved', 'closed', 'locked'] as const) {
  test(`once its dialog is ${way}, a one-time password can be found nowhere`, async ({
    vault,
    folder,
  }) => {
    const { app, page, userData } = vault;
    const password = await prepareExport(page);
    const dialog = page.getByRole('dialog');
    const shown = await memoriesOf(vault, folder);
    // Main has it as bytes, which it zeroes; a text is what such a search would find.
    expect(remembering(shown, password)).toEqual(['page']);
    expect(remembering(shown, USER)).toEqual(['main', 'page']);
    if (way === 'saved') {
      await answerFileDialog(app, join(folder, 'giveaways.zip'));
      await saveExport(page);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
    } else if (way === 'closed') {
      await dialog.getByRole('button', { name: 'Cancel' }).click();
    } else {
      await dialog.getByRole('button', { name: 'Copy' }).click();
      await expect.poll(() => clipboardText(app)).toBe(password);
      await page.keyboard.press('Control+L');
      await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
      await expect.poll(() => clipboardText(app)).toBe('');
    }
    await expect(dialog).toBeHidden();

    expect(await page.content()).not.toContain(password);
    await expectForgotten(vault, folder, [password]);
    for (const text of [password, password.replaceAll('-', '')]) {
      expect(filesTelling(userData, text)).toEqual([]);
    }
    await app.close();
    for (const text of [password, password.replaceAll('-', '')]) {
      expect(filesTelling(userData, text)).toEqual([]);
    }
  });
}

test('locked, neither main nor the page remembers passphrase, address or flow', async ({
  vault,
  folder,
}) => {
  await lock(vault.page);
  // As a user does it, whose passphrase goes through the page.
  await unlock(vault.page);
  await openTable(vault.page, 'Giveaways');
  await expect(vault.page.getByText('ann@example.com')).toBeVisible();
  const unlocked = await memoriesOf(vault, folder);
  for (const shown of ['ann@example.com', 'Summer raffle']) {
    expect(remembering(unlocked, shown)).toContain('page');
  }
  await lock(vault.page);
  await expectForgotten(vault, folder, ['ann@example.com', 'Summer raffle', PASSPHRASE]);
});

test('locked, the process that had shown data has ended, and the page speaks as before', async ({
  vault: { app, page },
}) => {
  const processId = () =>
    app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
    );
  const [before = 0] = await processId();
  await get(page, 'preferences.set', { language: 'de', colorScheme: 'dark' });
  // The page that asked is gone before it hears the answer.
  await get(page, 'workspace.lock').catch(() => null);
  await expect(page.getByRole('button', { name: 'Entsperren', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(await processId()).toEqual([expect.any(Number)]);
  expect(await processId()).not.toEqual([before]);
  await expect(() => expect(isRunning(before)).toBe(false)).toPass({ timeout: 5_000 });
  await page.goBack().catch(() => null);
  await expect(page.getByRole('button', { name: 'Entsperren', exact: true })).toBeVisible();
});

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

test('a ticket that was given back saves and copies nothing any more', async ({
  vault: { app, page },
  folder,
}) => {
  await answerFileDialog(app, join(folder, 'late.zip'));
  const { ticket } = await get(page, 'exports.prepare', {
    selection: { tables: ['participations'], channels: 'all', language: 'en' },
    purpose: 'Send the prizes',
    accepted: ['delete_soon', 'no_unencrypted', 'keep_secret', 'own_risk'],
  });
  await get(page, 'exports.discard', { ticket });
  const error = { code: 'export.ticket_not_found', params: {} };
  expect(await ask(page, 'exports.save', { ticket })).toEqual({ ok: false, error });
  expect(await ask(page, 'exports.copyPassword', { ticket })).toEqual({ ok: false, error });
});

test('neither passphrase nor address nor flow can be read in any file of the user data', async ({
  vault: { app, page, userData },
}) => {
  await lock(page);
  await unlock(page, 'the wrong one, by mistake');
  await expect(page.getByText('This passphrase does not open the workspace.')).toBeVisible();
  await unlock(page);
  await expect(page.getByRole('navigation')).toBeVisible();
  const secrets = [PASSPHRASE, 'the wrong one, by mistake', 'ann@example.com', 'Summer raffle'];
  for (const secret of secrets) expect(filesTelling(userData, secret), secret).toEqual([]);
  await app.close();
  for (const secret of secrets) expect(filesTelling(userData, secret), secret).toEqual([]);
  expect(filesTelling(userData, 'chatvault-workspace')).toEqual([
    join(userData, 'workspace', 'workspace.json'),
  ]);
});
