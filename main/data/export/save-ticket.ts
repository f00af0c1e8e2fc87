import { basename, dirname } from 'node:path';
import {
  AppError,
  type ExportOutcome,
  type ExportProgress,
  holdsPersonalData,
  type ParsedInput,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { AbortedError } from '../../foundation/operation/task';
import { DAY_MS } from '../../foundation/time';
import { obligationsIn } from './obligations';
import { type Ticket, tickets } from './tickets';
import type { ExportedFile } from './write-export';

/**
 * Asks where to save what a ticket stands for, and saves it there. A ticket that has saved is used up,
 * and so are all others of the same release.
 *
 * @throws AppError `export.ticket_not_found`, `export.busy`, `export.file_name_personal`, and what writing the file throws;
 * AbortedError when it was cancelled
 */
export function saveTicket(
  context: Context<ExportProgress>,
  { ticket: id }: ParsedInput<'exports.save'>,
): Promise<ExportOutcome> {
  const { the, desktop, emit, nowMs } = context;
  return the(tickets).saving(id, async (ticket, signal) => {
    const file = await desktop.chooseTarget(suggestedName(ticket, nowMs));
    if (file === null) return { outcome: 'dismissed' };
    if (signal.aborted) throw new AbortedError();
    if (holdsPersonalData(basename(file))) throw new AppError('export.file_name_personal');
    const saved = await write(context, { id, ticket, file, signal });
    the(tickets).endAllOf(ticket.entry.id);
    emit('exports.changed', {});
    const { id: entryId } = ticket.entry;
    return {
      outcome: 'saved',
      id: entryId,
      fileName: basename(file),
      folder: dirname(file),
      ...saved,
    };
  });
}

function write(
  { run, the, time, signedIn, report }: Context<ExportProgress>,
  { id, ticket, file, signal }: { id: string; ticket: Ticket; file: string; signal: AbortSignal },
): Promise<ExportedFile> {
  // Not those of the call: rows may have expired while the dialog was open.
  const nowMs = time.nowMs();
  const { id: userId, name } = signedIn();
  const { selection, permit, language, deleteWithinDays } = ticket;
  const entry = {
    ...ticket.entry,
    user: { id: userId, name },
    obligations: obligationsIn(language, permit),
    deleteBy: nowMs + deleteWithinDays * DAY_MS,
  };
  const password = the(tickets).passwordOf(id);
  const request = { selection, entry, permit, trustedMs: time.trustedMs(), file, password };
  return ticket.write(run, request, {
    signal,
    nowMs,
    onProgress: (progress) => report({ ticket: id, ...progress }),
  });
}

function suggestedName({ title, ending }: Ticket, nowMs: number): string {
  return `chatvault-${title}-${new Date(nowMs).toISOString().slice(0, 10)}.${ending}`;
}
