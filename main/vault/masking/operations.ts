import {
  AppError,
  type MaskingView,
  type ParsedInput,
  refusePersonalData,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { area } from '../../foundation/operation/operation';
import { DataRows } from '../../foundation/store/data-rows';
import { writeSetting } from '../../foundation/store/settings';
import { isPersonal } from './masked-search';
import { masking } from './masking';

/** Who sees personal values in the clear. */
export const maskingArea = area({
  'masking.view': ({ the }) => the(masking).view(),
  'masking.setRule': { audit: 'data.masking_changed', run: setRule },
  'masking.setMine': setMine,
  'masking.reveal': { audit: 'rows.revealed', run: reveal },
  'masking.hide': ({ the }) => the(masking).hide(),
});

async function setRule(
  { store, record, the }: Context,
  { rule }: ParsedInput<'masking.setRule'>,
): Promise<MaskingView> {
  await store.transaction().execute(async (transaction) => {
    await writeSetting(transaction, 'masking_rule', rule);
    await record(transaction, { rule });
  });
  return the(masking).hide();
}

async function setMine(
  { store, user, the }: Context,
  { isMasked }: ParsedInput<'masking.setMine'>,
): Promise<MaskingView> {
  await store
    .updateTable('users')
    .set({ masks_data: isMasked ? 1 : 0 })
    .where('id', '=', user.id)
    .execute();
  return the(masking).hide();
}

/**
 * Nothing is revealed that the audit log does not know of; the log outlives whom a reason would name.
 *
 * @throws AppError `data.no_such_column`, `data.row_not_found`, `free_text.personal`
 */
async function reveal(
  { store, nowMs, record, the }: Context,
  { table, what, reason }: ParsedInput<'masking.reveal'>,
): Promise<MaskingView> {
  refusePersonalData(reason);
  if (what.kind === 'column' && !isPersonal(table, what.column)) {
    throw new AppError('data.no_such_column');
  }
  if (what.kind === 'row') {
    const [row] = await new DataRows(store).byIds(table, [what.id], nowMs);
    if (!row) throw new AppError('data.row_not_found');
  }
  const place = what.kind === 'row' ? { row: what.id } : { column: what.column };
  await store
    .transaction()
    .execute((transaction) => record(transaction, { table, ...place, reason }));
  the(masking).reveal(table, what);
  return the(masking).view();
}
