import {
  AppError,
  type Certificate,
  type ErasurePreview,
  type ParsedInput,
  type PersonSubject,
  TABLE_NAMES,
  type TableErasure,
} from '../../../preload/contract';
import type { Context, LaneContext } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { emailKey } from '../../foundation/person/email-key';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { allTables } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { recordAudit } from '../../vault/audit/audit-log';
import { answerErasures, forgetRequester } from '../../vault/requests/forget-requester';
import { eraseRows, sumOf } from '../../vault/retention/erase-person';
import { rememberErasure } from '../../vault/retention/erasures';
import { countHeld, endPastHolds } from '../../vault/retention/holds';
import { answersToOthers } from '../../vault/retention/past-exports';
import { forgetPlaces } from '../../vault/retention/past-memory';
import type { Receipt } from '../../vault/retention/receipts';
import { retention } from '../../vault/retention/retention';
import type { RowCondition } from '../../vault/retention/totals';
import { keptPlace } from '../../vault/workspace/kept-place';
import { listExports } from '../export/register';
import { detailsOf, findCertificate } from './certificate';
import { personHold, requireNoHold } from './person-hold';
import { anonymousRowsOf, rowsOfPerson } from './person-rows';
import { newReference } from './reference';
import { countOpenAccess, findAnswerable } from './requests/find-request';
import { addressOf } from './subject';

/** What an erasure would take and leave, and what has left the workspace before. */
export async function previewErasure(
  store: Store,
  subject: PersonSubject,
  nowMs: number,
): Promise<ErasurePreview> {
  const key = emailKey(await addressOf(store, subject, nowMs));
  const hold = await personHold(store, key, nowMs);
  const tables: TableErasure[] = [];
  let firstAt = nowMs;
  for (const { name: table } of allTables) {
    const { rows, held, first } = await store
      .selectFrom(anyTable(table))
      .where(rowsOfPerson(key))
      .select((row) => [
        row.fn.countAll<number>().as('rows'),
        countHeld(row, table, nowMs),
        row.fn.min<number | null>('created_at').as('first'),
      ])
      .executeTakeFirstOrThrow();
    const kept = hold === 'in_force' ? rows : held;
    if (rows > 0) tables.push({ table, erased: rows - kept, held: kept });
    firstAt = Math.min(firstAt, first ?? nowMs);
  }
  const exports = await exportsSince(store, { key, firstAt, nowMs }, tables);
  const openAccess = await countOpenAccess(store, key, nowMs);
  return { tables, hold, exports, backups: await backupsSince(store, firstAt), openAccess };
}

export const eraseOnRequestTask = task('privacy.eraseOnRequest', 'deletion', eraseOnRequest);

/**
 * Erases a person and certifies it. What follows from that is not declared but done here: the
 * certificate says when the traces were removed, so it is made after that.
 *
 * @throws AppError `retention.clock_ahead`, and what {@link eraseOnRequest} throws
 */
export async function erasePerson(
  { store, run, time, emit, the }: Pick<Context, 'store' | 'run' | 'time' | 'emit' | 'the'>,
  request: ParsedInput<'privacy.erase'>,
): Promise<Certificate> {
  const seq = await run(eraseOnRequestTask, request, { nowMs: time.deletionMs() });
  emit('data.changed', { tables: [...TABLE_NAMES] });
  emit('requests.changed', {});
  the(keptPlace).forget();
  await the(retention).scrub();
  return findCertificate(store, seq);
}

/**
 * Deletes what is stored about a person in all tables and channels at once, but for the rows that a
 * legal hold on a giveaway keeps. Removing the traces from the disk is the next scrub's.
 *
 * Their requests forget whom they were of, and those for erasure are answered with it.
 *
 * @returns the number of the audit log's entry, of which the certificate is made.
 * @throws AppError `person.held` while a legal hold is about the person, `person.hold_requested`
 * while one is asked for, `person.not_found` when nothing is stored; by a request what
 * {@link findAnswerable} throws.
 */
export async function eraseOnRequest(
  { store, user, nowMs }: Pick<LaneContext, 'store' | 'user' | 'nowMs'>,
  subject: ParsedInput<'privacy.erase'>,
): Promise<number> {
  return store.transaction().execute(async (transaction) => {
    const key = await keyToErase(transaction, subject, nowMs);
    // A hold that is over names the person, too.
    await endPastHolds(transaction, nowMs);
    await requireNoHold(transaction, key, nowMs);
    await rememberErasure(transaction, key, null, nowMs);
    await forgetPlaces(transaction, nowMs);
    const tables = await eraseTables(transaction, key, { actor: user, nowMs });
    const doing = { actor: user, nowMs };
    const requests = await forgetRequester(transaction, key, { ...doing, heldAtMs: nowMs });
    if (tables.length + requests.length === 0) throw new AppError('person.not_found');
    const reference = newReference('E', nowMs);
    const certified = { reference, tables, requests: requests.length };
    const action = 'person.erased_on_request';
    await recordAudit(transaction, user, nowMs, action, detailsOf(certified));
    const { seq } = await readSetting(transaction, 'audit_head');
    const { erased: rows, held } = sumOf(tables);
    const step = { what: 'erased', reference, entry: seq, rows, held } as const;
    const answer = { step, details: { certificate: reference } };
    await answerErasures(transaction, requests, answer, doing);
    return seq;
  });
}

async function keyToErase(
  transaction: Store,
  subject: ParsedInput<'privacy.erase'>,
  nowMs: number,
): Promise<string> {
  if ('email' in subject) return emailKey(subject.email);
  return (await findAnswerable(transaction, subject.request, 'erasure', nowMs)).email_key;
}

/** Tables with rows of the person, and how many of these went and stayed. */
async function eraseTables(
  transaction: Store,
  key: string,
  by: Pick<Receipt, 'actor' | 'nowMs'>,
): Promise<TableErasure[]> {
  const receipt = { ...by, rule: 'on_request' } as const;
  const erase = (which: RowCondition) => eraseRows(transaction, () => which, by.nowMs, receipt);
  // They are found by the rows that have the address: so they go first.
  const anonymous = await erase(anonymousRowsOf(key));
  const named = await erase((row) => row('email_key', '=', key));
  return named
    .map((each, index) => add(each, anonymous[index]))
    .filter(({ erased, held }) => erased + held > 0);
}

function add(one: TableErasure, other: TableErasure | undefined): TableErasure {
  const { erased, held } = other ?? { erased: 0, held: 0 };
  return { ...one, erased: one.erased + erased, held: one.held + held };
}

/**
 * By when and of what they were made; their contents are not kept. The answer to a person's request has
 * that person's data and nobody else's, so it is left out where it was of somebody else.
 */
async function exportsSince(
  store: Store,
  { key, firstAt, nowMs }: { key: string; firstAt: number; nowMs: number },
  tables: readonly TableErasure[],
): Promise<ErasurePreview['exports']> {
  const names = new Set(tables.map(({ table }) => table));
  const ofOthers = await answersToOthers(store, key);
  return (await listExports(store, true, nowMs)).filter(
    ({ id, saved, tables: exported, level }) =>
      saved &&
      !ofOthers.has(id) &&
      saved.deletedAt === null &&
      saved.at >= firstAt &&
      level !== 'no_identifiers' &&
      exported.some((table) => names.has(table)),
  );
}

async function backupsSince(store: Store, firstAt: number): Promise<number> {
  const { backups } = await store
    .selectFrom('audit_log')
    .where('action', '=', 'workspace.backed_up')
    .where('at', '>=', firstAt)
    .select((entry) => entry.fn.countAll<number>().as('backups'))
    .executeTakeFirstOrThrow();
  return backups;
}
