import {
  AppError,
  groundsFor,
  type ParsedInput,
  type RequestState,
  refusePersonalData,
} from '../../../../preload/contract';
import type { LaneContext } from '../../../foundation/operation/context';
import { task } from '../../../foundation/operation/task';
import type { Store } from '../../../foundation/store/database';
import { allTables } from '../../../foundation/store/tables';
import { anyTable } from '../../../foundation/store/tables/any-table';
import { recordAudit } from '../../../vault/audit/audit-log';
import { forgetAddress } from '../../../vault/requests/forget-requester';
import { addStep, endRequest } from '../../../vault/requests/steps';
import { rowsOfPerson } from '../person-rows';
import { findIdentified, findOpen, type StoredRequest } from './find-request';

type End = ParsedInput<'requests.close'>['end'];

const STATES: Readonly<Record<End['what'], Ended>> = {
  handed_over: 'answered',
  nothing_stored: 'answered',
  erased_meanwhile: 'answered',
  refused: 'refused',
  withdrawn: 'withdrawn',
};
type Ended = Extract<RequestState, 'answered' | 'refused' | 'withdrawn'>;

/** Looking whether anything is stored reads all tables. */
export const closeRequestTask = task<ParsedInput<'requests.close'>, string>(
  'requests.close',
  'screen',
  closeRequest,
);

/**
 * Ends a request, if what it ends with is so.
 *
 * @throws AppError `request.no_file`, `request.something_stored`, `request.identity_unchecked`,
 * `request.address_gone`, `request.closed`, `request.not_found`, `free_text.personal`
 */
export async function closeRequest(
  { store, user, nowMs }: Pick<LaneContext, 'store' | 'user' | 'nowMs'>,
  { id, end }: ParsedInput<'requests.close'>,
): Promise<string> {
  refusePersonalData(end.note);
  await store.transaction().execute(async (transaction) => {
    const request = await findOpen(transaction, id, nowMs);
    await requireTrue(transaction, request, end, nowMs);
    const state = STATES[end.what];
    const doing = { actor: user, nowMs };
    await addStep(transaction, id, end, doing);
    await endRequest(transaction, id, state, nowMs);
    const action = `request.${state}` as const;
    const why = end.what === 'refused' ? { ground: end.ground } : { how: end.what };
    await recordAudit(transaction, user, nowMs, action, { request: request.reference, ...why });
    // Who wanted to be forgotten, and of whom there is nothing else, is not remembered for having asked.
    if (request.kind === 'erasure' && end.what === 'nothing_stored')
      await forgetAddress(transaction, request, doing);
  });
  return id;
}

async function requireTrue(
  transaction: Store,
  request: StoredRequest,
  end: End,
  nowMs: number,
): Promise<void> {
  switch (end.what) {
    case 'handed_over':
      await requireFile(transaction, await findIdentified(transaction, request.id, nowMs));
      return;
    case 'nothing_stored': {
      const { email_key } = await findIdentified(transaction, request.id, nowMs);
      if (await isAnythingStored(transaction, email_key, nowMs))
        throw new AppError('request.something_stored');
      return;
    }
    case 'erased_meanwhile':
      if (request.email_key !== null) throw new AppError('request.something_stored');
      return;
    case 'refused':
      if (!groundsFor(request.kind).includes(end.ground)) throw new AppError('request.other_kind');
      return;
    case 'withdrawn':
      return;
  }
}

async function requireFile(transaction: Store, { id }: StoredRequest): Promise<void> {
  const file = await transaction
    .selectFrom('request_steps')
    .select('id')
    .where('request_id', '=', id)
    .where((step) => step(step.fn('json_extract', ['step', step.val('$.what')]), '=', 'file_made'))
    .executeTakeFirst();
  if (!file) throw new AppError('request.no_file');
}

async function isAnythingStored(store: Store, emailKey: string, nowMs: number): Promise<boolean> {
  for (const { name } of allTables) {
    const row = await store
      .selectFrom(anyTable(name))
      .select('id')
      .where(rowsOfPerson(emailKey))
      .where('expires_at', '>', nowMs)
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}
