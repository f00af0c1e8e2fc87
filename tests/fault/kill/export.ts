import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { exportTables } from '../../../main/data/export/export-tables';
import { removeUnfinished } from '../../../main/foundation/files/unfinished-files';
import { readEncryptedZip } from '../../../main/foundation/zip/encrypted-zip';
import { exportTask } from '../../support/exports';
import { createDatabase, openDatabase, reopen } from './database';
import { countParticipations, insertParticipations, LIVE_ROWS, NOW_MS } from './rows';
import type { Scenario, Site } from './scenario';

const PASSWORD = 'AAAA-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH';
const target = ({ folder }: Site): string => join(folder, 'export.zip');

/** At the target's name lies a whole export or nothing. */
export const exporting: Scenario = {
  prepare: (site) => createDatabase(site, insertParticipations),
  run: async (site, acknowledge) => {
    const { signal } = new AbortController();
    const context = { store: openDatabase(site), nowMs: NOW_MS, signal, report: () => {} };
    const request = { ...exportTask(), file: target(site), password: PASSWORD };
    const { rows } = await exportTables(context, request);
    acknowledge(`saved ${rows}`);
  },
  inspect: (site, acknowledged) =>
    reopen(site, async (store) => {
      const isSaved = existsSync(target(site));
      if (acknowledged.length > 0) assert.ok(isSaved, 'an export that was reported is there');
      if (isSaved) assert.equal(await linesIn(target(site)), LIVE_ROWS + 1, 'and it is whole');
      await removeUnfinished(store);
      const left = readdirSync(site.folder).filter((file) => file.endsWith('.part'));
      assert.deepEqual(left, [], 'the next unlock removes what was half-written');
      assert.equal((await countParticipations(store)).live, LIVE_ROWS, 'an export changes nothing');
    }),
};

async function linesIn(zip: string): Promise<number> {
  const file = await open(zip);
  let lines = 0;
  const count = async (name: string, content: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const piece of content) {
      if (name === 'participations.csv') lines += piece.filter((byte) => byte === 10).length;
    }
  };
  await readEncryptedZip(file, PASSWORD, count, new AbortController().signal);
  await file.close();
  return lines;
}
