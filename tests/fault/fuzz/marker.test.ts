import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { DAY_MS } from '../../../main/foundation/time';
import type { Random } from '../../seed/random';
import { bundledWorker } from '../../support/bundle';
import { openDesk } from '../../support/desk';
import { temporaryFolder } from '../../support/folder';
import { NOW_MS } from '../../support/now';
import { workspaceIn } from '../../support/workspace';
import { fuzz } from './fuzz';
import { mutateBytes } from './mutate';
import { furnish, makeSite, openAndRead } from './site';

const worker = await bundledWorker();

async function prepare() {
  const site = await makeSite();
  const folder = temporaryFolder();
  return { site, folder, desk: openDesk(folder, worker, site.keystore) };
}

/** Whoever puts a file beside the database neither locks its users out nor deletes their rows. */
fuzz(
  'a file like the marker of earlier versions',
  0.02,
  prepare,
  async (random, { site, folder, desk }) => {
    furnish(site, folder);
    const marker = markerFrom(random);
    writeFileSync(join(folder, 'workspace/restored'), marker);
    const result = await desk.call('workspace.unlockWithKeystore', { userId: site.userId });
    await desk.workspace.lock();
    if (!result.ok) expect(result.error.code).not.toBe('internal');
    expect(await openAndRead(workspaceIn(folder), site)).toBe(true);
    return result.ok;
  },
);

function markerFrom(random: Random): Buffer {
  const text = random.of([String(NOW_MS), String(NOW_MS - 60 * DAY_MS), '{"createdAt":0}', '9e15']);
  return mutateBytes(random, Buffer.from(text));
}
