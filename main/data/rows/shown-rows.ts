import { AppError, type Output, type ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { DataRows } from '../../foundation/store/data-rows';
import { masking } from '../../vault/masking/masking';
import { openLists } from './open-lists';
import { relatedRowsTask } from './related-rows';

/**
 * A page of a list, as the signed-in user may see it.
 *
 * @throws AppError `data.masked_search`, `data.masked_order`
 */
export async function showPage(
  { store, nowMs, the }: Pick<Context, 'store' | 'nowMs' | 'the'>,
  { from, limit, ...request }: ParsedInput<'data.page'>,
): Promise<Output<'data.page'>> {
  const { table, sort } = request;
  await the(masking).requireSortable(table, sort);
  const filter = await the(masking).allowedFilter([table], request.filter);
  const list = await the(openLists).open({ ...request, filter });
  const ids = [...list.ids.subarray(from, from + limit)];
  const found = await new DataRows(store).byIds(request.table, ids, nowMs);
  const rows = await the(masking).shown(request.table, found);
  // Only now: it may have become complete meanwhile.
  return { list: list.number, rows, total: list.ids.length, isComplete: list.isComplete };
}

/**
 * A row and what else its conversation has left, as the signed-in user may see them.
 *
 * @throws AppError `data.row_not_found`
 */
export async function showRow(
  { store, nowMs, the, run }: Pick<Context, 'store' | 'nowMs' | 'the' | 'run'>,
  { table, id }: ParsedInput<'data.row'>,
): Promise<Output<'data.row'>> {
  const [row] = await new DataRows(store).byIds(table, [id], nowMs);
  if (!row) throw new AppError('data.row_not_found');
  const related = await run(relatedRowsTask, { table, row });
  for (const each of related) each.rows = await the(masking).shown(each.table, each.rows);
  const [shown = row] = await the(masking).shown(table, [row]);
  return { row: shown, related };
}
