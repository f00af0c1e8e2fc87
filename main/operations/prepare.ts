import { AppError } from '../../preload/contract';
import { tidyCodes } from '../chat/codes/tasks';
import { eraseAgain } from '../data/person/erase-again';
import { removeUnfinished } from '../foundation/files/unfinished-files';
import type { Unlocked } from '../foundation/operation/context';
import { checkIntegrity } from '../vault/backup/operations';
import { settleRestored } from '../vault/backup/settle-restored';
import { deferred } from '../vault/retention/undo/deferred';

/**
 * What has to be done after unlocking and before anyone works with the workspace: look for damage,
 * take away what a crash has left, erase again who was erased since a backup was made, delete what has
 * expired since then and what the last lock has left to be deleted.
 *
 * @param isSuspect whether its pages have to be checked first.
 * @throws AppError `workspace.database_damaged`
 */
export async function prepare(unlocked: Unlocked, isSuspect: boolean): Promise<void> {
  if (isSuspect && !(await checkIntegrity(unlocked)).intact) {
    throw new AppError('workspace.database_damaged');
  }
  await removeUnfinished(unlocked.store);
  tidyCodes(unlocked).catch(unlocked.logFailure);
  await eraseAgain(unlocked);
  await settleRestored(unlocked);
  await unlocked.the(deferred).resume(unlocked.store).catch(unlocked.logFailure);
}
