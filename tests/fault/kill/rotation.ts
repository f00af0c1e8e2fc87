import assert from 'node:assert/strict';
import { copyUnderKey } from '../../../main/foundation/store/copy-under-key';
import { slotFileIn } from '../../../main/vault/workspace/place';
import { rotateKey } from '../../../main/vault/workspace/rotate-key';
import { readSlotFile } from '../../../main/vault/workspace/slot-file';
import { assertSound } from './database';
import { countParticipations, LIVE_ROWS } from './rows';
import type { Scenario } from './scenario';
import { createVault, openVault, placeOf } from './vault';

/** At every moment the user's slot opens the database, with every row, and leaves one key only. */
export const rotation: Scenario = {
  prepare: createVault,
  run: async (site, acknowledge) => {
    const opened = await openVault(site);
    await opened.store.destroy();
    const { failure } = await rotateKey(placeOf(site), opened, async ({ copy, newKey }) => {
      const { key, store } = await openVault(site);
      const finish = async () => {};
      await copyUnderKey(store, { key, newKey, copy, nativeBinding: undefined, finish });
      await store.destroy();
    });
    if (failure) throw failure;
    acknowledge('rotated');
  },
  inspect: async (site) => {
    const { store } = await openVault(site);
    await assertSound(store);
    assert.equal((await countParticipations(store)).live, LIVE_ROWS);
    await store.destroy();
    assert.equal((await readSlotFile(slotFileIn(placeOf(site).path)))?.keys.length, 1);
  },
};
