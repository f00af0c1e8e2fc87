import type { Selectable } from 'kysely';
import {
  AppError,
  firstDeadline,
  isOpen,
  LoggedStep,
  type PersonRequest,
  type RequestKind,
  type RequestSummary,
} from '../../../../preload/contract';
import type { Store } from '../../../foundation/store/database';
import type { Schema } from '../../../foundation/store/schema';
import { isRequestHeld } from '../../../vault/requests/held-requests';

export type StoredRequest = Selectable<Schema['requests']>;

/** @throws AppError `request.not_found`, also for one that has expired */
export async function findRequest(store: Store, id: string, nowMs: number): Promise<StoredRequest> {
  const request = await store
    .selectFrom('requests')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', nowMs)
    .executeTakeFirst();
  if (!request) throw new AppError('request.not_found');
  return request;
}

/** One about which something can still be done. @throws AppError `request.not_found`, `request.closed` */
export async function findOpen(store: Store, id: string, nowMs: number): Promise<StoredRequest> {
  const request = await findRequest(store, id, nowMs);
  if (!isOpen(request)) throw new AppError('request.closed');
  return request;
}

/**
 * An open one whose person is known, by address and as who they say they are: only such are answered.
 *
 * @throws AppError `request.identity_unchecked`, `request.address_gone`, and what {@link findOpen} throws
 */
export async function findIdentified(
  store: Store,
  id: string,
  nowMs: number,
): Promise<StoredRequest & { email_key: string }> {
  const request = await findOpen(store, id, nowMs);
  if (request.state !== 'identified') throw new AppError('request.identity_unchecked');
  const { email_key } = request;
  if (email_key === null) throw new AppError('request.address_gone');
  return { ...request, email_key };
}

/**
 * The same of one that asks for what answers it: a file is no erasure, nor the other way round.
 *
 * @throws AppError `request.other_kind`, and what {@link findIdentified} throws
 */
export async function findAnswerable(
  store: Store,
  id: string,
  kind: RequestKind,
  nowMs: number,
): Promise<StoredRequest & { email_key: string }> {
  const request = await findIdentified(store, id, nowMs);
  if (request.kind !== kind) throw new AppError('request.other_kind');
  return request;
}

/** How many requests for access of a person are to be answered yet: an erasure would take what they ask for. */
export async function countOpenAccess(
  store: Store,
  emailKey: string,
  nowMs: number,
): Promise<number> {
  const { open } = await store
    .selectFrom('requests')
    .where('email_key', '=', emailKey)
    .where('kind', '=', 'access')
    .where('closed_at', 'is', null)
    .where('expires_at', '>', nowMs)
    .select((request) => request.fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow();
  return open;
}

/** Newest first. */
export async function listRequests(store: Store, nowMs: number): Promise<RequestSummary[]> {
  const requests = await store
    .selectFrom('requests')
    .selectAll()
    .where('expires_at', '>', nowMs)
    .orderBy('received_on', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return requests.map(summaryOf);
}

/** @throws AppError `request.not_found` */
export async function readRequest(store: Store, id: string, nowMs: number): Promise<PersonRequest> {
  return withSteps(store, await findRequest(store, id, nowMs));
}

/** All that are kept with this address, also past their time by a legal hold; oldest first. */
export async function requestsOfPerson(
  store: Store,
  emailKey: string,
  nowMs: number,
): Promise<PersonRequest[]> {
  const requests = await store
    .selectFrom('requests')
    .selectAll()
    .where('email_key', '=', emailKey)
    .where((request) =>
      request.or([request('expires_at', '>', nowMs), isRequestHeld(request, nowMs)]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return Promise.all(requests.map((request) => withSteps(store, request)));
}

async function withSteps(store: Store, request: StoredRequest): Promise<PersonRequest> {
  const steps = await store
    .selectFrom('request_steps')
    .select(['at', 'user', 'step'])
    .where('request_id', '=', request.id)
    .orderBy('id')
    .execute();
  return {
    ...summaryOf(request),
    note: request.note,
    steps: steps.map((each) => LoggedStep.parse({ ...each, step: JSON.parse(each.step) })),
  };
}

function summaryOf(request: StoredRequest): RequestSummary {
  return {
    id: request.id,
    reference: request.reference,
    kind: request.kind,
    email: request.email,
    isMasked: false,
    receivedOn: request.received_on,
    dueOn: request.due_on,
    isExtended: request.due_on !== firstDeadline(request.received_on),
    state: request.state,
    caretakerId: request.caretaker,
    caretaker: request.caretaker_name,
    closedAt: request.closed_at,
    expiresAt: request.expires_at,
  };
}
