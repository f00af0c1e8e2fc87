import type { ParsedInput } from '../../../preload/contract';
import type { Context, LaneContext } from '../../foundation/operation/context';
import { recordAudit } from '../../vault/audit/audit-log';
import { findText } from './stored-texts';
import { requireUnused } from './uses';

/**
 * An archived text is offered no more where one is chosen; what refers to it goes on showing it. Archiving
 * and the way back are two actions of the audit log.
 *
 * @throws AppError `legal.not_found`
 */
export async function setArchived(
  { store, user, nowMs }: Pick<Context, 'store' | 'user' | 'nowMs'>,
  { id, archived }: ParsedInput<'legal.setArchived'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const { name: text, archived_at: since } = await findText(transaction, id);
    if ((since !== null) === archived) return;
    await transaction
      .updateTable('legal_texts')
      .set({ archived_at: archived ? nowMs : null })
      .where('id', '=', id)
      .execute();
    const action = archived ? 'legal.archived' : 'legal.unarchived';
    await recordAudit(transaction, user, nowMs, action, { text });
  });
}

/** Deletes the text with its versions. @throws AppError `legal.not_found`, `legal.in_use` */
export async function deleteText(
  { store, record }: Pick<LaneContext, 'store' | 'record'>,
  { id }: ParsedInput<'legal.delete'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const { name: text } = await findText(transaction, id);
    await requireUnused(transaction, id);
    await transaction.deleteFrom('legal_text_versions').where('legal_text_id', '=', id).execute();
    await transaction.deleteFrom('legal_texts').where('id', '=', id).execute();
    await record(transaction, { text });
  });
}
