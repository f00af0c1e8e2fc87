import type { Unlocked } from '../../main/foundation/operation/context';
import type { Watch } from '../../main/operations/lane-thread';
import { Lanes } from '../../main/operations/lanes';
import { SYSTEM } from '../../main/vault/audit/audit-log';
import { NOW_MS } from '../support/now';
import type { Database } from './databases';

export interface BenchLanes {
  /** Runs a task as an unlocked workspace does. */
  readonly run: Unlocked['run'];
  readonly stop: () => Promise<void>;
}

/** Threads of the built worker on a database, each started by the first task of its lane. */
export function lanesOn({ file: databaseFile, key }: Database, workerScript: string): BenchLanes {
  const lanes = new Lanes(workerScript, { databaseFile, key, nativeBinding: undefined });
  return {
    run: ({ name: task, lane }, input, { user = SYSTEM, nowMs = NOW_MS, ...watch } = {}) => {
      const call = { task, input, user, nowMs, timeZone: 'Europe/Berlin', file: '' };
      return lanes.run(lane, call, watch as Watch) as Promise<never>;
    },
    stop: () => lanes.stop(),
  };
}
