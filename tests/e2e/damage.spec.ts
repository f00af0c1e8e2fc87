import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CHEAP } from '../support/cost';
import { bytesIn } from '../support/folder';
import { moduleNode, unlock } from './support/pages';
import { expect, furnish, test, workspaceOf } from './support/vault';

/** A way in which a workspace's files go wrong, and the sentence that tells it. */
interface Damage {
  name: string;
  harm: (file: { keys: string; database: string }) => Promise<void>;
  sentence: string;
}

const CANNOT_BE_READ = "The workspace's database is damaged; the passphrase is not the problem.";
const KEYS_DAMAGED = 'The file with the key slots is damaged';

const seenAtStart: Damage[] = [
  {
    name: 'missing key file',
    harm: ({ keys }) => rm(keys),
    sentence: 'The file with the key slots is missing',
  },
  {
    name: 'key file cut off',
    harm: ({ keys }) => truncate(keys, 200),
    sentence: KEYS_DAMAGED,
  },
  {
    name: 'empty key file',
    harm: ({ keys }) => truncate(keys, 0),
    sentence: KEYS_DAMAGED,
  },
  {
    name: 'key file with parameters that would make it weak',
    harm: ({ keys }) => replaceIn(keys, `"N": ${CHEAP.N}`, '"N": 2'),
    sentence: KEYS_DAMAGED,
  },
  {
    name: 'key file of a newer version',
    harm: ({ keys }) => replaceIn(keys, '"version": 3', '"version": 4'),
    sentence: 'This workspace was last opened by a newer version of ChatVault.',
  },
  {
    name: 'missing database',
    harm: ({ database }) => rm(database),
    sentence: "The workspace's database file is missing or empty.",
  },
  {
    name: 'database of zero bytes',
    harm: ({ database }) => truncate(database, 0),
    sentence: "The workspace's database file is missing or empty.",
  },
];

const seenAtUnlock: Damage[] = [
  {
    name: 'database cut off within its first page',
    harm: ({ database }) => truncate(database, 1_000),
    sentence: CANNOT_BE_READ,
  },
  {
    name: 'database cut off after its first page',
    harm: ({ database }) => truncate(database, 4_096),
    sentence: CANNOT_BE_READ,
  },
  {
    name: 'flipped bit in the header of the database',
    harm: ({ database }) => flipBit(database, 7),
    sentence: CANNOT_BE_READ,
  },
  {
    name: 'flipped bit in the first page of the database',
    harm: ({ database }) => flipBit(database, 2_000),
    sentence: CANNOT_BE_READ,
  },
  {
    name: 'unencrypted database in its place',
    harm: async ({ database }) => {
      await rm(database);
      const other = new DatabaseSync(database);
      other.exec('create table people (email text)');
      other.close();
    },
    sentence: CANNOT_BE_READ,
  },
];

test.describe('a damaged workspace is told apart, and left as it is:', () => {
  for (const { name, harm, sentence } of seenAtStart) {
    test(name, async ({ folder, template, start }) => {
      const { workspace, files } = await harmed(folder, await template('sample'), harm);
      const { page } = await start(join(folder, 'user-data'));
      await expect(page.getByRole('alert')).toContainText(sentence);
      await expect(page.getByRole('button', { name: 'Unlock' })).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Create workspace' })).toHaveCount(0);
      expect(bytesIn(workspace)).toEqual(files);
    });
  }

  for (const { name, harm, sentence } of seenAtUnlock) {
    test(name, async ({ folder, template, start }) => {
      const { workspace, files } = await harmed(folder, await template('sample'), harm);
      const { page } = await start(join(folder, 'user-data'));
      await unlock(page, 'not the passphrase of this');
      await expect(page.getByText('This passphrase does not open the workspace.')).toBeVisible();
      await unlock(page);
      await expect(page.getByText(sentence)).toBeVisible();
      // Beside the files there may be a note that damage was found.
      expect(bytesIn(workspace)).toMatchObject(files);
    });
  }

  test('and opens again once its file is put back', async ({ folder, template, start }) => {
    const workspace = await template('sample');
    const { keys } = await harmed(folder, workspace, (file) => truncate(file.keys, 0));
    const { page } = await start(join(folder, 'user-data'));
    await expect(page.getByRole('alert')).toContainText(KEYS_DAMAGED);
    await writeFile(keys, await readFile(join(workspace, 'workspace.json')));
    await page.getByRole('button', { name: 'Try again' }).click();
    await unlock(page);
    await expect(moduleNode(page, 'Choice')).toBeVisible();
  });
});

async function harmed(folder: string, template: string, harm: Damage['harm']) {
  const userData = join(folder, 'user-data');
  await furnish(userData, template);
  const workspace = workspaceOf(userData);
  const keys = join(workspace, 'workspace.json');
  await harm({ keys, database: join(workspace, 'vault.db') });
  return { workspace, keys, files: bytesIn(workspace) };
}

async function replaceIn(file: string, text: string, replacement: string): Promise<void> {
  const content = await readFile(file, 'utf8');
  expect(content).toContain(text);
  await writeFile(file, content.replace(text, replacement));
}

async function flipBit(file: string, at: number): Promise<void> {
  const content = await readFile(file);
  content.writeUInt8(content.readUInt8(at) ^ 1, at);
  await writeFile(file, content);
}
