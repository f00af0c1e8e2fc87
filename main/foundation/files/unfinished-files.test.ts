import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folder';
import { openTestStore } from '../../../tests/support/store';
import { readSetting } from '../store/settings';
import { rememberUnfinished, removeUnfinished, unfinishedBeside } from './unfinished-files';

it.each(['.part', '.db.part'] as const)('removes what was left unfinished: %s', async (ending) => {
  const { store } = await openTestStore();
  const file = unfinishedBeside(join(temporaryFolder(), 'the prizes.zip'), ending);
  for (const each of [file, `${file}-journal`]) writeFileSync(each, 'half of it');
  await rememberUnfinished(store, file);
  await removeUnfinished(store);
  expect([file, `${file}-journal`].filter(existsSync)).toEqual([]);
  expect(await readSetting(store, 'unfinished_files')).toEqual([]);
});

it('has a name that file systems take, beside a file of as long a name as they take', async () => {
  const { store } = await openTestStore();
  const target = join(temporaryFolder(), `${'写'.repeat(83)}.jpeg`);
  expect(Buffer.byteLength(basename(target))).toBe(254);
  writeFileSync(target, 'taken');
  for (const ending of ['.part', '.db.part'] as const) {
    const file = unfinishedBeside(target, ending);
    for (const each of [file, `${file}-journal`]) writeFileSync(each, 'half of it');
    await rememberUnfinished(store, file);
    await removeUnfinished(store);
    expect([file, `${file}-journal`].filter(existsSync)).toEqual([]);
  }
});

it.each(['letter.txt', '.profile', 'thesis.part', '.thesis.part', '.a.0123456789ab.part.txt'])(
  'removes nothing else, whatever a workspace from elsewhere has written down: %s',
  async (name) => {
    const { store } = await openTestStore();
    const file = join(temporaryFolder(), name);
    for (const each of [file, `${file}-journal`]) writeFileSync(each, 'mine');
    await rememberUnfinished(store, file);
    await removeUnfinished(store);
    expect([file, `${file}-journal`].every(existsSync)).toBe(true);
    expect(await readSetting(store, 'unfinished_files')).toEqual([]);
  },
);
