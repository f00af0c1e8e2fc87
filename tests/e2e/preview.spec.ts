import { get, rowCounts } from './support/channels';
import { watchBrowser } from './support/desktop';
import { moduleNode, preview, restart, takePart } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

const options = { name: 'Preview options' };

test('shows what is stored, travels in time, starts anywhere and forgets all of it', async ({
  vault: { app, page },
}) => {
  await watchBrowser(app);
  const chat = preview(page);

  await test.step('the trail says what was written, and the variables what is known', async () => {
    await takePart(page, 'ann@example.com');
    const trail = chat.getByRole('list', { name: 'Data trail' });
    const row = trail.getByRole('listitem').filter({ hasText: 'Giveaways' });
    await expect(row).toContainText('Email: ann@example.com · Giveaway: Summer raffle');
    await chat.getByRole('tab', { name: 'Variables' }).click();
    await expect(chat.getByText('giveaway_title')).toBeVisible();
  });

  await test.step('a returning participant keeps the variables, from any module on', async () => {
    await moduleNode(page, 'Giveaway').click();
    await page.getByRole('button', options).click();
    await page.getByRole('switch', { name: 'Returning participant' }).dispatchEvent('click');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Preview from here' }).click();
    await expect(chat.getByText('Starts at “Giveaway”.')).toBeVisible();
    await expect(chat.getByText('This email address is already taking part.')).toBeVisible();
    await chat.getByRole('button', { name: 'From the start' }).click();
  });

  await test.step('another date is shown, and holds from the next restart', async () => {
    await page.getByRole('button', options).click();
    await page.getByRole('textbox', { name: 'Time travel' }).fill('2031-12-24T18:00');
    await page.keyboard.press('Escape');
    await expect(chat.getByText(/After a restart it will be Dec 24, 2031/)).toBeVisible();
    await restart(page);
    await expect(chat.getByText(/In this chat it is Dec 24, 2031/)).toBeVisible();
    await chat.getByRole('button', { name: 'Back to today' }).click();
  });

  await test.step('one click and a confirmation erase all preview data', async () => {
    const { rows } = await get(page, 'preview.rows');
    expect(rows).toBeGreaterThan(4);
    await page.getByRole('button', options).click();
    await page.getByRole('button', { name: 'Delete preview data…' }).click();
    await page.getByRole('button', { name: `Delete ${rows} entries` }).click();
    await expect(page.getByText(`${rows} entries of previews were deleted.`)).toBeVisible();
    expect(Object.values(await rowCounts(page)).every((count) => count === 0)).toBe(true);
    await expect(chat.getByRole('button', { name: 'Start the chat' })).toBeVisible();
  });
});
