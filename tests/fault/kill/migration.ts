import assert from 'node:assert/strict';
import { migrate } from '../../../main/foundation/store/migrations';
import { createDatabase, openDatabase, reopen } from './database';
import { countParticipations, EXPIRED_ROWS, insertParticipations, LIVE_ROWS } from './rows';
import type { Scenario } from './scenario';

/** The next start finds the old version or the new one, finishes the way, and has every row. */
export const migration: Scenario = {
  prepare: (site) => createDatabase(site, insertParticipations, '0001-walking-skeleton'),
  run: async (site, acknowledge) => {
    await migrate(openDatabase(site));
    acknowledge('migrated');
  },
  inspect: (site) =>
    reopen(site, async (store) => {
      const rows = await countParticipations(store);
      assert.deepEqual(rows, { live: LIVE_ROWS, expired: EXPIRED_ROWS });
      await store.selectFrom('retention_rules').selectAll().execute();
    }),
};
