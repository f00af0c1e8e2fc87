import { get } from './support/channels';
import { watchBrowser } from './support/desktop';
import { answerEmail, openScreen, preview, restart } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

test('one person is one person, in whatever form the address is written', async ({
  vault: { app, page },
}) => {
  test.slow();
  await watchBrowser(app);
  const chat = preview(page);
  const play = async (email: string) => {
    await restart(page);
    await chat.getByRole('button', { name: 'Red pill' }).click();
    await chat.getByRole('button', { name: 'Follow the white rabbit' }).click();
    await answerEmail(page, email);
  };

  await test.step('the address stays as it was typed, and takes part once', async () => {
    await play('anna@müller.example');
    await expect(chat.getByText('You are taking part. Good luck!')).toBeVisible();
    await expect(chat.getByText('Email: anna@müller.example', { exact: true })).toBeVisible();
    await play('Anna@XN--MLLER-KVA.example');
    await expect(chat.getByText('is already taking part')).toBeVisible();
  });

  await test.step('a likely typing error is asked back, and kept or taken', async () => {
    await play('ann@gmail.con');
    await expect(chat.getByText('Did you mean ann@gmail.com?')).toBeVisible();
    await chat.getByRole('button', { name: 'No, keep ann@gmail.con' }).click();
    await expect(chat.getByText('You are taking part. Good luck!')).toBeVisible();
    await play('bob@gmial.com');
    await chat.getByRole('button', { name: 'Yes, bob@gmail.com' }).click();
    await expect(chat.getByText('You are taking part. Good luck!')).toBeVisible();
    const tables = await Promise.all(
      ['ann@gmail.con', 'bob@gmail.com'].map((email) => get(page, 'privacy.find', { email })),
    );
    for (const { tables: found } of tables) expect(found).not.toEqual([]);
  });

  await test.step('Person finds them by both forms', async () => {
    await openScreen(page, 'People and requests');
    const field = page.getByRole('combobox', { name: 'Email address' });
    for (const form of ['anna@xn--mller-kva.example', 'Anna <ANNA@Müller.example>', 'müller']) {
      await field.fill(form);
      await field.press('Enter');
      const isPart = !form.includes('@');
      const found = page.getByRole('button', { name: 'Show anna@müller.example' });
      if (isPart) await found.click();
      await expect(page.getByRole('heading', { name: 'anna@müller.example' })).toBeVisible();
    }
    await expect(page.getByRole('list', { name: 'Entries per table' })).toContainText(
      'Customers · 1',
    );
  });

  await test.step('a pasted list leaves them out of a draw, and shows what it was taken for', async () => {
    await openScreen(page, 'Draws');
    await page.getByRole('button', { name: 'Prepare a draw' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Giveaway' }).click();
    await page.getByRole('option', { name: /Summer raffle/ }).click();
    await dialog.getByRole('textbox', { name: 'Prize 1', exact: true }).fill('Bike');
    await dialog.getByLabel('Let participations of the preview win').check();
    const list = dialog.getByLabel('Addresses that cannot win');
    await list.fill(
      'Müller, Anna <anna@xn--mller-kva.example>; "Eve" <eve@example.com>\nHuman Resources',
    );
    await expect(dialog.getByRole('status')).toHaveText(
      '1 not understood · 1 does not take part · 1 takes part and is left out',
    );
    const entries = dialog.getByRole('list', { name: 'Entries of the list' });
    await expect(entries.getByRole('listitem')).toHaveCount(3);
    await expect(entries.getByRole('listitem').first()).toContainText('Human Resources');
    await dialog.getByRole('button', { name: 'Prepare a draw' }).click();
    await expect(dialog.getByText('The draw was not prepared')).toBeInViewport({ ratio: 1 });
    await dialog.getByLabel('Go on without the entry').check();
    await dialog.getByRole('button', { name: 'Prepare a draw' }).click();
    await expect(page.getByText('2 people, one chance each')).toBeVisible();
  });
});
