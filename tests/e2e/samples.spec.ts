import type { Page } from 'playwright/test';
import { watchBrowser } from './support/desktop';
import { preview, restart } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'sample' });

const PRIVACY = 'I have read the privacy notice';

async function create(page: Page, sample: string) {
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'New experience…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New experience' });
  await dialog.getByRole('radio', { name: sample }).check();
  await expect(dialog.getByLabel('Name')).toHaveValue(sample);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sample);
}

/** Takes part in the chat by what can be read in it. */
function participant(page: Page) {
  const chat = preview(page);
  const press = (name: string) => chat.getByRole('button', { name, exact: true }).click();
  return {
    press,
    tick: (text: string) => chat.getByLabel(text).check(),
    choose: (name: string) => chat.getByRole('radio', { name }).check(),
    fill: (label: string, text: string) => chat.getByLabel(label).fill(text),
    giveAddress: async (terms: string) => {
      await chat.getByLabel(terms).check();
      await chat.getByLabel('Your email address').fill('ann@example.com');
      await page.keyboard.press('Enter');
    },
    hears: (text: string) => expect(chat.getByText(text)).toBeVisible(),
  };
}

test('every sample starts an experience that can be played to its end', async ({
  vault: { app, page },
}) => {
  await watchBrowser(app);
  const me = participant(page);

  await test.step('Hello World', async () => {
    await create(page, 'Hello World');
    await restart(page);
    await me.press('Blue pill');
    await me.hears('Goodbye!');
  });

  await test.step('the raffle', async () => {
    await create(page, 'Trade-fair raffle');
    await restart(page);
    await me.press('Yes, I am');
    await me.fill('First name', 'Ann');
    await me.fill('Last name', 'Example');
    await page.keyboard.press('Enter');
    await me.giveAddress(PRIVACY);
    await me.tick('I accept the terms of participation');
    await me.press('Take part');
    await me.hears('You are taking part, Ann. Good luck!');
    await me.tick('I would like to get the newsletter');
    await me.press('Continue');
    await me.hears('Thank you! You will hear from us');
  });

  await test.step('the calendar, on the day of St. Nicholas', async () => {
    await create(page, 'Advent calendar');
    await page.getByRole('button', { name: 'Preview options' }).click();
    await page.getByRole('textbox', { name: 'Time travel' }).fill('2031-12-06T10:00');
    await page.keyboard.press('Escape');
    await restart(page);
    await me.giveAddress(PRIVACY);
    await me.press('Open door 6');
    await me.hears('St. Nicholas was here!');
    await me.press('Not today');
    await me.hears('see you at the next door!');
    await preview(page).getByRole('button', { name: 'Back to today' }).click();
  });

  await test.step('the survey', async () => {
    await create(page, 'Customer survey');
    await restart(page);
    await me.tick('I agree that my answers are stored');
    await me.press('Start');
    await me.press('9 of 10');
    await me.press('No comment');
    await me.press('Sometimes');
    await me.tick('Advice');
    await me.press('Send');
    for (const row of ['Our staff', 'Our range']) {
      await preview(page)
        .getByRole('radiogroup', { name: row })
        .getByRole('radio', { name: 'Good' })
        .check();
    }
    await me.press('Send');
    await me.press('4 of 5');
    await me.press('Skip');
    await me.press('No, thank you');
    await me.hears('Your answers are deleted after 60 days.');
  });

  await test.step('the loyalty card', async () => {
    await create(page, 'Loyalty card');
    await restart(page);
    await me.giveAddress(PRIVACY);
    await me.press('Collect points');
    await me.hears('You now have 30 points.');
    await preview(page)
      .getByRole('button', { name: /A coffee/ })
      .click();
    await me.hears('Please show this at the counter');
  });
});
