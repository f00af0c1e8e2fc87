import type { Locator } from 'playwright/test';
import { expectAccessible } from './support/axe';
import { pressKey } from './support/desktop';
import { preview } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

const DEVICES = [
  { name: 'Phone', width: 390, height: 844 },
  { name: 'Tablet', width: 820, height: 1180 },
  { name: 'Kiosk, portrait', width: 1080, height: 1920 },
  { name: 'Kiosk, landscape', width: 1920, height: 1080 },
  { name: 'Desktop', width: 1440, height: 900 },
];

/** The size in CSS pixels that the chat is laid out in, and the part of it that is shown. */
async function sizesOf(chat: Locator) {
  const log = chat.getByRole('log');
  return log.evaluate((element) => {
    const page = element.closest<HTMLElement>('[data-chat-scheme]')?.parentElement;
    if (!page) throw new Error('There is no page around the chat.');
    const shown = page.getBoundingClientRect();
    const room = page.closest('[data-frame]')?.getBoundingClientRect();
    return {
      page: { width: page.offsetWidth, height: page.offsetHeight },
      scale: shown.width / page.offsetWidth,
      isInside:
        room !== undefined &&
        shown.left >= room.left &&
        shown.right <= room.right + 0.5 &&
        shown.top >= room.top &&
        shown.bottom <= room.bottom + 0.5,
    };
  });
}

test('the chat is laid out in the size of each device, is used there, and can be shown large', async ({
  vault: { app, page },
}) => {
  const chat = preview(page);

  await test.step('a kiosk invites first, as it will on its stand', async () => {
    await chat.getByText('Kiosk, landscape', { exact: true }).dispatchEvent('click');
    await expect(chat.getByRole('heading', { name: 'Hello World' })).toBeVisible();
    await chat.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(chat.getByRole('button', { name: 'Red pill' })).toBeVisible();
  });

  await test.step('each device has its size, all of it shown, and says how much smaller', async () => {
    for (const { name, width, height } of DEVICES) {
      await chat.getByText(name, { exact: true }).dispatchEvent('click');
      await expect.poll(async () => (await sizesOf(chat)).page).toEqual({ width, height });
      const { scale, isInside } = await sizesOf(chat);
      expect(isInside, name).toBe(true);
      await expect(chat.getByText(`${Math.round(scale * 100)}%`)).toBeVisible();
    }
  });

  await test.step('a kiosk is touched and read from afar, and opens no browser', async () => {
    await chat.getByText('Kiosk, portrait', { exact: true }).dispatchEvent('click');
    const reply = chat.getByRole('button', { name: 'Red pill' });
    expect(
      await reply.evaluate((button: HTMLElement) => button.offsetHeight),
    ).toBeGreaterThanOrEqual(48);
    await reply.click();
    await expect(chat.getByRole('button', { name: 'Continue' })).toBeVisible();
  });

  await test.step('the conversation goes on in another device', async () => {
    await chat.getByText('Phone', { exact: true }).dispatchEvent('click');
    await expect(chat.getByRole('log').getByText('Red pill')).toBeVisible();
    await expect(chat.getByRole('button', { name: 'Continue' })).toHaveCount(0);
  });

  await test.step('large, it fills the builder until Escape', async () => {
    await chat.getByRole('button', { name: 'Preview large' }).click();
    const panel = page.locator('[data-preview-large]');
    const { width } = (await panel.boundingBox()) ?? { width: 0 };
    const body = await panel.evaluate((element) => element.closest('[data-group]')?.clientWidth);
    expect(width).toBe(body);
    await expect(page.locator('.react-flow__node').first()).not.toBeVisible();
    await page.getByLabel('Size', { exact: true }).selectOption('100%');
    await expect.poll(async () => (await sizesOf(chat)).scale).toBe(1);
    await expectAccessible(page, 'large preview');
    await pressKey(app, 'Escape');
    await expect(panel).toHaveCount(0);
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
  });
});

test('colours and another language are pretences, each with a way back', async ({
  vault: { page },
}) => {
  const chat = preview(page);
  await page.getByRole('button', { name: 'Preview options' }).click();
  await page.getByText('Dark', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(chat.getByText('The chat is shown in dark colors.')).toBeVisible();
  await chat.getByRole('button', { name: 'As the app' }).click();
  await expect(chat.getByText('The chat is shown in dark colors.')).toHaveCount(0);
});
