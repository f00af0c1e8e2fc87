import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { get, onlyExperience, participate } from './channels';
import { answerFileDialog, answerOpenDialog, watchBrowser } from './desktop';
import { openScreen, openTable, PASSPHRASE, prepareExport, saved, saveExport } from './pages';
import type { Here } from './tour';

/* What a workplace that has been in use for a while holds. */

/** Where most of what is stored was collected. */
export const SOURCES = [
  { id: 'fair', name: 'Trade fair', modules: {} },
  { id: 'autumn', name: 'Herbstaktion', modules: {} },
];

const DAY_MS = 86_400_000;

/** Behind the screens as far as a page can ask for it: it is the screens that are shown, not this. */
export async function furnishWorkplace({ app, page, folder }: Here): Promise<void> {
  await watchBrowser(app);
  for (const name of ['ann', 'bob', 'eve', 'kim']) await participate(page, `${name}@example.com`);
  await addPeople(page);
  await addLegalTexts(page);
  await addCodes({ app, page, folder });
  await addDraws(page);
  await addHold(page);
  await addRequests(page);
  await addExport({ app, page, folder });
  await get(page, 'privacy.erase', { email: 'kim@example.com' });
  await saved(page).catch(() => undefined);
  const { id: experienceId, revision } = await onlyExperience(page);
  const labels = { name: 'Summer', note: 'The first one' };
  await get(page, 'versions.publish', { experienceId, revision, ...labels });
}

async function addPeople(page: Page): Promise<void> {
  for (const [name, role] of [
    ['Edda Editor', 'editor'],
    ['Grace Steward', 'steward'],
    ['Theodora von Hohenstein-Papadopoulos', 'auditor'],
  ] as const) {
    await get(page, 'users.add', { name, role, passphrase: `${PASSPHRASE} ${name}` });
  }
}

async function addLegalTexts(page: Page): Promise<void> {
  for (const [kind, name] of [
    ['terms', 'Terms of the summer raffle'],
    ['imprint', 'Imprint'],
  ] as const) {
    const text = '## Who can take part\n\nEverybody who is **18 or older**.';
    const content = { languages: { en: { title: name, text } }, address: '' };
    const { id } = await get(page, 'legal.create', { kind, name, content });
    await get(page, 'legal.publish', { id, revision: 1, note: '' });
  }
  const draft = { languages: { de: { title: 'Datenschutz', text: 'Wir …' } }, address: '' };
  await get(page, 'legal.create', { kind: 'privacy', name: 'Privacy notice', content: draft });
}

async function addCodes({ app, page, folder }: Here): Promise<void> {
  const file = join(folder, 'summer.csv');
  await writeFile(file, 'code,uses\nSUN-1,1\nSUN-2,1\nSUN-3,5\n');
  await answerOpenDialog(app, file);
  await openScreen(page, 'Codes');
  await page.getByRole('button', { name: 'Import codes…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Import codes' });
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByLabel('Name of the codes').fill('Summer');
  await dialog.getByRole('button', { name: 'Import 3 codes' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function addDraws(page: Page): Promise<void> {
  const giveaways = await get(page, 'holds.giveaways');
  for (const [place, { giveawayId }] of giveaways.entries()) {
    const { id } = await get(page, 'draws.prepare', {
      giveawayId,
      chance: 'person',
      prizes: [{ name: 'City bike', winners: 1 }],
      substitutes: 2,
      excluded: '',
      ignoresUnread: false,
      excludesEarlierWinners: false,
      includesPreview: true,
    });
    if (place === 0) await get(page, 'draws.run', { id, publicValue: '4 8 15 16 23 42' });
  }
}

async function addHold(page: Page): Promise<void> {
  await get(page, 'holds.request', {
    subject: { kind: 'person', email: 'ann@example.com' },
    reason: 'Case 12/2026',
    untilMs: Date.now() + 90 * DAY_MS,
  });
}

async function addRequests(page: Page): Promise<void> {
  for (const [kind, name] of [
    ['access', 'bob'],
    ['erasure', 'eve'],
  ] as const) {
    const receivedOn = new Date(Date.now() - 2 * DAY_MS).toISOString().slice(0, 10);
    const email = `${name}@example.com`;
    await get(page, 'requests.enter', { kind, email, receivedOn, way: 'email', note: '' });
  }
}

async function addExport({ app, page, folder }: Here): Promise<void> {
  await openTable(page, 'Giveaways');
  await prepareExport(page);
  await answerFileDialog(app, join(folder, 'winners.zip'));
  await saveExport(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('verified by reading it back').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}
