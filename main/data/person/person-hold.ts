import { AppError, type PersonSummary } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

/** Whether a legal hold is about this very person: it keeps all their rows, or would if approved. */
export async function personHold(
  store: Store,
  emailKey: string,
  nowMs: number,
): Promise<PersonSummary['hold']> {
  const holds = await store
    .selectFrom('legal_holds')
    .select('approved_by')
    .where('kind', '=', 'person')
    .where('subject', '=', emailKey)
    .where('until_ms', '>', nowMs)
    .execute();
  if (holds.some(({ approved_by }) => approved_by !== null)) return 'in_force';
  return holds.length > 0 ? 'requested' : null;
}

/** @throws AppError `person.held`, `person.hold_requested` */
export async function requireNoHold(store: Store, emailKey: string, nowMs: number): Promise<void> {
  const hold = await personHold(store, emailKey, nowMs);
  if (hold) throw new AppError(hold === 'in_force' ? 'person.held' : 'person.hold_requested');
}
