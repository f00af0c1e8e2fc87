import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Input, OBLIGATIONS } from '../../../preload/contract';
import { extractWith7Zip } from '../../../tests/support/archive';
import { bundledWorker } from '../../../tests/support/bundle';
import { saveLesson, takePart, unlockedDesks } from '../../../tests/support/desk';
import { filesHolding, filesIn, temporaryFolder } from '../../../tests/support/folder';

const unlockedDesk = unlockedDesks(await bundledWorker());

/** A draw with a winner and a substitute, whose exports are saved to `file`. */
async function drawn() {
  const desk = await unlockedDesk();
  await saveLesson(desk);
  for (const name of ['ann', 'bob']) await takePart(desk, `${name}@example.com`);
  const [giveaway] = await desk.get('draws.giveaways', undefined);
  const { id } = await desk.get('draws.prepare', {
    giveawayId: giveaway?.giveawayId ?? '',
    chance: 'person',
    prizes: [{ name: 'A <b>bicycle</b>', winners: 1 }],
    substitutes: 1,
    excluded: '',
    ignoresUnread: false,
    excludesEarlierWinners: false,
    includesPreview: true,
  });
  await desk.get('draws.run', { id, publicValue: '' });
  const [winner, substitute] = await desk.get('draws.places', { id });
  const file = join(temporaryFolder(), 'winners.zip');
  desk.chooseFile = async () => file;
  const prepare = (kind: 'letters' | 'list', changes: object = {}) =>
    desk.get('exports.prepare', {
      selection: {
        tables: ['winners'],
        filter: { includeIds: [winner?.row ?? 0, substitute?.row ?? 0] },
        channels: 'all',
        language: 'en',
        print: { drawId: id, kind, language: 'en' },
        ...changes,
      },
      purpose: 'Send the prizes',
      accepted: [...OBLIGATIONS],
    } as Input<'exports.prepare'>);
  return { desk, id, winner, substitute, file, prepare };
}

it('letters go to those who have won, with the values of the draw, into an encrypted zip alone', async () => {
  const { desk, id, winner, substitute, file, prepare } = await drawn();
  const letter = await desk.get('draws.letter', { id });
  const en = {
    subject: 'You won {prize}',
    body: 'Reply by {reply by}.\n\nCall {contact}, {name}!',
  };
  const languages = { ...letter.languages, en };
  await desk.get('draws.setLetter', { id, letter: { ...letter, contact: '0800', languages } });
  await desk.get('draws.setReplyBy', { id, replyBy: '2026-12-24' });
  const { ticket, password } = await prepare('letters');
  expect(await desk.get('exports.save', { ticket })).toMatchObject({ outcome: 'saved' });
  // What is printed here is the page itself.
  const page = extractWith7Zip(file, password, 'letters.pdf');
  expect(page).toContain('You won A &lt;b&gt;bicycle&lt;/b&gt;');
  expect(page).toContain('Reply by December 24, 2026.');
  expect(page).toContain('Call 0800');
  expect(page.match(/<article>/g)).toHaveLength(1);
  expect(extractWith7Zip(file, password, 'winners.csv')).toContain(winner?.email ?? '?');
  expect(page).not.toContain(substitute?.email ?? '');
  for (const folder of [desk.folder, join(file, '..')]) {
    expect(filesIn(folder).length).toBeGreaterThan(0);
    expect(filesHolding(folder, 'You won')).toEqual([]);
  }
  const [entry] = await desk.get('exports.list', undefined);
  expect(entry).toMatchObject({ state: 'saved', tables: ['winners'], print: 'letters' });
  expect(entry?.saved?.obligations).toHaveLength(OBLIGATIONS.length);
});

it('a list has a line for each winner', async () => {
  const { desk, winner, file, prepare } = await drawn();
  const { ticket, password } = await prepare('list');
  await desk.get('exports.save', { ticket });
  const page = extractWith7Zip(file, password, 'list.pdf');
  expect(page.match(/class="sign"/g)).toHaveLength(1);
  expect(page).toContain(winner?.email ?? '?');
});

it('nothing is printed without names, of other tables, or of nobody who has won', async () => {
  const { desk, substitute, winner, prepare } = await drawn();
  await expect(prepare('letters', { level: 'no_identifiers' })).rejects.toThrow(
    'ipc.invalid_input',
  );
  await expect(prepare('letters', { tables: ['customers'] })).rejects.toThrow('ipc.invalid_input');
  const filter = { includeIds: [substitute?.row ?? 0] };
  const { ticket } = await prepare('letters', { filter });
  await expect(desk.get('exports.save', { ticket })).rejects.toThrow('draw.not_a_winner');
  // Who is erased while the dialog is open is in no file, either.
  const { ticket: late } = await prepare('letters', { filter: { includeIds: [winner?.row ?? 0] } });
  await desk.get('privacy.erase', { email: winner?.email ?? '' });
  await expect(desk.get('exports.save', { ticket: late })).rejects.toThrow('draw.not_a_winner');
});

it('who declines while letters are printed gets none', async () => {
  const { desk, id, file, prepare } = await drawn();
  const { ticket, password } = await prepare('letters');
  const [{ rank } = { rank: 0 }] = await desk.get('draws.places', { id });
  desk.printPdf = async (html) => {
    await desk.get('draws.decline', { id, rank });
    return Buffer.from(html);
  };
  await expect(desk.get('exports.save', { ticket })).rejects.toThrow('draw.winners_changed');
  expect(existsSync(file)).toBe(false);
  // The next try is for whoever has the prize now.
  desk.printPdf = async (html) => Buffer.from(html);
  expect(await desk.get('exports.save', { ticket })).toMatchObject({ outcome: 'saved' });
  expect(extractWith7Zip(file, password, 'letters.pdf').match(/<article>/g)).toHaveLength(1);
});
