import { wordsOf } from '../support/words';
import { onlyExperience, participate, rowCounts } from './support/channels';
import { kill, watchBrowser } from './support/desktop';
import {
  addBelow,
  answerEmail,
  moduleNode,
  openTable,
  preview,
  restart,
  saved,
  takePart,
  unlock,
} from './support/pages';
import { expect, test } from './support/vault';

const TAKING_PART = 'You are taking part. Good luck!';
const ALREADY = 'This email address is already taking part.';

test.describe('the raffle', () => {
  test.use({ contents: 'raffle' });

  test.beforeEach(async ({ vault: { app } }) => {
    await watchBrowser(app);
  });

  test('asks again after an invalid address and after refused terms, and keeps neither', async ({
    vault: { page },
  }) => {
    const chat = preview(page);
    await takePart(page, 'ann@nowhere');
    await expect(chat.getByText('This does not look like an email address.')).toBeVisible();

    await chat.getByLabel('Your email address').fill('ann@example.com');
    await chat.getByRole('checkbox').uncheck();
    await chat.getByRole('button', { name: 'Send' }).click();
    await expect(chat.getByText('To go on, please tick the box.')).toBeVisible();
    expect(await rowCounts(page)).toMatchObject({ customers: 0, participations: 0 });

    await answerEmail(page, 'ann@example.com');
    await expect(chat.getByText(TAKING_PART)).toBeVisible();
    expect(await rowCounts(page)).toMatchObject({ customers: 1, participations: 1 });
  });

  test('knows an address again in other letter case and with blanks around it', async ({
    vault: { page },
  }) => {
    await takePart(page, 'Ann.Example@example.com');
    await expect(preview(page).getByText(TAKING_PART)).toBeVisible();
    await takePart(page, 'aNN.example@EXAMPLE.com');
    await expect(preview(page).getByText(ALREADY)).toBeVisible();

    // The field for addresses drops blanks by itself; main may not rely on it.
    const { messages } = await participate(page, '\t ann.EXAMPLE@example.com\u00a0 ');
    expect(messages.map(({ message }) => wordsOf(message)).join()).toContain(ALREADY);
    expect(await rowCounts(page)).toMatchObject({ customers: 1, participations: 1 });
    await openTable(page, 'Runtime log');
    await expect(page.getByText('Second participation refused')).toHaveCount(2);
  });

  test('takes part once however many conversations try at the same moment', async ({
    vault: { page },
  }) => {
    const turns = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        participate(page, index % 2 ? 'ann@example.com' : 'ANN@example.com'),
      ),
    );
    const answers = turns.map(({ messages }) =>
      messages.map(({ message }) => wordsOf(message)).at(-1),
    );
    expect(answers.filter((text) => text === TAKING_PART)).toHaveLength(1);
    expect(await rowCounts(page)).toMatchObject({ participations: 1 });
  });

  test('keeps a participation that was confirmed when the process is killed', async ({
    vault,
    start,
  }) => {
    await takePart(vault.page, 'ann@example.com');
    await expect(preview(vault.page).getByText(TAKING_PART)).toBeVisible();
    await kill(vault.app);

    const { page } = await start(vault.userData);
    await unlock(page);
    await openTable(page, 'Giveaways');
    await expect(page.getByText('ann@example.com')).toBeVisible();
  });

  test('keeps what was saved when the process is killed', async ({ vault, start }) => {
    const words = 'See you on the other side of the mirror!';
    await moduleNode(vault.page, 'End').click();
    await vault.page.getByLabel('Last words').fill(words);
    await saved(vault.page);
    await kill(vault.app);

    const { page } = await start(vault.userData);
    await unlock(page);
    await expect(moduleNode(page, 'End')).toContainText(words);
  });
});

test.describe('the builder', () => {
  test.use({ contents: 'sample' });

  test('explains why a giveaway without entries cannot be played, and leads to it', async ({
    vault: { page },
  }) => {
    await addBelow(page, 'External link', 'Next', 'Email');
    await addBelow(page, 'Email', 'Next', 'Giveaway');
    await saved(page);
    await page.getByRole('button', { name: 'Deselect the module' }).click();
    await restart(page);
    await expect(preview(page).getByRole('alert')).toContainText(
      'This experience cannot be played yet. Solve the errors in the problems list first.',
    );

    await preview(page).getByRole('button', { name: 'Show the problems' }).click();
    const problems = page.getByRole('region', { name: 'Problems' });
    await problems.getByRole('button', { name: /“Giveaways” needs at least one entry/ }).click();
    await expect(page.getByRole('region', { name: 'Giveaway', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add giveaway' })).toBeFocused();

    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('Summer raffle');
    await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
    await preview(page).getByRole('button', { name: 'Try again' }).click();
    await expect(preview(page).getByRole('button', { name: 'Red pill' })).toBeVisible();
  });

  test('undoes and redoes every step, and saves where it ends', async ({ vault: { page } }) => {
    const { draft: original } = await onlyExperience(page);
    await addBelow(page, 'External link', 'Next', 'Email');
    await page.locator('[data-field=question]').fill('Where can we reach you?');
    await saved(page);
    const { draft: changed } = await onlyExperience(page);
    const undo = page.getByRole('button', { name: 'Undo' });

    await page.keyboard.press('Control+Z');
    await expect(page.locator('[data-field=question]')).toHaveText('What is your email address?');
    await undo.click();
    await expect(moduleNode(page, 'Email')).toHaveCount(0);
    await expect(undo).toBeDisabled();
    await saved(page);
    expect((await onlyExperience(page)).draft).toEqual(original);

    await page.keyboard.press('Control+Shift+Z');
    await expect(moduleNode(page, 'Email')).toBeVisible();
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(moduleNode(page, 'Email')).toContainText('Where can we reach you?');
    await saved(page);
    expect((await onlyExperience(page)).draft).toEqual(changed);
  });
});
