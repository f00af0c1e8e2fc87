import { expectAccessible } from './support/axe';
import { lock, openScreen, PASSPHRASE } from './support/pages';
import { actOn, addUser } from './support/users';
import { expect, test } from './support/vault';

test.use({ contents: 'sample' });

test('keys and users are for everyone: WCAG 2.2 AA, in English and German, light and dark', async ({
  vault: { page },
}) => {
  test.slow();
  await addUser(page, 'Edda', 'Editor', PASSPHRASE);
  await expectAccessible(page, 'users');
  await page.getByRole('button', { name: 'Add user' }).click();
  await expectAccessible(page, 'add user');
  await page.keyboard.press('Escape');
  await actOn(page, 'Edda', 'New first passphrase…');
  await expectAccessible(page, 'reset passphrase');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rotate the key…' }).click();
  await expectAccessible(page, 'rotate key');
  await page.keyboard.press('Escape');

  await openScreen(page, 'Storage & settings');
  await expectAccessible(page, 'my access');
  await page.getByRole('button', { name: 'Make a new recovery code' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Make a new recovery code' }).click();
  await expect(dialog.getByLabel('I have kept the recovery code')).toBeVisible();
  await expectAccessible(page, 'recovery code');
  await dialog.getByLabel('I have kept the recovery code').check();
  await dialog.getByRole('button', { name: 'Continue' }).click();

  await lock(page);
  await expectAccessible(page, 'unlock with a choice of users');
  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await expectAccessible(page, 'recover');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByLabel('User', { exact: true }).selectOption({ label: 'Edda' });
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Set your own passphrase' })).toBeVisible();
  await expectAccessible(page, 'temporary passphrase');
});
