import { createHash } from 'node:crypto';
import type { AuditFilter } from '../../preload/contract';
import { csvOf } from '../export/csv';
import { writeTarget } from '../export/target-file';
import type { Store } from '../store/database';
import { instant, text } from '../store/tables/define-table';
import { streamAudit } from './audit-entries';
import { type Actor, recordAudit } from './audit-log';

const COLUMNS = { seq: text, at: instant, user: text, action: text, details: text, hash: text };

export interface AuditExportRequest {
  readonly filter: AuditFilter;
  readonly file: string;
  readonly actor: Actor;
  readonly nowMs: number;
  readonly signal: AbortSignal;
}

/**
 * Saves the filtered log as CSV, oldest first, and records that. Not encrypted: it names users, and
 * nothing about participants.
 *
 * @returns the number of entries.
 * @throws AppError what {@link writeTarget} throws.
 */
export async function exportAudit(store: Store, request: AuditExportRequest): Promise<number> {
  const { filter, actor, nowMs, signal } = request;
  const hash = createHash('sha256');
  const entries = await writeTarget(store, request.file, async (file) => {
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
  await store
    .transaction()
    .execute((transaction) => recordAudit(transaction, actor, nowMs, 'audit.exported', details));
  return entries;
}
