import type { SlotsWarning } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';
import { writeSetting } from '../../foundation/store/settings';
import { openedWorkspace } from './opened-workspace';

/** What users are told about the slot file and the database, until an admin has seen to it. */
export const slotsNotice = part<{ found: SlotsWarning | null }>(
  'notice about the slot file',
  ({ the }) => ({ found: the(openedWorkspace).slotsWarning }),
);

export async function dismissSlotsWarning({
  store,
  record,
  the,
}: Pick<Context, 'store' | 'record' | 'the'>): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    await writeSetting(transaction, 'slots_warning', null);
    await record(transaction, {});
  });
  the(slotsNotice).found = null;
}
