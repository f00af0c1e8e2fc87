import { type LegalHold, type ParsedInput, refusePersonalData } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { approveHold, endHold, requestHold } from '../../vault/retention/holds';
import { scrubTask } from '../../vault/retention/tasks';
import { shownHolds } from './shown-holds';

/**
 * The reason of a hold outlives the rows of whoever else it names.
 *
 * @throws AppError `hold.end_passed`, `free_text.personal`
 */
export async function request(
  context: Context,
  hold: ParsedInput<'holds.request'>,
): Promise<LegalHold[]> {
  const { store, user, nowMs } = context;
  refusePersonalData(hold.reason);
  await requestHold(store, user, hold, nowMs);
  return shownHolds(context);
}

/** @throws AppError `hold.not_found`, `hold.same_user`, `hold.ended` */
export async function approve(
  context: Context,
  { id }: ParsedInput<'holds.approve'>,
): Promise<LegalHold[]> {
  const { store, user, nowMs } = context;
  await approveHold(store, user, id, nowMs);
  return shownHolds(context);
}

/** @throws AppError `hold.not_found` */
export async function end(
  context: Context,
  { id }: ParsedInput<'holds.end'>,
): Promise<LegalHold[]> {
  const { store, user, nowMs, run } = context;
  await endHold(store, user, id, nowMs);
  // Whom it was about leaves the disk, too.
  await run(scrubTask, null);
  return shownHolds(context);
}
