import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportTablesTask } from '../../main/data/export/prepare-ticket';
import { columnNames } from '../../main/foundation/store/tables';
import { oneTimePassword } from '../../main/vault/workspace/one-time-password';
import { exportTask } from '../support/exports';
import { DAY_MS, NOW_MS } from '../support/now';
import { type Bench, MILLION, type Options } from './bench';
import { type Database, withStore } from './databases';
import { absolute, compare, type Figure, timed } from './figure';
import { lanesOn } from './lanes';
import { pssMegabytes } from './pss';

/** The p7zip that npm has cannot encrypt what it reads from a pipe. */
const SEVEN_ZIP = '7zz';

/** Rows are exported that have not expired: this is before any does. */
const EARLY_MS = NOW_MS - 30 * DAY_MS;

/** A table to a verified zip, against sqlite3 and 7z on the same rows without encryption. */
export const exporting: Bench = {
  name: 'export',
  rows: MILLION,
  run: async (options) => {
    const { databases, rows, runs, folder, workerScript } = options;
    const database = await databases.withRows(rows);
    const file = join(folder, 'export.zip');
    const measure = () => exportOnce(database, workerScript, file);
    const subject = { name: 'export', rows, runs, unit: 'ms', target: '<= 1.5x' };
    if (['sqlite3', SEVEN_ZIP].some((program) => spawnSync(program, ['--help']).error)) {
      console.error(
        `The reference of export is missing: install sqlite3 and ${SEVEN_ZIP} (7-Zip).`,
      );
      return [absolute(subject, [await measure()])];
    }
    const reference = 'sqlite3 -csv | 7z -mem=AES256 -mx1';
    const plain = await plainCopy(database, options);
    return [
      await compare({ ...subject, reference }, measure, () =>
        peerOnce(plain, join(folder, 'peer.zip')),
      ),
    ];
  },
};

/** How much a process grows while its worker exports. */
export async function exportMemory(options: Options): Promise<Figure> {
  const { databases, rows, runs, folder, workerScript } = options;
  const database = await databases.withRows(rows);
  const added: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = pssMegabytes([process.pid]);
    let most = before;
    const sampling = setInterval(() => {
      most = Math.max(most, pssMegabytes([process.pid]));
    }, 100);
    await exportOnce(database, workerScript, join(folder, 'memory.zip'));
    clearInterval(sampling);
    added.push(most - before);
  }
  return absolute({ name: 'memory: export', rows, runs, unit: 'MB', target: '<= 64 MB' }, added);
}

export async function exportOnce(
  database: Database,
  workerScript: string,
  file: string,
): Promise<number> {
  const lanes = lanesOn(database, workerScript);
  const request = { ...exportTask(), file, password: oneTimePassword() };
  const took = await timed(() => lanes.run(exportTablesTask, request, { nowMs: EARLY_MS }));
  await lanes.stop();
  rmSync(file);
  return took;
}

async function plainCopy(database: Database, { folder }: Options): Promise<string> {
  const file = join(folder, 'plain.db');
  // A connection that was not opened to create its file creates no other one either.
  writeFileSync(file, '');
  await withStore(database, async (_, connection) => {
    connection.exec(`attach '${file}' as plain key ''`);
    connection.exec(`create table plain.participations as
      select ${columnNames('participations')} from main.participations order by id`);
    connection.exec('detach plain');
  });
  return file;
}

function peerOnce(plain: string, zip: string): Promise<number> {
  const csv = `sqlite3 -csv -header '${plain}' 'select * from participations'`;
  const pack = `${SEVEN_ZIP} a -tzip -mem=AES256 -mx1 -psecret -si'rows.csv' '${zip}'`;
  return timed(() => {
    const { status, stderr } = spawnSync('sh', ['-c', `${csv} | ${pack} > /dev/null`]);
    if (status !== 0) throw new Error(`The reference failed: ${stderr}`);
    rmSync(zip);
  });
}
