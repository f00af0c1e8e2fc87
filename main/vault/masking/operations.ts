import type { MaskingView, ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { area } from '../../foundation/operation/operation';
import { writeSetting } from '../../foundation/store/settings';
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

/** Nothing is revealed that the audit log does not know of. */
async function reveal(
  { store, record, the }: Context,
  { table, what, reason }: ParsedInput<'masking.reveal'>,
): Promise<MaskingView> {
  const place = what.kind === 'row' ? { row: what.id } : { column: what.column };
  await store
    .transaction()
    .execute((transaction) => record(transaction, { table, ...place, reason }));
  the(masking).reveal(table, what);
  return the(masking).view();
}
