import { randomUUID } from 'node:crypto';
import {
  type ExportSelection,
  type Output,
  type ParsedInput,
  refusePersonalData,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { type TaskOptions, task } from '../../foundation/operation/task';
import { readSetting } from '../../foundation/store/settings';
import { printWinnersTask } from '../draws/print-winners';
import { requireAllowed } from './allowance';
import { rowsOf } from './count-export';
import { exportTables, type Printed } from './export-tables';
import { findReleased } from './release';
import { type Ticket, tickets } from './tickets';
import type { FileRequest } from './write-export';

/** Writes tables into a file. */
export const exportTablesTask = task('exports.tables', 'long', exportTables);

type Preparing = Pick<Context, 'store' | 'run' | 'user' | 'nowMs' | 'time' | 'the' | 'desktop'>;
type Prepared = Output<'exports.prepare'>;

/**
 * Called once the obligations are accepted: the contract lets nobody through without them.
 *
 * @throws AppError `free_text.personal`, `export.release_needed`
 */
export async function prepareExport(
  context: Preparing,
  { selection, purpose, deleteWithinDays }: ParsedInput<'exports.prepare'>,
): Promise<Prepared> {
  refusePersonalData(purpose);
  const { store, run, user, nowMs, time } = context;
  const entry = { id: randomUUID(), purpose };
  const { language } = selection;
  if ((await readSetting(store, 'export_release_rows')) !== null) {
    const rows = await rowsOf(run, selection);
    const claim = { id: entry.id, userId: user.id, rows, nowMs, trustedMs: time.trustedMs() };
    await requireAllowed(store, { permit: 'alone', ...claim });
  }
  const ticket = { entry, language, permit: 'alone' as const, ...ofTables(selection, context) };
  return openTicket(context, ticket, deleteWithinDays);
}

/**
 * Of as many rows as were released: more of them that came later need another release.
 *
 * @throws AppError `export.not_found` unless another user has released it for this one.
 */
export async function prepareReleased(
  context: Pick<Context, 'store' | 'user' | 'nowMs' | 'the' | 'desktop'>,
  { id, language }: ParsedInput<'exports.prepareReleased'>,
): Promise<Prepared> {
  const { store, user, nowMs } = context;
  const { selection, purpose } = await findReleased(store, user, id, nowMs);
  const entry = { id, purpose };
  return openTicket(context, {
    entry,
    language,
    permit: 'released',
    ...ofTables(selection, context),
  });
}

/** @param days within which the file is to be deleted, if not those of the workspace's settings. */
export async function openTicket(
  { store, the }: Pick<Context, 'store' | 'the'>,
  ticket: Omit<Ticket, 'deleteWithinDays'>,
  days?: number,
): Promise<Prepared> {
  const deleteWithinDays = days ?? (await readSetting(store, 'export_delete_days'));
  return the(tickets).open({ ...ticket, deleteWithinDays });
}

function ofTables(
  selection: ExportSelection,
  { desktop }: Pick<Context, 'desktop'>,
): Pick<Ticket, 'selection' | 'title' | 'ending' | 'write'> {
  return {
    selection,
    title: titleOf(selection),
    ending: 'zip',
    write: async (run, request, options) => {
      const printed = await print({ run, desktop }, request, options);
      return run(exportTablesTask, { ...request, printed }, options);
    },
  };
}

/** In memory: what is printed reaches the disk in the encrypted zip only. */
async function print(
  { run, desktop }: Pick<Context, 'run' | 'desktop'>,
  { selection, permit, entry }: FileRequest,
  { signal, nowMs }: Pick<TaskOptions<never>, 'signal' | 'nowMs'>,
): Promise<Printed | undefined> {
  if (!selection.print) return undefined;
  const options = { ...(signal && { signal }), ...(nowMs !== undefined && { nowMs }) };
  const scope = { selection, permit, entryId: entry.id, print: selection.print };
  const { name, html, rows } = await run(printWinnersTask, scope, options);
  return {
    name,
    winners: rows,
    content: await desktop.printPdf(html, { pageNumbers: selection.print.kind === 'list' }),
  };
}

function titleOf({ form, tables, level, print: printOut }: ExportSelection): string {
  if (printOut) return `winners-${printOut.kind}`;
  const [only, ...others] = tables;
  const content = form === 'participants' ? form : others.length === 0 ? only : 'data';
  return level === 'full' ? `${content}` : `${content}-${level.replace('_', '-')}`;
}
