import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Random } from '../../seed/random';
import { temporaryFolder } from '../../support/folder';
import { workspaceIn } from '../../support/workspace';
import { fuzz } from './fuzz';
import { mutateBytes } from './mutate';
import { furnish, makeSite, openAndRead } from './site';

const PAGE = 4_096;

async function prepare() {
  return { site: await makeSite(), folder: temporaryFolder() };
}

fuzz('a damaged database', 0.08, prepare, async (random, { site, folder }) => {
  furnish(site, folder);
  const file = join(folder, 'workspace/vault.db');
  const original = readFileSync(file);
  writeFileSync(file, damage(random, original));
  const isOpen = await openAndRead(workspaceIn(folder), site);
  if (random.below(4) > 0) return isOpen;
  // The file from a copy opens again, beside whatever the damaged one has left.
  for (const left of ['-wal', '-shm']) writeFileSync(`${file}${left}`, '');
  writeFileSync(file, original);
  expect(await openAndRead(workspaceIn(folder), site)).toBe(true);
  return isOpen;
});

/** The header, any page, or pages that have changed places. */
function damage(random: Random, original: Buffer): Buffer {
  const pages = original.length / PAGE;
  switch (random.below(4)) {
    case 0:
      return Buffer.concat([
        mutateBytes(random, original.subarray(0, PAGE)),
        original.subarray(PAGE),
      ]);
    case 1: {
      const [one, other] = [random.below(pages) * PAGE, random.below(pages) * PAGE];
      const swapped = Buffer.from(original);
      original.copy(swapped, one, other, other + PAGE);
      original.copy(swapped, other, one, one + PAGE);
      return swapped;
    }
    case 2:
      return original.subarray(0, random.below(pages) * PAGE);
    default:
      return mutateBytes(random, original);
  }
}
