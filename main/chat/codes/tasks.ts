import type { CodeFileSample, CodesProgress } from '../../../preload/contract';
import type { Unlocked } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { readSetting } from '../../foundation/store/settings';
import { removeLeftovers } from './leftovers';
import { type Looking, lookAtCodes } from './look-at-codes';
import { type StagedCodes, type Staging, stageCodes } from './stage-codes';

/*
 * What writes is in one lane, as is the deletion of pools: one after the other, each removes what the one before
 * has left.
 */

export const stageTask = task<Staging, StagedCodes, CodesProgress>(
  'codes.stage',
  'long',
  stageCodes,
);

/** Its user waits for it, and it asks nothing of the database. */
export const lookTask = task<Looking, Omit<CodeFileSample, 'ticket'>>(
  'codes.lookAt',
  'screen',
  lookAtCodes,
);

export const removeLeftoversTask = task<null, void>('codes.removeLeftovers', 'long', ({ store }) =>
  removeLeftovers(store),
);

/** Removes what an import has left behind that a crash or the lock cut short. */
export async function tidyCodes({ store, run }: Pick<Unlocked, 'store' | 'run'>): Promise<void> {
  const pools = await readSetting(store, 'leftover_codes');
  if (pools.length > 0) await run(removeLeftoversTask, null);
}
