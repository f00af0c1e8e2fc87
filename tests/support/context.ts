import type { LaneContext } from '../../main/foundation/operation/context';
import type { Store } from '../../main/foundation/store/database';
import { recorder } from '../../main/operations/recorder';
import type { AuditAction } from '../../preload/contract';
import { NOW_MS } from './now';

/**
 * What a function gets that runs in a lane, on this store.
 *
 * @param audit what its operation declares to record
 */
export function laneContext<P = unknown>(
  store: Store,
  audit?: AuditAction,
  changes: Partial<LaneContext<P>> = {},
): LaneContext<P> {
  const { user = { name: 'Ann' }, nowMs = NOW_MS } = changes;
  return {
    store,
    user,
    nowMs,
    timeZone: 'Europe/Berlin',
    file: '',
    signal: new AbortController().signal,
    report: () => undefined,
    isAwaited: () => false,
    record: recorder(audit, user, nowMs),
    database: { databaseFile: '', key: new Uint8Array(), nativeBinding: undefined },
    ...changes,
  };
}
