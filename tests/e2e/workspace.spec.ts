import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSlotFile } from '../../main/vault/workspace/slot-file';
import { channels } from '../../preload/contract';
import { bytesIn, filesIn } from '../support/folder';
import { ask, get } from './support/channels';
import { watchBrowser } from './support/desktop';
import {
  closeFirstSteps,
  createWorkspace,
  keepRecoveryCode,
  lock,
  moduleNode,
  openTable,
  PASSPHRASE,
  takePart,
  USER,
  unlock,
  WORKSPACE,
} from './support/pages';
import { commandLine, expect, test, workspaceOf } from './support/vault';

test.describe('the first run', () => {
  test('refuses a workspace without a name, and short, weak and differing passphrases', async ({
    vault: { page, userData },
  }) => {
    const submit = page.getByRole('button', { name: 'Create workspace' });
    const fill = async (passphrase: string, repeated: string) => {
      await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
      await page.getByLabel('Repeat the passphrase').fill(repeated);
      await submit.click();
    };

    await fill(PASSPHRASE, PASSPHRASE);
    await expect(page.getByText('Give the workspace a name.')).toBeVisible();
    await page.getByLabel('Name of the workspace').fill(WORKSPACE);
    await page.getByLabel('Your name').fill(USER);

    await fill('tram 7!', 'tram 7!');
    await expect(page.getByText('Use at least 12 characters.')).toBeVisible();
    await fill('password1234', 'password1234');
    await expect(page.getByText('This passphrase is too easy to guess.')).toBeVisible();
    await fill(WORKSPACE, WORKSPACE);
    await expect(page.getByText('This passphrase is too easy to guess.')).toBeVisible();
    await fill(PASSPHRASE, PASSPHRASE.replace('v', 'V'));
    await expect(page.getByText('The two passphrases differ.')).toBeVisible();

    expect(existsSync(workspaceOf(userData))).toBe(false);
    await fill(PASSPHRASE, PASSPHRASE);
    await keepRecoveryCode(page);
    await closeFirstSteps(page);
    await expect(moduleNode(page, 'Choice')).toBeVisible();
  });

  test('creates a workspace with the sample in it', async ({ vault: { page, userData } }) => {
    await createWorkspace(page);
    // Those of other tests are cheap to guess; what the application makes never is.
    const [user] = (await readSlotFile(join(workspaceOf(userData), 'workspace.json')))?.users ?? [];
    for (const slot of [user?.passphrase, user?.recovery]) {
      expect(slot?.kdf).toMatchObject({ name: 'scrypt', N: 2 ** 17, r: 8, p: 1 });
    }
    await expect(page.getByRole('heading', { name: 'Hello World' })).toBeVisible();
    for (const name of ['Choice', 'External link', 'End']) {
      await expect(moduleNode(page, name)).toBeVisible();
    }
    await expect(page.getByText('Red pill').first()).toBeVisible();
  });
});

test.describe('locking', () => {
  test.use({ contents: 'raffle' });

  test('leaves nothing of the workspace on the page, not even under an open dialog', async ({
    vault: { app, page },
  }) => {
    await watchBrowser(app);
    await takePart(page, 'ann@example.com');
    await openTable(page, 'Giveaways');
    await page.getByRole('button', { name: 'Delete entry' }).click();
    await expect(page.getByRole('dialog')).toContainText('ann@example.com');

    await page.keyboard.press('Control+L');
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
    const html = await page.content();
    for (const secret of ['ann@example.com', 'Hello World', 'Summer raffle', 'Red pill']) {
      expect(html).not.toContain(secret);
    }
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).toBe('{}');

    await unlock(page);
    await expect(moduleNode(page, 'Choice')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('makes every channel of the workspace refuse', async ({ vault: { page } }) => {
    await lock(page);
    const others = Object.entries(channels).filter(([, { access }]) => access !== 'anyone');
    expect(others.length).toBeGreaterThan(15);
    for (const [name, { access }] of others) {
      // A kiosk's channels are for its own window, locked or not.
      const code = access === 'kiosk' ? 'ipc.forbidden' : 'workspace.locked';
      const answer = await ask(page, name as keyof typeof channels);
      expect(answer, name).toEqual({ ok: false, error: { code, params: {} } });
    }
  });

  test('refuses a wrong passphrase with a sentence, keeps the field, and opens with the right one', async ({
    vault: { page, userData },
  }) => {
    await lock(page);
    // The windows are locked before the database has been closed.
    await expect.poll(() => filesIn(workspaceOf(userData))).not.toContain('vault.db-wal');
    // But that somebody has tried is counted.
    const contents = () => ({ ...bytesIn(workspaceOf(userData)), 'attempts.json': '' });
    const before = contents();
    await unlock(page, 'violet tram unlocks eight lanterns');
    const field = page.getByLabel('Passphrase', { exact: true });
    await expect(page.getByText('This passphrase does not open the workspace.')).toBeVisible();
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('violet tram unlocks eight lanterns');
    expect(contents()).toEqual(before);

    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByText('This passphrase does not open the workspace.')).toBeVisible();
    await unlock(page);
    await expect(moduleNode(page, 'Giveaway')).toBeVisible();
  });
});

test.describe('another start', () => {
  test.use({ contents: 'raffle' });

  test('finds everything again', async ({ vault, start }) => {
    await watchBrowser(vault.app);
    await takePart(vault.page, 'ann@example.com');
    await vault.page.getByRole('radiogroup', { name: 'Language' }).getByText('DE').click();
    await expect(vault.page.getByRole('button', { name: 'Sperren' })).toBeVisible();
    await vault.app.close();

    const { page } = await start(vault.userData);
    await expect(page.getByRole('heading', { name: WORKSPACE })).toBeVisible();
    await page.getByRole('radiogroup').getByText('EN').click();
    await unlock(page);
    await expect(moduleNode(page, 'Giveaway')).toContainText('Summer raffle');
    await openTable(page, 'Giveaways');
    await expect(page.getByText('ann@example.com')).toBeVisible();
  });

  test('beside a running one ends by itself and leaves the first alone', async ({
    vault: { page, userData },
  }) => {
    const { executablePath, args } = commandLine(userData);
    const impatience = { timeout: 30_000, killSignal: 'SIGKILL' } as const;
    const second = spawn(executablePath, args, { stdio: 'ignore', ...impatience });
    const [code] = await once(second, 'exit');
    expect(code).toBe(0);
    await expect(moduleNode(page, 'Giveaway')).toBeVisible();
    expect((await get(page, 'workspace.status')).state).toBe('unlocked');
  });
});
