import { randomUUID } from 'node:crypto';
import {
  ExportSelection,
  type Output,
  type ParsedInput,
  refusePersonalData,
  TABLE_NAMES,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { requireAllowed } from '../export/allowance';
import { openTicket } from '../export/prepare-ticket';
import { composeAnswer, exportPerson } from './answer';
import { findAnswerable } from './requests/find-request';

export const composeAnswerTask = task('privacy.composeAnswer', 'long', composeAnswer);

/** Writes all that is stored about a person into a file. */
export const exportPersonTask = task('privacy.exportPerson', 'long', exportPerson);

/**
 * Of all that is stored about a person, who has a right to it: nobody has to release that, but there
 * is a limit to how many people one user answers within the period.
 *
 * @throws AppError `free_text.personal`, `export.access_spent`, and of a request what keeps it from being
 * answered
 */
export async function prepareAccess(
  context: Pick<Context, 'store' | 'user' | 'nowMs' | 'time' | 'the' | 'desktop' | 'emit'>,
  { purpose, format, answerLanguage, language, ...rest }: ParsedInput<'privacy.prepareAccess'>,
): Promise<Output<'privacy.prepareAccess'>> {
  refusePersonalData(purpose);
  const { store, user, nowMs, time, desktop, emit } = context;
  const subject = 'email' in rest ? { email: rest.email } : { request: rest.request };
  if ('request' in subject) await findAnswerable(store, subject.request, 'access', nowMs);
  const entry = { id: randomUUID(), purpose };
  const permit = 'access';
  const claim = { permit, id: entry.id, userId: user.id, rows: 0, nowMs } as const;
  await requireAllowed(store, { ...claim, trustedMs: time.trustedMs() });
  // The register keeps of a search that there was one.
  const filter = { search: 'email' in subject ? subject.email : subject.request };
  const selection = ExportSelection.parse({
    ...{ tables: TABLE_NAMES, channels: 'all', filter, language },
  });
  return openTicket(context, {
    ...{ entry, permit, selection, language },
    title: 'person',
    ending: format,
    // Windows print, and only in the main process: the lane reads before and writes after that.
    write: async (run, request, { onProgress, ...options }) => {
      const asked = { subject, answerLanguage };
      const { html, digest } = await run(composeAnswerTask, asked, options);
      const printed = await desktop.printPdf(html);
      const answer = { ...request, ...asked, format, printed, digest };
      const watch = { ...options, ...(onProgress && { onProgress }) };
      const exported = await run(exportPersonTask, answer, watch);
      if ('request' in subject) emit('requests.changed', {});
      return exported;
    },
  });
}
