import type { SweepReport } from '../../../preload/contract';
import { task } from '../../foundation/operation/task';
import { refreshSearchIndex } from '../../foundation/store/search/search-index';
import { scrub } from './scrub';
import { sweepExpired } from './sweep';

/** Deletes what has expired. */
export const sweepTask = task<null, SweepReport>(
  'retention.sweep',
  'deletion',
  ({ store, user: actor, nowMs, signal, isAwaited }) =>
    sweepExpired(store, { actor, nowMs, signal, isAwaited }),
);

/** Leaves nothing of deleted rows on the disk. */
export const scrubTask = task<null, void>(
  'retention.scrub',
  'deletion',
  async ({ store, nowMs, isAwaited }) => {
    await scrub(store, nowMs);
    await refreshSearchIndex(store, isAwaited);
  },
);
