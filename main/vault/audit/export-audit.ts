import { createHash } from 'node:crypto';
import type { AuditFilter } from '../../../preload/contract';
import { csvOf } from '../../foundation/files/csv';
import { writeTarget } from '../../foundation/files/target-file';
import type { LaneContext } from '../../foundation/operation/context';
import { instant, text } from '../../foundation/store/tables/define-table';
import { streamAudit } from './audit-entries';

const COLUMNS = { seq: text, at: instant, user: text, action: text, details: text, hash: text };

/**
 * Saves the filtered log as CSV, oldest first, and records that. Not encrypted: it names users, and
 * nothing about participants.
 *
 * @throws AppError what {@link writeTarget} throws.
 */
export async function exportAudit(
  { store, file: target, signal, record }: LaneContext,
  filter: AuditFilter,
): Promise<{ entries: number }> {
  const hash = createHash('sha256');
  const entries = await writeTarget(store, target, async (file) => {
    let written = 0;
    for await (const chunk of csvOf(COLUMNS, streamAudit(store, filter))) {
      signal.throwIfAborted();
      hash.update(chunk.text);
      await file.appendFile(chunk.text);
      written += chunk.rows;
    }
    return written;
  });
  const details = { entries, sha256: hash.digest('hex') };
  await store.transaction().execute((transaction) => record(transaction, details));
  return { entries };
}
