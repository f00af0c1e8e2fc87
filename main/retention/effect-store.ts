import type { Insertable } from 'kysely';
import type { Policy, TableName } from '../../preload/contract';
import { emailKey } from '../chat/email-key';
import type { Effect } from '../chat/engine';
import type { EffectStore, Origin, Write, Writer } from '../chat/ports';
import type { Store } from '../store/database';
import type { Schema } from '../store/schema';
import { columnNames } from '../store/tables';
import { decide } from './policy';
import { readRules } from './rules';

type NewRow = Record<string, string | number | null>;

/** Applies what chats store: the policy decides, the row gets its expiry, the constraint its say. */
export function createEffectStore(store: Store): EffectStore {
  return {
    transact: (work) =>
      store.transaction().execute(async (transaction) => work(rowWriter(transaction))),
  };
}

function rowWriter(transaction: Store): Writer {
  const policyOf = ruleReader(transaction);
  return async (effect, origin, nowMs) => {
    const { store: table, moduleId, days: declaredDays } = effect;
    const decision = decide(await policyOf(moduleId), { moduleId, table, declaredDays }, nowMs);
    if (!decision.store) {
      const { reason } = decision;
      return { outcome: 'off', trail: { stored: false, table, moduleId, reason } };
    }
    const { expiresAtMs } = decision;
    const row = rowOf(effect, origin, nowMs, expiresAtMs);
    const stored = await insert(transaction, effect, row, nowMs);
    return written(stored, { table, moduleId, expiresAt: expiresAtMs });
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

function written(
  stored: boolean,
  row: { table: TableName; moduleId: string; expiresAt: number },
): Write {
  return stored
    ? { outcome: 'stored', trail: { stored: true, ...row } }
    : { outcome: 'refused', trail: null };
}

function rowOf(effect: Effect, origin: Origin, nowMs: number, expiresAtMs: number): NewRow {
  const row: NewRow = {
    created_at: nowMs,
    expires_at: expiresAtMs,
    module_id: effect.moduleId,
    experience_id: origin.experienceId,
    experience_name: origin.experienceName,
    session_id: origin.sessionId,
    channel: origin.channel,
    email_key: effect.email === null ? null : emailKey(effect.email),
    unique_key: effect.uniqueKey ?? null,
    ...effect.row,
  };
  const declared = columnNames(effect.store);
  return declared.includes('module_type') ? { module_type: effect.moduleType, ...row } : row;
}

/** Whether the row is stored; an existing row with the same key may refuse it. */
async function insert(
  transaction: Store,
  { store: table, uniqueKey, onConflict = 'refuse' }: Effect,
  row: NewRow,
  nowMs: number,
): Promise<boolean> {
  const into = table as 'participations';
  if (uniqueKey !== undefined) await freeKey(transaction, into, uniqueKey, nowMs);
  const values = row as Insertable<Schema['participations']>;
  const { numInsertedOrUpdatedRows = 0n } = await transaction
    .insertInto(into)
    .values(values)
    .onConflict((conflict) => {
      const onKey = conflict.column('unique_key');
      const { created_at: _kept, ...changes } = values;
      return onConflict === 'replace' ? onKey.doUpdateSet(changes) : onKey.doNothing();
    })
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

/**
 * A row that has expired but is not swept yet is gone for every purpose, limits included: the sweep,
 * or the legal hold that keeps it, needs no key.
 */
async function freeKey(
  transaction: Store,
  table: 'participations',
  uniqueKey: string,
  nowMs: number,
): Promise<void> {
  await transaction
    .updateTable(table)
    .set({ unique_key: null })
    .where('unique_key', '=', uniqueKey)
    .where('expires_at', '<=', nowMs)
    .execute();
}
