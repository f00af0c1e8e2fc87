import { randomUUID } from 'node:crypto';
import type { Expression, ExpressionBuilder, ExpressionWrapper, Selectable, SqlBool } from 'kysely';
import {
  AppError,
  type LegalHold,
  latestHoldEnd,
  type ParsedInput,
  type StoredGiveaway,
  type TableName,
} from '../../../preload/contract';
import { emailKey } from '../../foundation/person/email-key';
import { readEmail } from '../../foundation/person/read-email';
import type { Store } from '../../foundation/store/database';
import type { Schema } from '../../foundation/store/schema';
import { allTables, columnNames } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { type Actor, recordAudit, SYSTEM } from '../audit/audit-log';
import { askForScrub } from './scrub';

type Row = ExpressionBuilder<Schema, 'participations'>;
type StoredHold = Selectable<Schema['legal_holds']>;

/** Who asks for a hold or approves it. */
export interface HoldUser extends Actor {
  readonly id: string;
}

/** The column by which a hold finds its rows. */
const SUBJECT_COLUMNS = { person: 'email_key', giveaway: 'giveaway_id' } as const;

/**
 * Rows that a legal hold in force keeps, past their expiry if need be. Sweeps and deletions leave
 * them out: `.where((row) => row.not(isHeld(row, table, nowMs)))`.
 */
export function isHeld(
  row: Row,
  table: TableName,
  nowMs: number,
): ExpressionWrapper<Schema, 'participations', SqlBool> {
  return row.exists(
    row
      .selectFrom('legal_holds')
      .select('subject')
      .where('approved_by', 'is not', null)
      .where('until_ms', '>', nowMs)
      .where((hold) =>
        hold.or(
          kindsFor(table).map((kind) =>
            hold.and([
              hold('kind', '=', kind),
              hold('subject', '=', hold.ref(SUBJECT_COLUMNS[kind])),
            ]),
          ),
        ),
      ),
  );
}

/** Rows that are there as of then: within their time, or kept past it by a legal hold in force. */
export const isStored = (row: Row, table: TableName, nowMs: number) =>
  row.or([row('expires_at', '>', nowMs), isHeld(row, table, nowMs)]);

/**
 * The same as {@link isHeld} for reports over whole tables: as long as no hold is in force, no row is asked for one.
 */
export async function heldRows(
  store: Store,
  table: TableName,
  nowMs: number,
): Promise<(row: Row) => Expression<SqlBool>> {
  const inForce = await store
    .selectFrom('legal_holds')
    .select('id')
    .where('approved_by', 'is not', null)
    .where('until_ms', '>', nowMs)
    .limit(1)
    .executeTakeFirst();
  return (row) => (inForce ? isHeld(row, table, nowMs) : row.lit(false));
}

/** To be selected, as `held`: how many of the rows a legal hold in force keeps. */
export const countHeld = (row: Row, table: TableName, nowMs: number) =>
  row.fn
    .countAll<number>()
    .filterWhere(isHeld(row, table, nowMs))
    .as('held');

/**
 * Forgets the holds whose end has come, whoever they were about; every sweep begins with it, so that
 * it takes their rows along.
 */
export async function endPastHolds(transaction: Store, nowMs: number): Promise<void> {
  const past = await transaction
    .deleteFrom('legal_holds')
    .where('until_ms', '<=', nowMs)
    .returning(['id', 'kind'])
    .execute();
  for (const { id, kind } of past) {
    await recordAudit(transaction, SYSTEM, nowMs, 'hold.ended', { hold: id, kind });
  }
  if (past.length > 0) await askForScrub(transaction);
}

/** Every hold that is asked for or in force, newest first, with the rows that it is about. */
export async function listHolds(store: Store, nowMs: number): Promise<LegalHold[]> {
  const holds = await store
    .selectFrom('legal_holds')
    .selectAll()
    .where('until_ms', '>', nowMs)
    .orderBy('requested_at', 'desc')
    .execute();
  return Promise.all(
    holds.map(async (hold) => ({ ...viewOf(hold), ...(await countRows(store, hold, nowMs)) })),
  );
}

/** @throws AppError `hold.end_passed`, `hold.end_too_late` */
export async function requestHold(
  store: Store,
  user: HoldUser,
  { subject, reason, untilMs }: ParsedInput<'holds.request'>,
  nowMs: number,
): Promise<void> {
  if (untilMs <= nowMs) throw new AppError('hold.end_passed');
  if (untilMs > latestHoldEnd(nowMs)) throw new AppError('hold.end_too_late');
  const { kind } = subject;
  const about =
    kind === 'person'
      ? { subject: emailKey(subject.email), label: readEmail(subject.email) ?? subject.email }
      : { subject: subject.giveawayId, label: subject.name };
  const id = randomUUID();
  await store.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('legal_holds')
      .values({
        ...about,
        id,
        kind,
        reason,
        until_ms: untilMs,
        requested_by: user.id,
        requested_by_name: user.name,
        requested_at: nowMs,
      })
      .execute();
    const until = new Date(untilMs).toISOString();
    await recordAudit(transaction, user, nowMs, 'hold.requested', { hold: id, kind, until });
  });
}

/**
 * Puts a hold into force.
 *
 * @throws AppError `hold.not_found`, `hold.same_user` for whoever asked for it, `hold.ended`
 */
export async function approveHold(
  store: Store,
  user: HoldUser,
  id: string,
  nowMs: number,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const hold = await find(transaction, id);
    if (hold.requested_by === user.id) throw new AppError('hold.same_user');
    if (hold.until_ms <= nowMs) throw new AppError('hold.ended');
    if (hold.approved_by !== null) return;
    await transaction
      .updateTable('legal_holds')
      .set({ approved_by: user.id, approved_by_name: user.name })
      .where('id', '=', id)
      .execute();
    await recordAudit(transaction, user, nowMs, 'hold.approved', { hold: id, kind: hold.kind });
  });
}

/**
 * Ends a hold or withdraws what was asked for. Whom it was about leaves the workspace with it, and
 * the next sweep deletes what it kept. @throws AppError `hold.not_found`
 */
export async function endHold(
  store: Store,
  user: HoldUser,
  id: string,
  nowMs: number,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const { kind } = await find(transaction, id);
    await transaction.deleteFrom('legal_holds').where('id', '=', id).execute();
    await recordAudit(transaction, user, nowMs, 'hold.ended', { hold: id, kind });
    await askForScrub(transaction);
  });
}

/** The giveaways that stored rows are about, by name. */
export async function storedGiveaways(store: Store): Promise<StoredGiveaway[]> {
  const known = new Map<string, StoredGiveaway>();
  for (const { name: table } of allTables.filter(({ name }) =>
    kindsFor(name).includes('giveaway'),
  )) {
    const rows = await store
      .selectFrom(anyTable(table))
      .groupBy('giveaway_id')
      .select((row) => [
        'giveaway_id',
        row.fn.max('giveaway_name').as('name'),
        row.fn.max<string>('experience_name').as('experienceName'),
      ])
      .execute();
    for (const { giveaway_id: giveawayId, name, experienceName } of rows) {
      if (giveawayId) known.set(giveawayId, { giveawayId, name: name ?? '', experienceName });
    }
  }
  return [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

async function find(store: Store, id: string): Promise<StoredHold> {
  const hold = await store
    .selectFrom('legal_holds')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!hold) throw new AppError('hold.not_found');
  return hold;
}

function viewOf(hold: StoredHold): Omit<LegalHold, 'rows' | 'rowsPastExpiry'> {
  return {
    id: hold.id,
    subject:
      hold.kind === 'person'
        ? { kind: 'person', email: hold.label }
        : { kind: 'giveaway', giveawayId: hold.subject, name: hold.label },
    reason: hold.reason,
    untilMs: hold.until_ms,
    requestedById: hold.requested_by,
    requestedBy: hold.requested_by_name,
    requestedAt: hold.requested_at,
    approvedBy: hold.approved_by_name,
  };
}

async function countRows(
  store: Store,
  { kind, subject }: StoredHold,
  nowMs: number,
): Promise<Pick<LegalHold, 'rows' | 'rowsPastExpiry'>> {
  const sum = { rows: 0, rowsPastExpiry: 0 };
  for (const { name } of allTables.filter((table) => kindsFor(table.name).includes(kind))) {
    const { rows, past } = await store
      .selectFrom(anyTable(name))
      .where(SUBJECT_COLUMNS[kind], '=', subject)
      .select((row) => [
        row.fn.countAll<number>().as('rows'),
        row.fn.countAll<number>().filterWhere('expires_at', '<=', nowMs).as('past'),
      ])
      .executeTakeFirstOrThrow();
    sum.rows += rows;
    sum.rowsPastExpiry += past;
  }
  return sum;
}

function kindsFor(table: TableName): StoredHold['kind'][] {
  const columns = columnNames(table);
  return columns.includes(SUBJECT_COLUMNS.giveaway) ? ['person', 'giveaway'] : ['person'];
}
