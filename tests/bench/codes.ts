import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeKey } from '../../main/chat/claims/code-key';
import { lookTask, stageTask } from '../../main/chat/codes/tasks';
import { type Bench, MILLION, type Options } from './bench';
import { type Database, remove, withStore } from './databases';
import { compared, timed } from './figure';
import { lanesOn } from './lanes';

const SOME_ROWS = 1_000;

/** A file of codes read into the database in the worker, against the same rows inserted at once. */
export const codes: Bench = {
  name: 'codes',
  rows: MILLION,
  run: async (options) => {
    const { rows, runs, folder } = options;
    const file = join(folder, 'codes.csv');
    await writeCodes(file, rows);
    const imports: number[] = [];
    const inserts: number[] = [];
    for (let run = 0; run < runs; run++) {
      await onCopy(options, async (database) => inserts.push(await insertOnce(database, rows)));
      await onCopy(options, async (database) =>
        imports.push(await importOnce(database, file, options)),
      );
    }
    await rm(file);
    const reference = 'one transaction of plain inserts';
    const subject = {
      name: 'codes',
      rows,
      runs,
      unit: 'ms',
      target: 'well under a minute',
      reference,
    };
    return [compared(subject, imports, inserts)];
  },
};

const codeAt = (index: number): string =>
  `SUMMER-${((index * 2_654_435_761) % 4_294_967_296).toString(36).padStart(7, '0')}-${index}`;

async function writeCodes(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  for (let index = 0; index < rows; index++) {
    if (!out.write(`${codeAt(index)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

async function onCopy(
  { databases }: Options,
  work: (database: Database) => Promise<unknown>,
): Promise<void> {
  const database = await databases.copyOf(SOME_ROWS);
  await work(database);
  remove(database);
}

function insertOnce(database: Database, rows: number): Promise<number> {
  return withStore(database, (_, connection) => {
    const insert = connection.prepare('insert into pool_codes values (?, ?, ?, ?, 1, 0)');
    return timed(() =>
      connection.transaction(() => {
        for (let index = 0; index < rows; index++) {
          const code = codeAt(index);
          insert.run('pool', index + 1, code, codeKey(code));
        }
      })(),
    );
  });
}

async function importOnce(database: Database, file: string, { workerScript, rows }: Options) {
  const lanes = lanesOn(database, workerScript);
  let found = 0;
  const took = await timed(async () => {
    const { layout, columns } = await lanes.run(lookTask, { file, layout: {} });
    const staged = await lanes.run(stageTask, { file, poolId: 'pool', layout, columns });
    found = staged.preview.codes;
  });
  await lanes.stop();
  if (found !== rows) throw new Error(`The import found ${found} codes.`);
  return took;
}
