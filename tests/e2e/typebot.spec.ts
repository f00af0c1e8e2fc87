import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { expectAccessible } from './support/axe';
import { answerOpenDialog, clipboardText, watchBrowser } from './support/desktop';
import { preview, restart, saved } from './support/pages';
import { storyIn } from './support/story';
import { expect, test } from './support/vault';

const OWN_FILE = resolve(import.meta.dirname, '../fixtures/typebot/travel.v6.json');

/** `npm run demo -- --story typebot --file FILE --out DIR` runs this very test with that file. */
const demoFile = process.env.CHATVAULT_DEMO_FILE;

const OUTCOMES = { 'Taken over': 'taken', Changed: 'changed', 'Left out': 'left' } as const;
type Outcome = (typeof OUTCOMES)[keyof typeof OUTCOMES];

test.use({ contents: 'sample' });

test('moves in from Typebot: what becomes of each block, the draft, the first question', async ({
  vault: { app, page },
  folder,
}) => {
  const file = demoFile ? resolve(demoFile) : OWN_FILE;
  const { out, step, steps } = await storyIn(folder, page);
  await watchBrowser(app);
  const dialog = page.getByRole('dialog', { name: 'Import an experience' });
  let blocks: Reported[] = [];
  let asked: string | null = null;

  await step('import report', async () => {
    await page.getByRole('heading', { level: 1 }).getByRole('button').click();
    await page.getByRole('menuitem', { name: 'All experiences…' }).click();
    await answerOpenDialog(app, file);
    await page.getByRole('button', { name: 'Import…' }).click();
    await expect(dialog).toContainText(`${basename(file)} is an export of Typebot.`);
    await dialog.getByRole('button', { name: 'Copy report' }).click();
    await expect(page.getByText('The report was copied.')).toBeVisible();
    blocks = await copiedReport(app);
    expect(blocks.map(({ id }) => id)).toEqual(await blockIdsIn(file));
    if (!demoFile) await expectAccessible(page, 'report of an import from Typebot');
    for (const [label, outcome] of Object.entries(OUTCOMES)) {
      const count = blocks.filter((block) => block.outcome === outcome).length;
      await expect(dialog.getByText(`${label} (${count.toLocaleString('en')})`)).toBeVisible();
    }
  });

  await step('changed blocks', async () => {
    await dialog.getByText(/^Changed \(/).click();
  });

  await step('draft', async () => {
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await saved(page);
  });

  await step('first question', async () => {
    await restart(page);
    asked = await firstQuestion(page);
  });

  const of = (wanted: Outcome) =>
    blocks
      .filter(({ outcome }) => outcome === wanted)
      .map(({ type, id, reason, why }) => ({ type, id, ...(reason && { reason, why }) }));
  const report = {
    file: basename(file),
    taken: of('taken'),
    changed: of('changed'),
    left: of('left'),
    firstQuestion: asked,
    steps,
  };
  await writeFile(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  if (demoFile) return;
  expect(report.firstQuestion).toBe('text');
  await expect(preview(page).getByText('What is your name?')).toBeVisible();
  expect(report.left).toContainEqual(
    expect.objectContaining({ type: 'Webhook', id: 'b1', reason: 'service' }),
  );
});

interface Reported {
  outcome: Outcome;
  type: string;
  id: string;
  reason: string;
  why: string;
}

/** What was copied, as a spreadsheet would read it. */
async function copiedReport(app: ElectronApplication): Promise<Reported[]> {
  const [, ...lines] = (await clipboardText(app)).split('\r\n');
  return lines.map((line) => {
    const [outcome = '', type = '', id = '', , reason = '', why = ''] = line
      .split('\t')
      .map((cell) => cell.replace(/^'(?=[=+\-@])/, ''));
    return { outcome: OUTCOMES[outcome as keyof typeof OUTCOMES], type, id, reason, why };
  });
}

interface GroupInFile {
  blocks?: { id: string }[];
  steps?: { id: string }[];
}

/** The ids of all blocks, read without anything of ChatVault. */
async function blockIdsIn(file: string): Promise<string[]> {
  const content = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  const { groups, blocks } = content.typebot ?? content;
  return ((groups ?? blocks) as GroupInFile[]).flatMap((group) =>
    (group.blocks ?? group.steps ?? []).map(({ id }) => id),
  );
}

/** The kind of what is asked first; null where the chat ends without a question. */
async function firstQuestion(page: Page): Promise<string | null> {
  const chat = preview(page);
  const prompt = chat.locator('[data-prompt]');
  const end = chat.getByText(/^The chat has ended/);
  await expect(prompt.or(end).first()).toBeVisible({ timeout: 60_000 });
  return (await prompt.count()) > 0 ? prompt.first().getAttribute('data-prompt') : null;
}
