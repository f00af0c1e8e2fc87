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
import { exportPerson } from './access-zip';

/** Writes all that is stored about a person into a file. */
export const exportPersonTask = task('privacy.exportPerson', 'long', exportPerson);

/**
 * Of all that is stored about a person, who has a right to it: nobody has to release that, but there
 * is a limit to how many people one user answers within the period.
 *
 * @throws AppError `free_text.personal`, `export.access_spent`
 */
export async function prepareAccess(
  context: Pick<Context, 'store' | 'user' | 'nowMs' | 'time' | 'the'>,
  { email, purpose, language }: ParsedInput<'privacy.prepareAccess'>,
): Promise<Output<'privacy.prepareAccess'>> {
  refusePersonalData(purpose);
  const { store, user, nowMs, time } = context;
  const entry = { id: randomUUID(), purpose };
  const permit = 'access';
  const claim = { permit, id: entry.id, userId: user.id, rows: 0, nowMs } as const;
  await requireAllowed(store, { ...claim, trustedMs: time.trustedMs() });
  const selection = ExportSelection.parse({
    tables: TABLE_NAMES,
    filter: { search: email },
    channels: 'all',
    language,
  });
  return openTicket(context, {
    entry,
    permit,
    selection,
    title: 'person',
    language,
    write: (run, request, options) => run(exportPersonTask, { ...request, email }, options),
  });
}
