import { type Insertable, sql } from 'kysely';
import type { Policy } from '../../../preload/contract';
import { personKey } from '../../foundation/person/email-key';
import type { Store } from '../../foundation/store/database';
import type { Schema } from '../../foundation/store/schema';
import { dataTables } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { DAY_MS } from '../../foundation/time';
import { erasePerson } from '../../vault/retention/erase-person';
import { decide } from '../../vault/retention/policy';
import { readRules } from '../../vault/retention/rules';
import type { EffectStore, Linker, Origin, Withdrawer, Write, Writer } from '../engine/ports';
import type { Outcome } from '../engine/step';
import type { Effect, Request } from '../engine/turn';
import { take } from './claim';
import { completeCustomer } from './customer';
import { keyOnChannel } from './key-on-channel';
import { lookUp } from './look-up';
import { trailValues } from './trail-values';
import { withdraw } from './withdraw';

type NewRow = Record<string, string | number | null | Uint8Array>;
type StoreRequest = Extract<Request, { kind: 'store' }>;

export interface EffectStoreOptions {
  /** Called once a person's rows are gone for good but for their traces. */
  readonly onErased?: () => void;
  /** Called once rows of a participant who went back are gone for good but for their traces. */
  readonly onWithdrawn?: () => void;
  /** Whether the experience of a chat is still there. */
  readonly isOffered?: (transaction: Store, origin: Origin) => Promise<boolean>;
  /** The latest time that is believed; left out, the time of each request is. */
  readonly trustedMs?: () => number;
}

/** Applies what chats ask for: the policy decides, the row gets its expiry, the constraint its say. */
export function createEffectStore(
  store: Store,
  { onErased, onWithdrawn, isOffered = async () => true, trustedMs }: EffectStoreOptions = {},
): EffectStore {
  return {
    transact: async (work) => {
      const done = new Set<'erased' | 'withdrawn'>();
      const result = await store.transaction().execute((transaction) =>
        work(
          writerOn(transaction, () => done.add('erased'), trustedMs),
          linkerOn(transaction),
          (origin) => isOffered(transaction, origin),
          withdrawerOn(transaction, () => done.add('withdrawn'), trustedMs),
        ),
      );
      if (done.has('erased')) onErased?.();
      if (done.has('withdrawn')) onWithdrawn?.();
      return result;
    },
  };
}

function writerOn(
  transaction: Store,
  noteErased: () => void,
  trustedMs: (() => number) | undefined,
): Writer {
  const policyOf = ruleReader(transaction);
  return async (request, origin, nowMs, rows = []) => {
    const key = personKey(request.contact.email);
    const who = { origin, emailKey: key, nowMs, trustedMs: trustedMs?.() ?? nowMs };
    switch (request.kind) {
      case 'store': {
        const write = await writeRow(transaction, request, who, await policyOf(request.moduleId));
        const known = { ...who, contact: request.contact };
        const completed = await completeCustomer(transaction, known, policyOf);
        return { ...write, changes: [...(write.changes ?? []), ...completed] };
      }
      case 'look_up':
        return unwritten(await lookUp(transaction, request.lookup, who));
      case 'erase': {
        const { erased, held } = await erasePerson(transaction, { ...who, rows }, request.reach);
        noteErased();
        const reason = held > 0 ? ({ reason: 'held' } as const) : {};
        return unwritten({ outcome: 'erased', value: erased, ...reason });
      }
    }
  };
}

function linkerOn(transaction: Store): Linker {
  return async (rows, email) => {
    for (const { table, id } of rows) {
      await transaction
        .updateTable(anyTable(table))
        .set({ email_key: personKey(email) })
        .where('id', '=', id)
        .execute();
    }
  };
}

function withdrawerOn(
  transaction: Store,
  noteWithdrawn: () => void,
  trustedMs: (() => number) | undefined,
): Withdrawer {
  return async (changes, { sessionId }, nowMs) => {
    const times = { nowMs, trustedMs: trustedMs?.() ?? nowMs };
    const withdrawal = await withdraw(transaction, changes, { sessionId, ...times });
    if (withdrawal.trail.length > 0) noteWithdrawn();
    return withdrawal;
  };
}

/** Read in the transaction itself: a turn never writes under a rule that has just been replaced. */
function ruleReader(transaction: Store): (moduleId: string) => Promise<Policy> {
  const policies = new Map<string, Promise<Policy>>();
  return (moduleId) => {
    const policy = policies.get(moduleId) ?? readRules(transaction, moduleId);
    policies.set(moduleId, policy);
    return policy;
  };
}

interface Who {
  readonly origin: Origin;
  readonly emailKey: string | null;
  readonly nowMs: number;
  /** By when stored rows, keys and holds end. */
  readonly trustedMs: number;
}

async function writeRow(
  transaction: Store,
  request: StoreRequest,
  who: Who,
  policy: Policy,
): Promise<Write> {
  const { store: table, moduleId, days: declaredDays } = request;
  const decision = decide(policy, { moduleId, table, declaredDays }, who.nowMs);
  if (!decision.store) {
    const trail = { stored: false, table, moduleId, reason: decision.reason } as const;
    return { outcome: { outcome: 'off' }, trail, row: null };
  }
  const { atMostDays = Number.POSITIVE_INFINITY } = request;
  const expiresAtMs = Math.min(decision.expiresAtMs, who.nowMs + atMostDays * DAY_MS);
  const { outcome, id, row, before } = await allOrNothing(transaction, request, () =>
    claimAndInsert(transaction, request, who, expiresAtMs),
  );
  if (id === null) return unwritten(outcome);
  const values = trailValues(table, row);
  const trail = { stored: true, table, moduleId, expiresAt: expiresAtMs, values } as const;
  return { outcome, trail, row: { table, id }, changes: [{ table, id, before }] };
}

interface Inserted {
  outcome: Outcome;
  id: number | null;
  row: NewRow;
  /** The row whose place it has taken. */
  before: NewRow | null;
}

/** What was claimed for a row that is refused goes back, and the rest of the turn stays. */
async function allOrNothing(
  transaction: Store,
  { claim }: StoreRequest,
  work: () => Promise<Inserted>,
): Promise<Inserted> {
  if (!claim) return work();
  await sql`savepoint claim`.execute(transaction);
  const result = await work();
  if (result.id === null) await sql`rollback to claim`.execute(transaction);
  await sql`release claim`.execute(transaction);
  return result;
}

async function claimAndInsert(
  transaction: Store,
  request: StoreRequest,
  who: Who,
  expiresAtMs: number,
): Promise<Inserted> {
  const { claim, valueInto } = request;
  const row = rowOf(request, who, expiresAtMs);
  const claimed = claim ? await take(transaction, claim, who) : null;
  if (claimed && 'refused' in claimed) {
    return {
      outcome: { outcome: 'refused', reason: claimed.refused },
      id: null,
      row,
      before: null,
    };
  }
  if (claimed) Object.assign(row, claimed.row, valueInto && { [valueInto]: claimed.value });
  const { id, before } = await insert(transaction, request, row, who.trustedMs);
  if (id === null) return { outcome: { outcome: 'refused', reason: 'duplicate' }, id, row, before };
  const { value, points } = claimed ?? {};
  const outcome: Outcome = {
    outcome: 'stored',
    ...(value !== undefined && { value }),
    ...(points !== undefined && { points }),
  };
  return { outcome, id, row, before };
}

function rowOf(effect: Effect, { origin, emailKey: key, nowMs }: Who, expiresAtMs: number): NewRow {
  const row: NewRow = {
    module_id: effect.moduleId,
    email_key: key,
    unique_key: uniqueKeyOf(effect, origin),
  };
  const known: NewRow = {
    ...effect.contact,
    created_at: nowMs,
    last_active_at: nowMs,
    expires_at: expiresAtMs,
    experience_id: origin.experienceId,
    experience_name: origin.experienceName,
    session_id: origin.sessionId,
    channel: origin.channel,
    module_type: effect.moduleType,
  };
  const declared = dataTables[effect.store].columns;
  for (const [name, value] of Object.entries(known)) if (name in declared) row[name] = value;
  return { ...row, ...effect.row };
}

function uniqueKeyOf({ uniqueKey }: Effect, { channel }: Origin): string | null {
  return uniqueKey === undefined ? null : keyOnChannel(channel, uniqueKey);
}

/** The row's id, null when an existing row with the same key refused it, or the one that it replaced. */
async function insert(
  transaction: Store,
  { store: table, onConflict = 'refuse' }: Effect,
  row: NewRow,
  trustedMs: number,
): Promise<Pick<Inserted, 'id' | 'before'>> {
  const into = anyTable(table);
  let before: NewRow | null = null;
  if (typeof row.unique_key === 'string') {
    await freeKey(transaction, into, row.unique_key, trustedMs);
    if (onConflict === 'replace') before = await rowWithKey(transaction, into, row.unique_key);
  }
  const values = row as Insertable<Schema['participations']>;
  const inserted = await transaction
    .insertInto(into)
    .values(values)
    .onConflict((conflict) => {
      const onKey = conflict.column('unique_key');
      const { created_at: _kept, ...changes } = values;
      return onConflict === 'replace' ? onKey.doUpdateSet(changes) : onKey.doNothing();
    })
    .returning('id')
    .executeTakeFirst();
  return { id: inserted?.id ?? null, before };
}

async function rowWithKey(
  transaction: Store,
  table: 'participations',
  uniqueKey: string,
): Promise<NewRow | null> {
  const row = await transaction
    .selectFrom(table)
    .selectAll()
    .where('unique_key', '=', uniqueKey)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * A row that has expired but is not swept yet is gone for every purpose, limits included: the sweep,
 * or the legal hold that keeps it, needs no key.
 */
async function freeKey(
  transaction: Store,
  table: 'participations',
  uniqueKey: string,
  trustedMs: number,
): Promise<void> {
  await transaction
    .updateTable(table)
    .set({ unique_key: null })
    .where('unique_key', '=', uniqueKey)
    .where('expires_at', '<=', trustedMs)
    .execute();
}

function unwritten(outcome: Outcome): Write {
  return { outcome, trail: null, row: null };
}
