import { setImmediate } from 'node:timers/promises';
import type { AuditVerdict } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { readSnapshot } from '../../foundation/store/snapshot';
import { type Content, hashOf } from './audit-log';

type Problem = Extract<AuditVerdict, { intact: false }>['problem'];

/** The walk is one long computation: now and then, others get their turn. */
const ENTRIES_PER_TURN = 500;

/**
 * Walks the chain from its anchor (the last entry that the log's own retention removed) to its head.
 * Whoever has the database key can rewrite the whole chain; a head noted elsewhere shows even that.
 */
export function verifyAudit(store: Store): Promise<AuditVerdict> {
  return readSnapshot(store, async (snapshot) => {
    const anchor = await readSetting(snapshot, 'audit_anchor');
    const head = await readSetting(snapshot, 'audit_head');
    let last = anchor;
    let prunedThrough = 0;
    for await (const { hash, ...entry } of entriesOf(snapshot)) {
      const { seq } = entry;
      if (seq <= anchor.seq || seq > head.seq) return broken(seq, 'added');
      if (seq !== last.seq + 1) return broken(last.seq + 1, 'missing');
      if (hash !== hashOf(entry, last.hash)) return broken(seq, 'altered');
      if (entry.action === 'audit.pruned') prunedThrough = throughOf(entry);
      last = { seq, hash };
      if (seq % ENTRIES_PER_TURN === 0) await setImmediate();
    }
    if (last.seq !== head.seq || last.hash !== head.hash) return broken(null, 'end_missing');
    // The anchor moves only with an entry that says so.
    if (anchor.seq !== prunedThrough) return broken(prunedThrough + 1, 'missing');
    return { intact: true, entries: last.seq - anchor.seq, head: last.hash };
  });
}

function entriesOf(store: Store) {
  return store.selectFrom('audit_log').selectAll().orderBy('seq').stream();
}

function broken(seq: number | null, problem: Problem): AuditVerdict {
  return { intact: false, seq, problem };
}

/** Only called for entries whose hash is right: recordAudit wrote them. */
function throughOf({ details }: Content): number {
  const { through } = JSON.parse(details) as { through: number };
  return through;
}
