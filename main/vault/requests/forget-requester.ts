import type { Certificate } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { recordAudit } from '../audit/audit-log';
import { askForScrub } from '../retention/scrub';
import { isRequestHeld } from './held-requests';
import { addStep, type Doing, endRequest, forgetNotes } from './steps';

interface Forgetting extends Doing {
  /** As of when holds are in force. */
  readonly heldAtMs: number;
  /** Requests that came later are about something else. */
  readonly untilMs?: number;
}

/**
 * Takes the address of an erased person and what users have noted from all of their requests: what was
 * done stays, by reference, and says nothing of whom. Not while a legal hold keeps what is theirs.
 *
 * @returns the requests that have lost it
 */
export async function forgetRequester(
  transaction: Store,
  emailKey: string,
  { heldAtMs, untilMs = Number.MAX_SAFE_INTEGER, ...doing }: Forgetting,
): Promise<{ id: string; reference: string }[]> {
  const requests = await transaction
    .selectFrom('requests')
    .select(['id', 'reference'])
    .where('email_key', '=', emailKey)
    .where('created_at', '<=', untilMs)
    .where((request) => request.not(isRequestHeld(request, heldAtMs)))
    .execute();
  for (const request of requests) await forgetAddress(transaction, request, doing);
  return requests;
}

/** Of one request. */
export async function forgetAddress(
  transaction: Store,
  { id, reference }: { id: string; reference: string },
  doing: Doing,
): Promise<void> {
  await transaction
    .updateTable('requests')
    .set({ email: null, email_key: null, note: '' })
    .where('id', '=', id)
    .execute();
  await forgetNotes(transaction, id);
  await addStep(transaction, id, { what: 'address_erased' }, doing);
  const action = 'request.address_erased';
  await recordAudit(transaction, doing.actor, doing.nowMs, action, { request: reference });
  await askForScrub(transaction);
}

/** Answers the open ones of these requests that asked for what has happened. */
export async function answerWithErasure(
  transaction: Store,
  requests: readonly { id: string }[],
  certified: Pick<Certificate, 'reference'> & { entry: number; rows: number; held: number },
  doing: Doing,
): Promise<void> {
  const open = await transaction
    .selectFrom('requests')
    .select(['id', 'reference'])
    .where(
      'id',
      'in',
      requests.map(({ id }) => id),
    )
    .where('kind', '=', 'erasure')
    .where('closed_at', 'is', null)
    .execute();
  for (const { id, reference } of open) {
    await addStep(transaction, id, { what: 'erased', ...certified }, doing);
    await endRequest(transaction, id, 'answered', doing.nowMs);
    const details = { request: reference, how: 'erased', certificate: certified.reference };
    await recordAudit(transaction, doing.actor, doing.nowMs, 'request.answered', details);
  }
}
