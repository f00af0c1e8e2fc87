import { onTestFinished } from 'vitest';
import { Lanes } from '../../main/operations/lanes';
import type { TaskCall } from '../../main/operations/messages';
import { NOW_MS } from './now';

/** A call of a task, or of a channel whose operation runs in a lane, as main sends it. */
export function callOf(task: string, input: unknown, changes: Partial<TaskCall> = {}): TaskCall {
  const circumstances = { user: { name: 'system' }, nowMs: NOW_MS, timeZone: 'Europe/Berlin' };
  return { task, input, file: '', ...circumstances, ...changes };
}

/** Lanes of threads with this script, stopped when the test is over. */
export function lanesOf(
  script: string,
  databaseFile = '',
  key: Uint8Array = Buffer.alloc(32),
): Lanes {
  const lanes = new Lanes(script, { databaseFile, key, nativeBinding: undefined });
  onTestFinished(() => lanes.stop());
  return lanes;
}
