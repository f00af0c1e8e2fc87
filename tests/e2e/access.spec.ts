import { participate } from './support/channels';
import { watchBrowser } from './support/desktop';
import {
  createWorkspace,
  keepRecoveryCode,
  lock,
  openScreen,
  openTable,
  PASSPHRASE,
  preview,
  takePart,
  unlock,
} from './support/pages';
import {
  actOn,
  addUser,
  changePassphrase,
  refusalOf,
  unlockAs,
  unlockFirstTime,
} from './support/users';
import { expect, test } from './support/vault';

const NEXT = 'nine copper kettles whistle at dawn';
const ownOf = (name: string): string => `${PASSPHRASE} of ${name}`;

test('a lost passphrase is replaced by the recovery code, which works once', async ({ vault }) => {
  const { page } = vault;
  const code = await createWorkspace(page);
  await lock(page);

  await unlock(page, 'not the right passphrase');
  await expect(page.getByText('This passphrase does not open the workspace.')).toBeVisible();

  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await page.getByLabel('Recovery code', { exact: true }).fill(code.toLowerCase());
  await page.getByLabel('New passphrase').fill(NEXT);
  await page.getByLabel('Repeat the passphrase').fill(NEXT);
  await page.getByRole('button', { name: 'Recover and unlock' }).click();
  await expect(page.getByRole('heading', { name: 'Keep your recovery code' })).toBeVisible();
  const nextCode = await keepRecoveryCode(page);
  expect(nextCode).not.toBe(code);
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();

  await lock(page);
  await unlock(page, PASSPHRASE);
  await expect(page.getByText('This passphrase does not open the workspace.')).toBeVisible();
  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await page.getByLabel('Recovery code', { exact: true }).fill(code);
  await page.getByLabel('New passphrase').fill(PASSPHRASE);
  await page.getByLabel('Repeat the passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Recover and unlock' }).click();
  await expect(page.getByText('This recovery code does not open the workspace')).toBeVisible();

  await page.getByRole('button', { name: 'Cancel' }).click();
  await unlock(page, NEXT);
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
});

test.describe('a finished workspace', () => {
  test.use({ contents: 'raffle' });

  test('each role sees its screens, and main refuses the rest', async ({ vault }) => {
    test.slow();
    const { page } = vault;
    const users = [
      {
        name: 'Edda',
        role: 'Editor',
        begins: 'Experiences',
        sees: ['Experiences'],
        refused: ['data.tables', 'users.list'],
      },
      {
        name: 'Vito',
        role: 'Data viewer',
        begins: 'Data',
        sees: ['Data'],
        refused: ['experiences.create', 'users.list'],
      },
      {
        name: 'Stella',
        role: 'Data steward',
        begins: 'Data',
        sees: ['Data'],
        refused: ['experiences.create', 'users.list'],
      },
      {
        name: 'Otto',
        role: 'Auditor',
        begins: 'Audit log',
        sees: [],
        refused: ['data.tables', 'experiences.create'],
      },
    ];
    const hidden = ['Experiences', 'Data', 'Users'];
    for (const { name, role } of users) await addUser(page, name, role, `${PASSPHRASE} ${name}`);

    for (const { name, role, begins, sees, refused } of users) {
      await lock(page);
      await unlockFirstTime(page, name, `${PASSPHRASE} ${name}`, ownOf(name));
      const navigation = page.getByRole('navigation', { name: 'Main navigation' });
      await expect(navigation.locator('[aria-current=page]')).toContainText(begins);
      for (const screen of hidden) {
        const named = page.getByText(screen, { exact: true });
        await expect(navigation.getByRole('button').filter({ has: named })).toHaveCount(
          sees.includes(screen) ? 1 : 0,
        );
      }
      for (const channel of refused) {
        const input = channel === 'experiences.create' ? { name: 'Mine' } : undefined;
        expect(await refusalOf(page, channel, input)).toBe('ipc.forbidden');
      }
      if (sees.includes('Data')) await openScreen(page, 'Data');
      const isSteward = role === 'Data steward';
      for (const action of ['Delete all', 'Export table']) {
        await expect(page.getByRole('button', { name: action })).toHaveCount(isSteward ? 1 : 0);
      }
    }

    await openScreen(page, 'Storage & settings');
    await page.getByRole('button', { name: 'Change passphrase' }).first().click();
    await changePassphrase(page, ownOf('Otto'), NEXT);
    await expect(page.getByText('ask an administrator to rotate the key')).toBeVisible();
    await lock(page);
    await unlockAs(page, 'Otto', NEXT);
  });

  test('the key is rotated, with every row kept and without a new login', async ({
    vault: { app, page },
  }) => {
    await watchBrowser(app);
    await participate(page, 'ann@example.com');
    await addUser(page, 'Edda', 'Editor', NEXT);

    await actOn(page, 'Edda', 'Remove…');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Rotate the key' });
    await expect(dialog.getByText('Edda no longer has access.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Rotate key' }).click();
    await expect(page.getByText('The database is under a new key.')).toBeVisible();

    await openTable(page, 'Giveaways');
    await expect(page.getByText('ann@example.com')).toBeVisible();
    await openScreen(page, 'Experiences');
    await takePart(page, 'ben@example.com');
    await expect(preview(page).getByText('You are taking part. Good luck!')).toBeVisible();

    await lock(page);
    await unlock(page);
    await openTable(page, 'Giveaways');
    await expect(page.getByText('2 entries', { exact: true })).toBeVisible();
  });

  test('the workspace locks when nobody is at the computer', async ({ vault }) => {
    const { app, page } = vault;
    const locked = page.getByRole('button', { name: 'Unlock', exact: true });
    await openScreen(page, 'Storage & settings');
    await page.getByLabel('Lock after this time without input').selectOption('1 minute');
    await expect(page.getByText('The time until locking was changed.')).toBeVisible();

    await app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 61;
    });
    await expect(locked).toBeVisible();
    await expect(page.getByText('Hello World')).toHaveCount(0);
    expect(await refusalOf(page, 'experiences.list')).toBe('workspace.locked');

    await app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 0;
    });
    for (const event of ['suspend', 'lock-screen']) {
      await unlock(page);
      await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
      // Only once this call has answered: the lock would collect what it answers with as garbage.
      await app.evaluate(({ powerMonitor }, name) => {
        setTimeout(() => powerMonitor.emit(name), 0);
      }, event);
      await expect(locked).toBeVisible();
      expect(await refusalOf(page, 'me.view')).toBe('workspace.locked');
    }
  });

  test('a message never lies on the buttons of a dialog', async ({ vault: { page } }) => {
    await addUser(page, 'Edda', 'Editor', PASSPHRASE);
    // Under the pointer, it stays.
    const message = page.getByRole('alert').filter({ hasText: 'Edda' });
    await message.hover();
    await page.getByRole('button', { name: 'Add user' }).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(message).toBeVisible();
    const isOnTop = await message.evaluate((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return node.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
    expect(isOnTop).toBe(false);
  });
});
