import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  TextReader,
  TextWriter,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js';
import { expect } from 'vitest';
import { restoreBackup } from '../../../main/vault/backup/restore-backup';
import type { Random } from '../../seed/random';
import { bundledWorker } from '../../support/bundle';
import { openDesk } from '../../support/desk';
import { bytesIn, temporaryFolder } from '../../support/folder';
import { NOW_MS } from '../../support/now';
import { workspaceIn } from '../../support/workspace';
import { fuzz, refusedOr } from './fuzz';
import { mutateBytes, mutateJsonText } from './mutate';
import { furnish, makeSite, openAndRead } from './site';

const worker = await bundledWorker();

interface Parts {
  readonly slots: string;
  readonly manifest: string;
  readonly database: Uint8Array;
}

async function prepare() {
  const site = await makeSite();
  const folder = temporaryFolder();
  furnish(site, folder);
  const desk = openDesk(folder, worker, site.keystore);
  const file = join(folder, 'Marketing.chatvault-backup');
  desk.chooseFile = async () => file;
  await desk.get('workspace.unlockWithKeystore', { userId: site.userId });
  expect(await desk.get('backup.save', undefined)).toMatchObject({ outcome: 'saved' });
  await desk.get('workspace.lock', undefined);
  const original = readFileSync(file);
  return { site, original, parts: await partsOf(original), folder: temporaryFolder() };
}

fuzz('a damaged backup', 0.07, prepare, async (random, { site, original, parts, folder }) => {
  furnish(site, folder);
  const workspace = join(folder, 'workspace');
  const before = bytesIn(workspace);
  const file = join(folder, 'damaged.chatvault-backup');
  const damaged =
    random.below(2) === 0 ? mutateBytes(random, original) : await forged(random, parts);
  writeFileSync(file, damaged);
  const isRestored = await refusedOr(async () => {
    await restoreBackup(file, workspace, NOW_MS);
    return true;
  });
  expect(existsSync(`${workspace}.restoring`)).toBe(false);
  if (isRestored) await openAndRead(workspaceIn(folder), site);
  else expect(bytesIn(workspace)).toEqual(before);
  return isRestored === true;
});

async function partsOf(backup: Buffer): Promise<Parts> {
  const entries = await new ZipReader(new Uint8ArrayReader(backup)).getEntries();
  const entry = (name: string) => {
    const found = entries.find(({ filename }) => filename === name);
    if (!found || found.directory) throw new Error(`The backup has no ${name}.`);
    return found;
  };
  return {
    slots: await entry('workspace.json').getData(new TextWriter()),
    manifest: await entry('manifest.json').getData(new TextWriter()),
    database: await entry('vault.db').getData(new Uint8ArrayWriter()),
  };
}

/** Fields changed by somebody who keeps the sums right. */
async function forged(random: Random, { slots, manifest, database }: Parts): Promise<Uint8Array> {
  const changed = {
    slots: random.below(2) === 0 ? mutateJsonText(random, slots).toString() : slots,
    database: random.below(3) === 0 ? mutateBytes(random, database) : database,
  };
  const sha256 = (content: string | Uint8Array): string =>
    createHash('sha256').update(content).digest('hex');
  const honest = JSON.stringify({
    ...JSON.parse(manifest),
    sha256: { 'workspace.json': sha256(changed.slots), 'vault.db': sha256(changed.database) },
  });
  const zip = new ZipWriter(new Uint8ArrayWriter(), { level: 0 });
  await zip.add('workspace.json', new TextReader(changed.slots));
  await zip.add('vault.db', new Uint8ArrayReader(changed.database));
  const told = random.below(2) === 0 ? mutateJsonText(random, honest).toString() : honest;
  await zip.add('manifest.json', new TextReader(told));
  return zip.close();
}
