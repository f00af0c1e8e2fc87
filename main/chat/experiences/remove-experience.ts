import { AppError, type StoredRows, TABLE_NAMES, type TableName } from '../../../preload/contract';
import { mediaIn } from '../../foundation/experience/media-mentions';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import { type Deletion, removeRows } from '../../vault/retention/deletions';
import { countHeld, isHeld } from '../../vault/retention/holds';
import type { Receipt } from '../../vault/retention/receipts';
import { forgetUnusedAssets } from '../../vault/retention/unused-assets';

interface Request {
  readonly id: string;
  /** As many rows as the user agreed to delete; null when they stay until they expire. */
  readonly confirmedRows: number | null;
}

export interface Removal extends Deletion {
  /** Where live rows of the experience were that were to go with it. */
  readonly tables?: readonly TableName[];
}

/** Live rows that the experience has written, in drafts and in every version. */
export async function storedRows(
  store: Store,
  experienceId: string,
  nowMs: number,
): Promise<StoredRows> {
  const tables: Partial<Record<TableName, number>> = {};
  let held = 0;
  for (const table of TABLE_NAMES) {
    const counts = await store
      .selectFrom(anyTable(table))
      .where('experience_id', '=', experienceId)
      .where('expires_at', '>', nowMs)
      .select((row) => [row.fn.countAll<number>().as('rows'), countHeld(row, table, nowMs)])
      .executeTakeFirstOrThrow();
    if (counts.rows > 0) tables[table] = counts.rows;
    held += counts.held;
  }
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return { rows, held, tables };
}

/**
 * Deletes the experience and its versions, and its rows if the user wants that, but for those under
 * a legal hold.
 *
 * @throws AppError `experience.not_found`, or `data.count_changed` when there are more rows than the
 * user agreed to.
 */
export async function removeExperience(
  { store, user, nowMs, record }: Pick<LaneContext, 'store' | 'user' | 'nowMs' | 'record'>,
  { id, confirmedRows }: Request,
): Promise<Removal> {
  return store.transaction().execute(async (transaction) => {
    const experience = await nameOf(transaction, id);
    const removal =
      confirmedRows === null
        ? { deleted: 0, held: 0 }
        : await removeItsRows(transaction, id, confirmedRows, { actor: user, nowMs });
    const released = await mediaOf(transaction, id);
    await transaction.deleteFrom('experience_versions').where('experience_id', '=', id).execute();
    await transaction.deleteFrom('experiences').where('id', '=', id).execute();
    await transaction.deleteFrom('user_memory').where('key', '=', `undo:${id}`).execute();
    await forgetUnusedAssets(transaction, nowMs, released);
    await record(transaction, { experience, rows: removal.deleted });
    return removal;
  });
}

async function removeItsRows(
  transaction: Store,
  experienceId: string,
  confirmedRows: number,
  { actor, nowMs }: Pick<Receipt, 'actor' | 'nowMs'>,
): Promise<Removal> {
  const { rows, held, tables } = await storedRows(transaction, experienceId, nowMs);
  if (rows > confirmedRows) throw new AppError('data.count_changed', { rows });
  for (const table of TABLE_NAMES) {
    await removeRows(
      transaction,
      table,
      (row) =>
        row.and([row('experience_id', '=', experienceId), row.not(isHeld(row, table, nowMs))]),
      { actor, nowMs, rule: 'experience' },
    );
  }
  return { deleted: rows - held, held, tables: Object.keys(tables) as TableName[] };
}

/** Assets that its draft or one of its versions mentions. */
async function mediaOf(store: Store, experienceId: string): Promise<Set<string>> {
  const drafts = store
    .selectFrom('experiences')
    .select('draft as graph')
    .where('id', '=', experienceId);
  const graphs = await drafts
    .unionAll(
      store
        .selectFrom('experience_versions')
        .select('graph')
        .where('experience_id', '=', experienceId),
    )
    .execute();
  return new Set(graphs.flatMap(({ graph }) => [...mediaIn(graph)]));
}

async function nameOf(store: Store, experienceId: string): Promise<string> {
  const row = await store
    .selectFrom('experiences')
    .select('name')
    .where('id', '=', experienceId)
    .executeTakeFirst();
  if (!row) throw new AppError('experience.not_found');
  return row.name;
}
