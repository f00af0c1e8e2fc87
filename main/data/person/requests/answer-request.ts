import type { AnswerFormat } from '../../../../preload/contract';
import { recordAudit } from '../../../vault/audit/audit-log';
import { addStep, type Doing } from '../../../vault/requests/steps';
import type { Beside } from '../../export/write-export';
import { findAnswerable } from './find-request';

/** Enters into a request that an answer to it was saved, as its export is entered into the register. */
export function answering(
  id: string,
  exportId: string,
  format: AnswerFormat,
  doing: Doing,
): Beside {
  return {
    enter: async (transaction, { rows, sha256 }) => {
      const { reference } = await findAnswerable(transaction, id, 'access', doing.nowMs);
      const step = { what: 'file_made', format, export: exportId, rows, sha256 } as const;
      await addStep(transaction, id, step, doing);
      const details = { request: reference, export: exportId, format };
      await recordAudit(transaction, doing.actor, doing.nowMs, 'request.file_made', details);
    },
    takeBack: async (transaction) => {
      await transaction
        .deleteFrom('request_steps')
        .where('request_id', '=', id)
        .where((step) =>
          step(step.fn('json_extract', ['step', step.val('$.export')]), '=', exportId),
        )
        .execute();
    },
  };
}
