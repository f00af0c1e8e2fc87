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
import { answerErasures, forgetRequester } from '../../../vault/requests/forget-requester';
import { addStep, type Doing, endRequest } from '../../../vault/requests/steps';
import { rememberErasure } from '../../../vault/retention/erasures';
import { isStored } from '../../../vault/retention/holds';
import { forgetPlaces } from '../../../vault/retention/past-memory';
import { requireNoHold } from '../person-hold';
import { rowsOfPerson } from '../person-rows';
import {
  countOpenAccess,
  findAnswerable,
  findIdentified,
  findOpen,
  type StoredRequest,
} from './find-request';

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
export const closeRequestTask = task<ParsedInput<'requests.close'>, boolean>(
  'requests.close',
  'screen',
  closeRequest,
);

/**
 * Ends a request, if what it ends with is so.
 *
 * @returns whether the person was forgotten with it
 * @throws AppError `request.no_file`, `request.something_stored`, `request.identity_unchecked`,
 * `request.other_kind`, `request.access_open`, `request.address_gone`, `request.closed`, `request.not_found`, `free_text.personal`, and where it would
 * forget somebody whom a legal hold is about, `person.held` or `person.hold_requested`
 */
export async function closeRequest(
  { store, user, nowMs }: Pick<LaneContext, 'store' | 'user' | 'nowMs'>,
  { id, end }: ParsedInput<'requests.close'>,
): Promise<boolean> {
  refusePersonalData(end.note);
  return store.transaction().execute(async (transaction) => {
    const request = await findOpen(transaction, id, nowMs);
    await requireTrue(transaction, request, end, nowMs);
    const state = STATES[end.what];
    const doing = { actor: user, nowMs };
    await addStep(transaction, id, end, doing);
    await endRequest(transaction, id, state, nowMs);
    const action = `request.${state}` as const;
    const why = end.what === 'refused' ? { ground: end.ground } : { how: end.what };
    await recordAudit(transaction, user, nowMs, action, { request: request.reference, ...why });
    const isForgetting = forgets(request, end);
    if (isForgetting) await forgetPerson(transaction, request, doing);
    return isForgetting;
  });
}

/** Who wanted to be forgotten, and of whom there is nothing else, is not remembered for having asked. */
const forgets = ({ kind }: Pick<StoredRequest, 'kind'>, { what }: End): boolean =>
  kind === 'erasure' && what === 'nothing_stored';

/**
 * As any erasure does, whatever it finds: a backup may hold the request. What else is open of theirs for
 * erasure is answered with it.
 */
async function forgetPerson(
  transaction: Store,
  { email_key }: StoredRequest,
  doing: Doing,
): Promise<void> {
  if (email_key === null) return;
  const { nowMs } = doing;
  await rememberErasure(transaction, email_key, null, nowMs);
  await forgetPlaces(transaction, nowMs);
  const requests = await forgetRequester(transaction, email_key, { ...doing, heldAtMs: nowMs });
  await answerErasures(
    transaction,
    requests,
    { step: { what: 'nothing_stored', note: '' } },
    doing,
  );
}

async function requireTrue(
  transaction: Store,
  request: StoredRequest,
  end: End,
  nowMs: number,
): Promise<void> {
  switch (end.what) {
    case 'handed_over':
      await requireFile(
        transaction,
        await findAnswerable(transaction, request.id, 'access', nowMs),
      );
      return;
    case 'nothing_stored': {
      const { email_key } = await findIdentified(transaction, request.id, nowMs);
      if (forgets(request, end)) {
        await requireNoHold(transaction, email_key, nowMs);
        // Without the address it could not be answered any more.
        if ((await countOpenAccess(transaction, email_key, nowMs)) > 0)
          throw new AppError('request.access_open');
      }
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
      .where((row) => isStored(row, name, nowMs))
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}
