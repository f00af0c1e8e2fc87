import type { PersonSummary } from '../../../preload/contract';
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
