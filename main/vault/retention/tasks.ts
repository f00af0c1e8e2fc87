import type { SweepReport } from '../../../preload/contract';
import { task } from '../../foundation/operation/task';
import { refreshSearchIndex } from '../../foundation/store/search/search-index';
import { forgetErasures, saveErasures } from './erasures';
import { scrub } from './scrub';
import { sweepExpired } from './sweep';

/** Deletes what has expired. */
export const sweepTask = task<null, SweepReport>(
  'retention.sweep',
  'deletion',
  async ({ store, user: actor, nowMs, signal, isAwaited, database: { databaseFile } }) => {
    await forgetErasures(store, nowMs);
    await saveErasures(store, databaseFile).catch(() => undefined);
    return sweepExpired(store, { actor, nowMs, signal, isAwaited });
  },
);

/** Leaves nothing of deleted rows on the disk. */
export const scrubTask = task<null, void>(
  'retention.scrub',
  'deletion',
  async ({ store, nowMs, isAwaited, database: { databaseFile } }) => {
    await saveErasures(store, databaseFile).catch(() => undefined);
    await scrub(store, nowMs);
    await refreshSearchIndex(store, isAwaited);
  },
);
