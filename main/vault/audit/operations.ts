import type { AuditVerdict, Output, ParsedInput } from '../../../preload/contract';
import type { Context, LaneContext } from '../../foundation/operation/context';
import { area } from '../../foundation/operation/operation';
import { task } from '../../foundation/operation/task';
import { workspace } from '../workspace/workspace';
import { readAuditPage, readAuditUsers } from './audit-entries';
import { exportAudit } from './export-audit';
import { lastVerdict } from './verdict';
import { verifyAudit } from './verify-audit';

const verifyTask = task<null, AuditVerdict>('audit.walkChain', 'long', ({ store }) =>
  verifyAudit(store),
);

/** What users do with the audit log. */
export const auditArea = area(
  {
    'audit.page': { lane: 'screen', run: readPage },
    'audit.users': ({ store }) => readAuditUsers(store),
    'audit.verify': verify,
    'audit.copyHead': ({ the, desktop }) => desktop.clipboard.copyText(the(lastVerdict).head),
    'audit.export': {
      lane: 'long',
      work: 'export',
      audit: 'audit.exported',
      savesAs: ({ nowMs }) =>
        `chatvault-audit-log-${new Date(nowMs).toISOString().slice(0, 10)}.csv`,
      // Only locking ends it half-way.
      cancelled: { outcome: 'dismissed' },
      run: exportAudit,
    },
  },
  [verifyTask],
);

/** With dates it reads the times of all entries, since clocks are set back: 0.3 s for a million. */
async function readPage(
  { store }: Pick<LaneContext, 'store'>,
  request: ParsedInput<'audit.page'>,
): Promise<Output<'audit.page'>> {
  const entries = await readAuditPage(store, request);
  const next = entries.length === request.limit ? entries.at(-1)?.seq : undefined;
  return { entries, ...(next !== undefined && { next }) };
}

async function verify({ run, the }: Context): Promise<AuditVerdict> {
  const verdict = await run(verifyTask, null);
  the(lastVerdict).note(verdict);
  // Every window warns of a log that is not intact.
  await the(workspace).announce();
  return verdict;
}
