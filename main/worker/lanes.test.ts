import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bundledWorker } from '../../tests/support/bundle';
import { exportTask } from '../../tests/support/exports';
import { temporaryFolder } from '../../tests/support/folder';
import { NOW_MS } from '../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../tests/support/store';
import { SYSTEM } from '../audit/audit-log';
import { WorkerLanes } from './lanes';

const sweep = { actor: SYSTEM, nowMs: NOW_MS };

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

function lanesOf(
  script: string,
  databaseFile = '',
  key: Uint8Array = Buffer.alloc(32),
): WorkerLanes {
  const lanes = new WorkerLanes(script, { databaseFile, key, nativeBinding: undefined });
  onTestFinished(() => lanes.stop());
  return lanes;
}

it('neither a deletion nor what a screen shows waits for an export', async () => {
  const gate = join(temporaryFolder(), 'gate');
  const lanes = lanesOf(gated(gate));
  const exporting = lanes.run('export', {
    ...sweep,
    ...exportTask(),
    file: '',
    password: '',
  });
  expect(await lanes.run('sweep', sweep)).toBe('sweep');
  expect(await lanes.run('calendar', { days: 7, nowMs: NOW_MS })).toBe('calendar');
  writeFileSync(gate, '');
  expect(await exporting).toBe('export');
});

it('takes no more work once it is ended, whether a lane was used or not', async () => {
  const { file, key } = await openTestStore();
  const lanes = lanesOf(await bundledWorker(), file, key);
  await lanes.run('sweep', sweep);
  await lanes.stop();
  await expect(lanes.run('sweep', sweep)).rejects.toThrow('workspace.locked');
  await expect(lanes.run('holds', { nowMs: NOW_MS })).rejects.toThrow('workspace.locked');
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
  expect(await lanes.run('moduleRows', { experienceId: 'experience-1', nowMs: NOW_MS })).toEqual({
    'module-1': { participations: 1 },
    'module-2': { participations: 1 },
  });
});
