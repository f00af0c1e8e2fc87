import type { AuditVerdict } from '../../../preload/contract';
import { part } from '../../foundation/operation/part';
import { openedWorkspace } from '../workspace/opened-workspace';

/** What the last verification of the audit log has found. */
export class LastVerdict {
  isIntact: boolean;
  /** The hash of the newest entry, as last verified; empty while none was. */
  head = '';

  constructor(isIntact: boolean) {
    this.isIntact = isIntact;
  }

  note(verdict: AuditVerdict): void {
    this.isIntact = verdict.intact;
    this.head = verdict.intact ? verdict.head : '';
  }
}

export const lastVerdict = part(
  'last verdict on the audit log',
  ({ the }) => new LastVerdict(the(openedWorkspace).auditIntact),
);
