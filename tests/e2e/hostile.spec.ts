import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { chain, node, ref, says } from '../support/graphs';
import { get } from './support/channels';
import { answerOpenDialog, kill } from './support/desktop';
import { preview, restart, unlock } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'sample' });

/** A long variable, and 600 messages that repeat it: it took all of main's memory. */
const HOSTILE = {
  format: 'chatvault-experience',
  version: 1,
  name: 'Hostile',
  ...chain(
    node('x', 'set_variables', {
      variables: [{ id: 'v', variable: 'x', kind: 'text', text: 'A'.repeat(5_000) }],
    }),
    ...Array.from({ length: 600 }, (_, index) => ({
      ...says(`m${index}`, ref('x').repeat(1_250)),
      position: { x: 0, y: 200 * (index + 1) },
    })),
  ),
};

const openLibrary = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'All experiences…' }).click();
};
const actions = (page: Page) => page.getByRole('button', { name: 'Actions for “Hostile”' });

test('an experience without measure ends its chat, and after a crash it can be edited and deleted', async ({
  vault: { app, page, userData },
  folder,
  start,
}) => {
  test.slow();
  const file = join(folder, 'hostile.json');
  await writeFile(file, JSON.stringify(HOSTILE));
  await answerOpenDialog(app, file);
  await openLibrary(page);
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByRole('dialog')).toContainText('Message × 600');
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hostile', {
    timeout: 60_000,
  });

  await restart(page);
  await expect(preview(page)).toContainText('its texts and variables have become too long', {
    timeout: 60_000,
  });
  await expect(preview(page).getByRole('button', { name: 'Play again' })).toBeVisible();
  const [before] = (await get(page, 'experiences.list')).filter(({ name }) => name === 'Hostile');

  await kill(app);
  const again = (await start(userData)).page;
  await unlock(again);
  await expect(again.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  const { id = '' } = before ?? {};
  const { revision, draft } = await get(again, 'experiences.get', { id });
  expect(draft.modules).toHaveLength(601);
  const shorter = { ...draft, modules: draft.modules.slice(0, 1), edges: [] };
  await get(again, 'experiences.saveDraft', { id, draft: shorter, revision });
  await again.reload();
  await openLibrary(again);
  await actions(again).click();
  await again.getByRole('menuitem', { name: 'Delete…' }).click();
  await again.getByLabel('Type “Hostile” to confirm').fill('Hostile');
  await again.getByRole('button', { name: 'Delete experience' }).click();
  await expect(actions(again)).toBeHidden();
});
