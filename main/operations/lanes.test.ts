import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundledWorker } from '../../tests/support/bundle';
import { temporaryFolder } from '../../tests/support/folder';
import { callOf, lanesOf } from '../../tests/support/lanes';
import { NOW_MS } from '../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../tests/support/store';

const sweep = callOf('retention.sweep', null);

/** A thread that answers every task, but holds still in an export until the file `gate` is there. */
function gated(gate: string): string {
  const script = join(temporaryFolder(), 'gated.cjs');
  writeFileSync(
    script,
    `const { parentPort } = require('node:worker_threads');
    const { existsSync } = require('node:fs');
    const still = new Int32Array(new SharedArrayBuffer(4));
    parentPort.on('message', ({ kind, id, task }) => {
      if (kind === 'stop') return parentPort.close();
      while (task === 'export' && !existsSync(${JSON.stringify(gate)})) Atomics.wait(still, 0, 0, 5);
      parentPort.postMessage({ kind: 'done', id, result: task });
    });`,
  );
  return script;
}

it('neither a deletion nor what a screen shows waits for an export', async () => {
  const gate = join(temporaryFolder(), 'gate');
  const lanes = lanesOf(gated(gate));
  const exporting = lanes.run('long', callOf('export', null));
  expect(await lanes.run('deletion', sweep)).toBe('retention.sweep');
  expect(await lanes.run('screen', callOf('calendar', null))).toBe('calendar');
  writeFileSync(gate, '');
  expect(await exporting).toBe('export');
});

it('takes no more work once it is ended, whether a lane was used or not', async () => {
  const { file, key } = await openTestStore();
  const lanes = lanesOf(await bundledWorker(), file, key);
  await lanes.run('deletion', sweep);
  await lanes.stop();
  await expect(lanes.run('deletion', sweep)).rejects.toThrow('workspace.locked');
  const holds = lanes.run('screen', callOf('holds.list', null));
  await expect(holds).rejects.toThrow('workspace.locked');
});

it('counts the rows of the modules of one experience', async () => {
  const test = await openTestStore();
  insertRows(test, 'participations', [
    participation(),
    participation({ module_id: 'module-2' }),
    participation({ module_id: 'module-2', expires_at: NOW_MS }),
    participation({ experience_id: 'experience-2' }),
  ]);
  const lanes = lanesOf(await bundledWorker(), test.file, test.key);
  const counting = callOf('experiences.rowCounts', { id: 'experience-1' });
  expect(await lanes.run('screen', counting)).toEqual({
    'module-1': { participations: 1 },
    'module-2': { participations: 1 },
  });
});
