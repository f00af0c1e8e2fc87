import { AppError } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { HOUR_MS } from '../../foundation/time';

/**
 * By what right a file is exported: what one user may export alone, another user's release, or the
 * right of a person to what is stored about them.
 */
export type Permit = 'alone' | 'released' | 'access';

/** Who exports what, and when. */
export interface Claim {
  readonly permit: Permit;
  /** Of the register's entry: a release has one already. */
  readonly id: string;
  readonly userId: string;
  readonly rows: number;
  readonly nowMs: number;
  /** By which the period counts: a clock far ahead must not end it. */
  readonly trustedMs: number;
}

/**
 * Looks whether a file may be exported. Looking costs little, so it is done early, and again in the
 * transaction that enters the file into the register: only that counts.
 *
 * @throws AppError `export.release_needed`, `export.release_gone`, `export.release_outgrown`,
 * `export.access_spent`
 */
export async function requireAllowed(store: Store, claim: Claim): Promise<void> {
  switch (claim.permit) {
    case 'alone':
      return requireFewRows(store, claim);
    case 'released':
      return requireReleased(store, claim);
    case 'access':
      return requireFewAnswers(store, claim);
  }
}

/** How many rows this user has exported within the period that nobody else has released. */
export async function rowsExportedAlone(
  store: Store,
  { userId, trustedMs }: Pick<Claim, 'userId' | 'trustedMs'>,
): Promise<number> {
  const { rows } = await savedWithin(store, userId, await beginOfPeriod(store, trustedMs))
    .where('is_access', '=', 0)
    .where('decided_at', 'is', null)
    .select((row) => row.fn.coalesce(row.fn.sum<number>('rows'), row.val(0)).as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
}

async function requireFewRows(store: Store, claim: Claim): Promise<void> {
  const limit = await readSetting(store, 'export_release_rows');
  if (limit === null) return;
  const before = await rowsExportedAlone(store, claim);
  const { rows } = claim;
  if (before + rows <= limit) return;
  const hours = await readSetting(store, 'export_period_hours');
  throw new AppError('export.release_needed', { rows, before, limit, hours });
}

async function requireReleased(
  store: Store,
  { id, userId, rows, nowMs }: Omit<Claim, 'permit'>,
): Promise<void> {
  const released = await store
    .selectFrom('exports')
    .select('rows')
    .where('id', '=', id)
    .where('state', '=', 'released')
    .where('requested_by', '=', userId)
    .where('expires_at', '>', nowMs)
    .executeTakeFirst();
  if (!released) throw new AppError('export.release_gone');
  const limit = released.rows;
  if (rows > limit) throw new AppError('export.release_outgrown', { rows, limit });
}

/** Answers are counted, not their rows: nobody is denied what is stored about them for its length. */
async function requireFewAnswers(
  store: Store,
  { userId, trustedMs }: Pick<Claim, 'userId' | 'trustedMs'>,
): Promise<void> {
  if ((await readSetting(store, 'export_release_rows')) === null) return;
  const limit = await readSetting(store, 'export_accesses');
  const { answers } = await savedWithin(store, userId, await beginOfPeriod(store, trustedMs))
    .where('is_access', '=', 1)
    .select((row) => row.fn.countAll<number>().as('answers'))
    .executeTakeFirstOrThrow();
  if (answers < limit) return;
  const hours = await readSetting(store, 'export_period_hours');
  throw new AppError('export.access_spent', { answers, limit, hours });
}

/** What was saved has a time of it; entries that have expired are older than any period. */
function savedWithin(store: Store, userId: string, sinceMs: number) {
  return store
    .selectFrom('exports')
    .where('requested_by', '=', userId)
    .where('saved_at', '>', sinceMs);
}

async function beginOfPeriod(store: Store, trustedMs: number): Promise<number> {
  return trustedMs - (await readSetting(store, 'export_period_hours')) * HOUR_MS;
}
