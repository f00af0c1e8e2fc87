import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { chain, jumps, says } from '../support/graphs';
import { get, onlyExperience } from './support/channels';
import { answerFileDialog, answerOpenDialog } from './support/desktop';
import { moduleNode, saved, takeTool } from './support/pages';
import { expect, test } from './support/vault';

const dialog = (page: Page) => page.getByRole('dialog');
const problems = (page: Page) => page.getByRole('region', { name: 'Problems' });

async function publish(page: Page, name: string) {
  await page.getByRole('button', { name: 'Publish…' }).click();
  await dialog(page).getByLabel('Name (optional)').fill(name);
  await dialog(page).getByRole('button', { name: 'Publish', exact: true }).click();
}

async function openLibrary(page: Page) {
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'All experiences…' }).click();
  await expect(page.getByRole('textbox', { name: 'Search experiences' })).toBeVisible();
}

test.describe('the builder', () => {
  test.use({ contents: 'raffle' });

  test('publishes versions, shows what changed, and restores one without losing the draft', async ({
    vault: { page },
  }) => {
    await page.getByRole('button', { name: 'Publish…' }).click();
    await expect(dialog(page)).toContainText('Privacy check');
    await expect(dialog(page).getByRole('row', { name: /Customers 180 days Email/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await publish(page, 'Fair in May');
    await expect(page.getByRole('dialog', { name: 'Version 1 is published' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Version 1 is published', { exact: true })).toBeVisible();

    await moduleNode(page, 'Email').click();
    await page.locator('[data-field=question]').fill('Where can we reach you?');
    await moduleNode(page, 'End').click();
    await page.keyboard.press('Delete');
    await expect(page.getByText('Changed since version 1')).toBeVisible();
    const { id } = await onlyExperience(page);
    const published = await get(page, 'versions.list', { experienceId: id });
    const version = await get(page, 'versions.get', { id: published[0]?.id ?? '' });
    expect(version.graph.modules).toHaveLength(7);

    await page.getByRole('button', { name: 'Version history' }).click();
    const changes = dialog(page).getByRole('region', { name: 'Changes' });
    await expect(
      changes.getByRole('row', { name: /What is your email address\? Where can we reach you\?$/ }),
    ).toBeVisible();
    await expect(changes).toContainText('Removed: End: Goodbye!');
    const picture = dialog(page).getByRole('region', { name: 'Both versions on one canvas' });
    await expect(picture.getByText('Changed')).toBeVisible();
    await expect(picture.getByText('Removed')).toBeVisible();
    await dialog(page).getByRole('button', { name: 'Restore into the draft' }).click();
    await expect(moduleNode(page, 'End')).toBeVisible();
    await expect(page.getByText('Version 1 is published', { exact: true })).toBeVisible();

    // The draft before is one undo step away, and in the history.
    await page.keyboard.press('Control+z');
    await expect(moduleNode(page, 'End')).toBeHidden();
    await page.getByRole('button', { name: 'Version history' }).click();
    await expect(dialog(page).getByRole('button', { name: /Kept draft/ })).toBeVisible();
  });

  test('repairs what has one repair, and takes it back by undo', async ({ vault: { page } }) => {
    await moduleNode(page, 'Email').click();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: '1 problem' }).click();
    await problems(page).getByRole('button', { name: 'Add “Email” before it' }).click();
    await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
    await expect(moduleNode(page, 'Email')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: '1 problem' })).toBeVisible();
  });

  test('is worked with the keyboard: select, copy, paste elsewhere, connect, find the keys', async ({
    vault: { page },
  }) => {
    await moduleNode(page, 'Message').first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(moduleNode(page, 'Choice')).toBeFocused();
    await expect(page.getByRole('region', { name: 'Choice' })).toBeVisible();
    await page.keyboard.press('Control+a');
    await expect(page.getByRole('heading', { name: '7 modules selected' })).toBeVisible();
    await page.keyboard.press('Control+c');

    await openLibrary(page);
    await page.getByRole('button', { name: 'New experience…' }).click();
    await dialog(page).getByLabel('Name').fill('Second');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Add the first module' })).toBeVisible();
    await page.getByRole('region', { name: 'Flow' }).focus();
    await page.keyboard.press('Control+v');
    await expect(page.locator('.react-flow__node')).toHaveCount(7);
    await saved(page);
    await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();

    await moduleNode(page, 'End').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('c');
    await dialog(page).getByRole('combobox', { name: 'Leads to' }).fill('Email');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: 'Connect' }).click();
    await expect(page.getByRole('button', { name: '1 problem' })).toBeVisible();

    await page.keyboard.press('?');
    await expect(dialog(page)).toContainText('Paste, also from another experience');
  });

  test('takes modules from the palette onto an edge, and moves one onto another edge', async ({
    vault: { page },
  }) => {
    await takeTool(page, 'Modules');
    const edge = page.getByRole('group', { name: 'From External link, “Next”, to Email' });
    const option = page.getByRole('option', { name: /^Message/ });
    const path = edge.locator('.react-flow__edge-interaction');
    const at = await path.evaluate((element) => {
      const { x, y, height } = element.getBoundingClientRect();
      return { x: x + element.getBoundingClientRect().width / 2, y: y + height * 0.8 };
    });
    await option.hover();
    await page.mouse.down();
    await page.mouse.move(at.x, at.y - 4, { steps: 4 });
    await page.mouse.move(at.x, at.y, { steps: 4 });
    await page.mouse.up();
    await expect(
      page.getByRole('group', { name: 'From External link, “Next”, to Message' }),
    ).toBeAttached();
    await expect(
      page.getByRole('group', { name: 'From Message, “Next”, to Email' }),
    ).toBeAttached();
  });
});

test.describe('the list of experiences', () => {
  test.use({ contents: 'sample' });

  test('exports, refuses a hostile file, imports, archives and deletes', async ({
    vault: { app, page },
    folder,
  }) => {
    const file = join(folder, 'hello.json');
    await openLibrary(page);
    const actions = (name: string) => page.getByRole('button', { name: `Actions for “${name}”` });
    await answerFileDialog(app, file);
    await actions('Hello World').click();
    await page.getByRole('menuitem', { name: 'Export as a file…' }).click();
    await expect(page.getByText('Saved as hello.json.')).toBeVisible();

    const hostile = join(folder, 'hostile.json');
    await writeFile(hostile, (await readFile(file, 'utf8')).replace('{', '{"__proto__":{"x":1},'));
    await answerOpenDialog(app, hostile);
    await page.getByRole('button', { name: 'Import…' }).click();
    await expect(page.getByText('This file uses the name “__proto__”')).toBeVisible();

    await answerOpenDialog(app, file);
    await page.getByRole('button', { name: 'Import…' }).click();
    await expect(dialog(page)).toContainText('Message × 2');
    await dialog(page).getByLabel('Name').fill('From a friend');
    await dialog(page).getByRole('button', { name: 'Import', exact: true }).click();
    await expect(moduleNode(page, 'Choice')).toBeVisible();

    await openLibrary(page);
    await actions('Hello World').click();
    await page.getByRole('menuitem', { name: 'Archive' }).click();
    await expect(actions('Hello World')).toBeHidden();
    await actions('From a friend').click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await dialog(page).getByLabel('Type “From a friend” to confirm').fill('From a friend');
    await dialog(page).getByRole('button', { name: 'Delete experience' }).click();
    await expect(actions('From a friend')).toBeHidden();
    await page.getByText('Archived', { exact: true }).click();
    await expect(actions('Hello World')).toBeVisible();
    await get(page, 'deletions.finish');
    const list = await get(page, 'experiences.list');
    expect(list.map(({ name }) => name)).toEqual(['Hello World']);
  });

  test('says who leads into a published experience before it is archived', async ({
    vault: { page },
  }) => {
    const start = await onlyExperience(page);
    const part = await get(page, 'experiences.create', { name: 'The part' });
    for (const [id, draft] of [
      [part.id, chain(says('a', 'Hello'))],
      [start.id, chain(jumps('b', 'move', part.id))],
    ] as const) {
      const { revision } = await get(page, 'experiences.get', { id });
      const saved = await get(page, 'experiences.saveDraft', { id, draft, revision });
      const publication = { experienceId: id, revision: saved.revision, name: '', note: '' };
      await get(page, 'versions.publish', publication);
    }
    await page.reload();
    await openLibrary(page);
    await page.getByRole('button', { name: 'Actions for “The part”' }).click();
    await page.getByRole('menuitem', { name: 'Archive' }).click();
    const asked = page.getByRole('dialog', { name: 'Archive' });
    await expect(asked).toContainText('leads into this one: Hello World.');
    await asked.getByRole('button', { name: 'Archive' }).click();
    await expect
      .poll(async () =>
        (await get(page, 'experiences.list')).map(({ published }) => published?.number),
      )
      .toEqual([1, undefined]);
  });
});
