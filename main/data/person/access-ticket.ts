import { randomUUID } from 'node:crypto';
import {
  ExportSelection,
  type Output,
  type ParsedInput,
  TABLE_NAMES,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { openTicket } from '../export/prepare-ticket';
import { exportPerson } from './access-zip';

/** Writes all that is stored about a person into a file. */
export const exportPersonTask = task('privacy.exportPerson', 'long', exportPerson);

/** Of all that is stored about a person, who has a right to it: nobody has to release that. */
export function prepareAccess(
  context: Pick<Context, 'store' | 'the'>,
  { email, purpose, language }: ParsedInput<'privacy.prepareAccess'>,
): Promise<Output<'privacy.prepareAccess'>> {
  const selection = ExportSelection.parse({
    tables: TABLE_NAMES,
    filter: { search: email },
    channels: 'all',
    language,
  });
  return openTicket(context, {
    entry: { id: randomUUID(), purpose },
    selection,
    title: 'person',
    language,
    write: (run, request, options) => run(exportPersonTask, { ...request, email }, options),
  });
}
