import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parseSlotFile } from '../../../main/vault/workspace/slot-file';
import { temporaryFolder } from '../../support/folder';
import { workspaceIn } from '../../support/workspace';
import { fuzz, refusedOr } from './fuzz';
import { mutateJsonText } from './mutate';
import { furnish, makeSite, openAndRead } from './site';

async function prepare() {
  return { site: await makeSite(), folder: temporaryFolder() };
}

fuzz('a damaged file with the key slots', 0.1, prepare, async (random, { site, folder }) => {
  furnish(site, folder);
  const file = join(folder, 'workspace/workspace.json');
  const original = readFileSync(file, 'utf8');
  const database = readFileSync(join(folder, 'workspace/vault.db'));
  const damaged = mutateJsonText(random, original);
  writeFileSync(file, damaged);
  const isOpen = await openAndRead(workspaceIn(folder), site);
  // What could not be opened is as it was: the file from a copy opens it again.
  // Nobody without the database's key makes one that opens; to be read is to be taken.
  const isRead = (await refusedOr(() => parseSlotFile(damaged.toString()))) !== null;
  if (isOpen) return isRead;
  expect(readFileSync(file).equals(damaged)).toBe(true);
  expect(readFileSync(join(folder, 'workspace/vault.db')).equals(database)).toBe(true);
  if (random.below(4) > 0) return isRead;
  writeFileSync(file, original);
  expect(await openAndRead(workspaceIn(folder), site)).toBe(true);
  return isRead;
});
