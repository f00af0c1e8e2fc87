import type { Selectable } from 'kysely';
import { type AuditDetails, isOpen, type RequestStep } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import type { Schema } from '../../foundation/store/schema';
import { recordAudit } from '../audit/audit-log';
import { askForScrub } from '../retention/scrub';
import { isRequestHeld } from './held-requests';
import { addStep, type Doing, endRequest, forgetNotes } from './steps';

interface Forgetting extends Doing {
  /** As of when holds are in force. */
  readonly heldAtMs: number;
  /** Requests that came later are about something else. */
  readonly untilMs?: number | undefined;
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
  { heldAtMs, untilMs, ...doing }: Forgetting,
): Promise<Requested[]> {
  const requests = await requestsOf(transaction, emailKey, { heldAtMs, untilMs });
  for (const request of requests) await forgetAddress(transaction, request, doing);
  return requests;
}

/**
 * The same for who has erased themself in a chat, where nobody proves whose the address is that was
 * typed: what is still open has to be answered, so that it keeps the address, and says what has happened.
 */
export async function forgetRequesterInChat(
  transaction: Store,
  emailKey: string,
  { heldAtMs, untilMs, ...doing }: Forgetting,
): Promise<void> {
  for (const request of await requestsOf(transaction, emailKey, { heldAtMs, untilMs })) {
    if (isOpen(request)) await addStep(transaction, request.id, { what: 'erased_in_chat' }, doing);
    else await forgetAddress(transaction, request, doing);
  }
}

type Requested = Pick<Selectable<Schema['requests']>, 'id' | 'reference' | 'state'>;

function requestsOf(
  store: Store,
  emailKey: string,
  { heldAtMs, untilMs = Number.MAX_SAFE_INTEGER }: Pick<Forgetting, 'heldAtMs' | 'untilMs'>,
): Promise<Requested[]> {
  return store
    .selectFrom('requests')
    .select(['id', 'reference', 'state'])
    .where('email_key', '=', emailKey)
    .where('created_at', '<=', untilMs)
    .where((request) => request.not(isRequestHeld(request, heldAtMs)))
    .execute();
}

async function forgetAddress(
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
export async function answerErasures(
  transaction: Store,
  requests: readonly { id: string }[],
  { step, details }: { step: RequestStep; details?: AuditDetails },
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
    await addStep(transaction, id, step, doing);
    await endRequest(transaction, id, 'answered', doing.nowMs);
    const done = { request: reference, how: step.what, ...details };
    await recordAudit(transaction, doing.actor, doing.nowMs, 'request.answered', done);
  }
}
