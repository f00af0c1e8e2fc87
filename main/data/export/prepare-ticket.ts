import { randomUUID } from 'node:crypto';
import {
  type ExportSelection,
  type Output,
  type ParsedInput,
  refusePersonalData,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { readSetting } from '../../foundation/store/settings';
import { requireAllowed } from './allowance';
import { rowsOf } from './count-export';
import { exportTables } from './export-tables';
import { findReleased } from './release';
import { type Ticket, tickets } from './tickets';

/** Writes tables into a file. */
export const exportTablesTask = task('exports.tables', 'long', exportTables);

type Preparing = Pick<Context, 'store' | 'run' | 'user' | 'nowMs' | 'time' | 'the'>;
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
  const ticket = { entry, language, permit: 'alone' as const, ...ofTables(selection) };
  return openTicket(context, ticket, deleteWithinDays);
}

/**
 * Of as many rows as were released: more of them that came later need another release.
 *
 * @throws AppError `export.not_found` unless another user has released it for this one.
 */
export async function prepareReleased(
  context: Pick<Context, 'store' | 'user' | 'nowMs' | 'the'>,
  { id, language }: ParsedInput<'exports.prepareReleased'>,
): Promise<Prepared> {
  const { store, user, nowMs } = context;
  const { selection, purpose } = await findReleased(store, user, id, nowMs);
  const entry = { id, purpose };
  return openTicket(context, { entry, language, permit: 'released', ...ofTables(selection) });
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
): Pick<Ticket, 'selection' | 'title' | 'ending' | 'write'> {
  return {
    selection,
    title: titleOf(selection),
    ending: 'zip',
    write: (run, request, options) => run(exportTablesTask, request, options),
  };
}

function titleOf({ form, tables, level }: ExportSelection): string {
  const [only, ...others] = tables;
  const content = form === 'participants' ? form : others.length === 0 ? only : 'data';
  return level === 'full' ? `${content}` : `${content}-${level.replace('_', '-')}`;
}
