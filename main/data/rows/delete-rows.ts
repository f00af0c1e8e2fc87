import type { Output, ParsedInput } from '../../../preload/contract';
import type { Context, LaneContext } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { masking } from '../../vault/masking/masking';
import { deleteAll, deleteRow } from '../../vault/retention/deletions';

/** @throws AppError `data.row_not_found`, `data.row_held` */
export function deleteOneRow(
  { store, user, nowMs }: Pick<LaneContext, 'store' | 'user' | 'nowMs'>,
  { table, id }: ParsedInput<'data.deleteRow'>,
): Promise<void> {
  return deleteRow(store, user, table, id, nowMs);
}

export const deleteRowsTask = task('data.deleteMany', 'deletion', deleteMany);

/**
 * Of the rows that the signed-in user may look for: how many there are is refused with their number.
 *
 * @throws AppError `data.count_changed`, `data.masked_search`
 */
export async function deleteRows(
  { the, run, report: onProgress }: Context<DeletionProgress>,
  { filter, ...request }: ParsedInput<'data.deleteAll'>,
): Promise<Output<'data.deleteAll'>> {
  const allowed = await the(masking).allowedFilter([request.table], filter);
  return run(deleteRowsTask, { ...request, filter: allowed }, { onProgress });
}

interface DeletionProgress {
  deleted: number;
  total: number;
}

async function deleteMany(
  { store, user, nowMs, signal, report }: LaneContext<DeletionProgress>,
  request: ParsedInput<'data.deleteAll'>,
): Promise<Output<'data.deleteAll'>> {
  const deletion = await deleteAll(store, user, request, nowMs, { signal, report });
  return { outcome: 'deleted', ...deletion };
}
