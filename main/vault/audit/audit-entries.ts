import { AuditDetails, type AuditEntry, type AuditFilter } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import type { Schema } from '../../foundation/store/schema';

export interface AuditPageRequest extends AuditFilter {
  /** Only entries older than the one with this number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function readAuditPage(
  store: Store,
  { before, limit, ...filter }: AuditPageRequest,
): Promise<AuditEntry[]> {
  let query = filtered(store, filter).orderBy('seq', 'desc').limit(limit);
  if (before !== undefined) query = query.where('seq', '<', before);
  return (await query.execute()).map(toView);
}

/** Oldest first, without holding them in memory. */
export function streamAudit(store: Store, filter: AuditFilter) {
  return filtered(store, filter).orderBy('seq').stream();
}

/** Everyone who has an entry, by name. A look-up per name: `distinct` reads the whole index. */
export async function readAuditUsers(store: Store): Promise<string[]> {
  const users: string[] = [];
  for (;;) {
    const { next } = await store
      .selectFrom('audit_log')
      .where('user', '>', users.at(-1) ?? '')
      .select((entry) => entry.fn.min('user').as('next'))
      .executeTakeFirstOrThrow();
    if (next === null) return users;
    users.push(next);
  }
}

function filtered(store: Store, { action, user, fromMs, toMs }: AuditFilter) {
  let query = store.selectFrom('audit_log').selectAll();
  if (action !== undefined) query = query.where('action', '=', action);
  if (user !== undefined) query = query.where('user', '=', user);
  if (fromMs !== undefined) query = query.where('at', '>=', fromMs);
  if (toMs !== undefined) query = query.where('at', '<', toMs);
  // Times nearly follow the numbers, but clocks are set back. The range of numbers lets the keys of
  // the other filters find a page in a long log.
  if (fromMs !== undefined) query = query.where('seq', '>=', bound(store, 'min', '>=', fromMs));
  if (toMs !== undefined) query = query.where('seq', '<=', bound(store, 'max', '<', toMs));
  return query;
}

/** The first number of an entry since, or the last before a time. */
function bound(store: Store, pick: 'min' | 'max', comparison: '>=' | '<', ms: number) {
  return store
    .selectFrom('audit_log')
    .where('at', comparison, ms)
    .select((entry) => entry.fn.agg<number>(pick, ['seq']).as('seq'));
}

/** An altered entry is shown as it is, not hidden behind an error. */
function toView({ seq, at, user, action, details, hash }: Schema['audit_log']): AuditEntry {
  return {
    seq,
    at: Number(at) || 0,
    user: String(user),
    action: String(action),
    details: parseDetails(details),
    hash: String(hash),
  };
}

function parseDetails(text: string): AuditDetails {
  try {
    return AuditDetails.parse(JSON.parse(text));
  } catch {
    return { altered: String(text) };
  }
}
