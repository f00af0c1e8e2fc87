import assert from 'node:assert/strict';
import type { Store } from '../../../main/foundation/store/database';
import { sweepExpired } from '../../../main/vault/retention/sweep';
import { createDatabase, openDatabase, reopen } from './database';
import { countParticipations, EXPIRED_ROWS, insertParticipations, LIVE_ROWS, NOW_MS } from './rows';
import type { Scenario } from './scenario';

/** No live row goes, the log tells of exactly the rows that went, and the next sweep finishes. */
export const sweep: Scenario = {
  prepare: (site) => createDatabase(site, insertParticipations),
  run: async (site, acknowledge) => {
    await sweepWhole(openDatabase(site));
    acknowledge('swept');
  },
  inspect: (site, acknowledged) =>
    reopen(site, async (store) => {
      const { live, expired } = await countParticipations(store);
      assert.equal(live, LIVE_ROWS);
      if (acknowledged.length > 0) assert.equal(expired, 0, 'what was reported gone is gone');
      assert.equal(await rowsToldOf(store), EXPIRED_ROWS - expired);
      await sweepWhole(store);
      assert.deepEqual(await countParticipations(store), { live: LIVE_ROWS, expired: 0 });
    }),
};

const sweepWhole = (store: Store) =>
  sweepExpired(store, { nowMs: NOW_MS, signal: new AbortController().signal });

async function rowsToldOf(store: Store): Promise<number> {
  const entries = await store
    .selectFrom('audit_log')
    .select('details')
    .where('action', '=', 'rows.swept')
    .execute();
  const counts = entries.map(({ details }) => JSON.parse(details).rows as number);
  return counts.reduce((sum, rows) => sum + rows, 0);
}
