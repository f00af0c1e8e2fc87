import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { removeUnfinished } from '../../../main/foundation/files/unfinished-files';
import { restoreBackup } from '../../../main/vault/backup/restore-backup';
import { saveBackup } from '../../../main/vault/backup/save-backup';
import { databaseFileIn } from '../../../main/vault/workspace/place';
import type { BackupProgress } from '../../../preload/contract';
import { laneContext } from '../../support/context';
import { assertSound } from './database';
import { countParticipations, LIVE_ROWS, NOW_MS } from './rows';
import type { Scenario, Site } from './scenario';
import { createVault, openVault, placeOf } from './vault';

const target = ({ folder }: Site): string => join(folder, 'vault.chatvault-backup');

/** At the target's name lies a backup that can be restored, or nothing; the workspace is whole. */
export const backup: Scenario = {
  prepare: createVault,
  run: async (site, acknowledge) => {
    const { store, key } = await openVault(site);
    const database = {
      databaseFile: databaseFileIn(placeOf(site).path),
      key,
      nativeBinding: undefined,
    };
    const context = laneContext<BackupProgress>(store, undefined, { nowMs: NOW_MS, database });
    await saveBackup(context, { file: target(site), appVersion: '0.0.0' });
    acknowledge('saved');
  },
  inspect: async (site, acknowledged) => {
    const { store } = await openVault(site);
    await assertSound(store);
    await removeUnfinished(store);
    await store.destroy();
    const left = readdirSync(site.folder).filter((file) => file.includes('.part'));
    assert.deepEqual(left, [], 'the next unlock removes what was half-written');
    const isSaved = existsSync(target(site));
    if (acknowledged.length > 0) assert.ok(isSaved, 'a backup that was reported is there');
    if (isSaved) await assertRestorable(site);
  },
};

async function assertRestorable(site: Site): Promise<void> {
  const place = placeOf(site, 'restored');
  await restoreBackup(target(site), place.path, NOW_MS);
  const { store } = await openVault(site, place);
  await assertSound(store);
  assert.equal((await countParticipations(store)).live, LIVE_ROWS);
  await store.destroy();
}
