import { expectAccessible } from './support/axe';
import { get, onlyExperience, rowCounts } from './support/channels';
import { watchBrowser } from './support/desktop';
import { moduleNode, preview, saved, takePart } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

test('a persona plays the whole path again in a moment, without what was typed about a person', async ({
  vault: { app, page },
}) => {
  const opened = await watchBrowser(app);
  const chat = preview(page);
  const personas = chat.getByRole('button', { name: 'Personas' });

  await test.step('the answers of a chat are kept under a name, the address an invented one', async () => {
    await takePart(page, 'maria.muster@firma.example');
    await personas.click();
    await chat.getByRole('button', { name: 'Keep the answers of this chat' }).click();
    await expect(chat.getByText('Do not keep what belongs to real people.')).toBeVisible();
    await chat.getByLabel('Name of the persona').fill('Takes part');
    await chat.getByRole('button', { name: 'Keep', exact: true }).click();
    await expectAccessible(page, 'personas');
    await saved(page);
    const { draft } = await get(page, 'experiences.get', { id: (await onlyExperience(page)).id });
    expect(JSON.stringify(draft.personas)).toContain('erika@example.com');
    expect(JSON.stringify(draft)).not.toContain('firma.example');
  });

  await test.step('played, it writes rows of a preview as ever, and opens no browser', async () => {
    const before = await rowCounts(page);
    const links = (await opened()).length;
    await chat.getByRole('button', { name: 'Play “Takes part”' }).click();
    await expect(chat.getByText('“Takes part” was played to the end: 3 steps.')).toBeVisible();
    await expect(chat.getByText('erika@example.com').first()).toBeVisible();
    expect((await rowCounts(page)).participations).toBe((before.participations ?? 0) + 1);
    expect(await opened()).toHaveLength(links);
  });

  await test.step('it stops where an answer is missing, and says at which module', async () => {
    await moduleNode(page, 'Choice').click();
    await page.getByRole('textbox', { name: 'Label' }).first().fill('Crimson pill');
    await personas.click();
    await chat.getByRole('button', { name: 'More for “Takes part”' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await chat.getByLabel('Name of the persona').fill('Erika');
    await page.keyboard.press('Enter');
    await expect(chat.getByRole('button', { name: 'Play “Erika”' })).toBeVisible();
    await moduleNode(page, 'Email').click();
    await page.keyboard.press('Delete');
    await expect(
      chat.getByText(/1 answer belongs to a module that is not in this flow/),
    ).toBeVisible();
  });

  await test.step('it is deleted, and undo brings it back', async () => {
    await chat.getByRole('button', { name: 'More for “Erika”' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(chat.getByText('There are no personas yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(chat.getByRole('button', { name: 'Play “Erika”' })).toBeVisible();
  });
});

test('all ways are tried in seconds without storing anything, marked, listed and played', async ({
  vault: { page },
}) => {
  const chat = preview(page);
  await chat.getByRole('button', { name: 'Try all ways' }).click();
  await chat.getByRole('region', { name: 'Try all ways' }).getByRole('button').click();
  await expect(chat.getByText(/^\d+ of \d+ modules reached$/)).toBeVisible();
  expect(Object.values(await rowCounts(page)).every((count) => count === 0)).toBe(true);
  await expect(
    moduleNode(page, 'Giveaway').getByRole('img', { name: 'Reached by answers' }),
  ).toBeVisible();
  await expect(chat.getByText('When somebody takes part again').first()).toBeVisible();
  await expectAccessible(page, 'ways');
  await chat
    .getByRole('button', { name: /^Play this way: / })
    .first()
    .click();
  await expect(chat.getByText(/was played to the end|Go on yourself/)).toBeVisible();
});
