import { createHash } from 'node:crypto';
import type { AuditAction, AuditDetails } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { readSetting, writeSetting } from '../../foundation/store/settings';

/** What an entry says; its hash covers all of it and the hash of the entry before. */
export interface Content {
  readonly seq: number;
  readonly at: number;
  readonly user: string;
  readonly action: string;
  /** JSON. */
  readonly details: string;
}

/** The acting user's name; participants have no place in the log. */
export interface Actor {
  readonly name: string;
}

/** What happens by itself: sweeps of the timer. */
export const SYSTEM: Actor = { name: 'system' };

/**
 * Appends to the hash-chained log. Pass the transaction of what is recorded, so that neither exists
 * without the other. Details are names of tables, counts and settings, never of participants.
 */
export async function recordAudit(
  transaction: Store,
  { name: user }: Actor,
  nowMs: number,
  action: AuditAction,
  details: AuditDetails = {},
): Promise<void> {
  const head = await readSetting(transaction, 'audit_head');
  // An entry that somebody put behind the head must not keep the next one from being recorded.
  const seq = Math.max(head.seq, await newestSeq(transaction)) + 1;
  const content: Content = { seq, at: nowMs, user, action, details: JSON.stringify(details) };
  const hash = hashOf(content, head.hash);
  await transaction
    .insertInto('audit_log')
    .values({ ...content, hash })
    .execute();
  await writeSetting(transaction, 'audit_head', { seq, hash });
}

/** An array has one order of members, so the same entry always has the same text. */
export function hashOf({ seq, at, user, action, details }: Content, previous: string): string {
  const text = JSON.stringify([previous, seq, at, user, action, details]);
  return createHash('sha256').update(text).digest('hex');
}

async function newestSeq(store: Store): Promise<number> {
  const newest = await store
    .selectFrom('audit_log')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.seq ?? 0;
}
