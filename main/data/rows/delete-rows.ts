import type { Output, ParsedInput } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { deleteAll, deleteRow } from '../../vault/retention/deletions';

/** @throws AppError `data.row_not_found`, `data.row_held` */
export function deleteOneRow(
  { store, user, nowMs }: Pick<LaneContext, 'store' | 'user' | 'nowMs'>,
  { table, id }: ParsedInput<'data.deleteRow'>,
): Promise<void> {
  return deleteRow(store, user, table, id, nowMs);
}

/** @throws AppError `data.count_changed` */
export async function deleteRows(
  { store, user, nowMs, signal, report }: LaneContext<{ deleted: number; total: number }>,
  request: ParsedInput<'data.deleteAll'>,
): Promise<Output<'data.deleteAll'>> {
  const deletion = await deleteAll(store, user, request, nowMs, { signal, report });
  return { outcome: 'deleted', ...deletion };
}
