import type { LaneContext } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { copyUnderKey } from '../../foundation/store/copy-under-key';
import type { Store } from '../../foundation/store/database';
import { recordAudit } from '../audit/audit-log';

export interface CopyRequest {
  /** Path of the copy; there must be no such file. */
  readonly copy: string;
  readonly newKey: Uint8Array;
}

/** Writes the database under another key, with an entry in its audit log that says so. */
export const copyTask = task<CopyRequest, void>('workspace.copyUnderKey', 'long', copyWorkspace);

async function copyWorkspace(
  { store, user, nowMs, database: { key, nativeBinding } }: LaneContext,
  { copy, newKey }: CopyRequest,
): Promise<void> {
  const finish = (copied: Store): Promise<void> =>
    copied
      .transaction()
      .execute((transaction) => recordAudit(transaction, user, nowMs, 'key.rotated'));
  await copyUnderKey(store, { key, newKey, copy, nativeBinding, finish }).finally(() =>
    newKey.fill(0),
  );
}
