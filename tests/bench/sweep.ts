import { askForScrub, scrub } from '../../main/vault/retention/scrub';
import { SWEEP_CACHE_KIB } from '../../main/vault/retention/sweep';
import { sweepTask } from '../../main/vault/retention/tasks';
import { NOW_MS } from '../support/now';
import { type Bench, MILLION, type Options } from './bench';
import { type Database, remove, withStore } from './databases';
import { compared, type Figure, timed } from './figure';
import { lanesOn } from './lanes';

/** A sweep of half the rows, against one DELETE of them; then what removing the traces costs. */
export const sweep: Bench = {
  name: 'sweep',
  rows: MILLION,
  run: async (options) => {
    const { rows, runs } = options;
    const deletes: number[] = [];
    const deletesWithCache: number[] = [];
    const sweeps: number[] = [];
    const scrubs: number[] = [];
    for (let run = 0; run < runs; run++) {
      await onCopy(options, async (database) => deletes.push(await deleteOnce(database)));
      await onCopy(options, async (database) =>
        deletesWithCache.push(await deleteOnce(database, SWEEP_CACHE_KIB)),
      );
      await onCopy(options, async (database) => sweeps.push(await sweepOnce(database, options)));
      await onCopy(options, async (database) => scrubs.push(await scrubOnce(database)));
    }
    const subject = { rows: rows / 2, runs, unit: 'ms', reference: 'one raw DELETE' };
    // A part of the gain is the sweep's page cache: what is left without it is told, too.
    const withCache = { ...subject, reference: 'the same with the cache of a sweep' };
    const figures: Figure[] = [
      compared({ ...subject, name: 'sweep', target: '<= 1.5x' }, sweeps, deletes),
      compared(
        { ...withCache, name: 'sweep: same cache', target: '<= 1.5x' },
        sweeps,
        deletesWithCache,
      ),
      compared({ ...subject, name: 'sweep: traces', target: 'part of sweep' }, scrubs, deletes),
    ];
    return figures;
  },
};

async function onCopy(
  { databases, rows }: Options,
  work: (database: Database) => Promise<unknown>,
): Promise<void> {
  const database = await databases.copyOf(rows);
  await work(database);
  remove(database);
}

function deleteOnce(database: Database, cacheKib?: number): Promise<number> {
  return withStore(database, (_, connection) => {
    if (cacheKib !== undefined) connection.pragma(`cache_size=-${cacheKib}`);
    const statement = connection.prepare('delete from participations where expires_at <= ?');
    return timed(() => statement.run(NOW_MS));
  });
}

async function sweepOnce(database: Database, { workerScript, rows }: Options) {
  const lanes = lanesOn(database, workerScript);
  let removed = 0;
  const took = await timed(async () => {
    const report = await lanes.run(sweepTask, null);
    removed = report.removed.participations ?? 0;
  });
  await lanes.stop();
  if (Math.abs(removed - rows / 2) > 1) throw new Error(`The sweep removed ${removed} rows.`);
  return took;
}

/** Of a database from which the rows are deleted already. */
function scrubOnce(database: Database): Promise<number> {
  return withStore(database, async (store, connection) => {
    connection.pragma('cache_size=-500000');
    connection.prepare('delete from participations where expires_at <= ?').run(NOW_MS);
    connection.pragma('wal_checkpoint(truncate)');
    connection.pragma('cache_size=-16000');
    await askForScrub(store);
    return timed(() => scrub(store, NOW_MS));
  });
}
