import { AppError, type ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { recordAudit } from '../../vault/audit/audit-log';

/**
 * Archiving takes an experience out of use: participants get it no longer. It and the way back are two
 * actions of the audit log.
 *
 * @throws AppError `experience.not_found`
 */
export async function setArchived(
  { store, user, nowMs }: Pick<Context, 'store' | 'user' | 'nowMs'>,
  { id, archived }: ParsedInput<'experiences.setArchived'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('experiences')
      .select(['name', 'archived_at'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new AppError('experience.not_found');
    if ((row.archived_at !== null) === archived) return;
    await transaction
      .updateTable('experiences')
      .set(archived ? { archived_at: nowMs, published_version_id: null } : { archived_at: null })
      .where('id', '=', id)
      .execute();
    const action = archived ? 'experience.archived' : 'experience.unarchived';
    await recordAudit(transaction, user, nowMs, action, { experience: row.name });
  });
}
