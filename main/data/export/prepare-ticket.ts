import { randomUUID } from 'node:crypto';
import {
  AppError,
  type ExportSelection,
  type Output,
  type ParsedInput,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { readSetting } from '../../foundation/store/settings';
import { rowsOf } from './count-export';
import { exportTables } from './export-tables';
import { findReleased } from './release';
import { type Ticket, tickets } from './tickets';

/** Writes tables into a file. */
export const exportTablesTask = task('exports.tables', 'long', exportTables);

type Prepared = Output<'exports.prepare'>;

/**
 * Called once the obligations are accepted: the contract lets nobody through without them.
 *
 * @throws AppError `export.release_needed`
 */
export async function prepareExport(
  context: Pick<Context, 'store' | 'run' | 'the'>,
  { selection, purpose, deleteWithinDays }: ParsedInput<'exports.prepare'>,
): Promise<Prepared> {
  const maxRows = await readSetting(context.store, 'export_release_rows');
  const rows = maxRows === null ? 0 : await rowsOf(context.run, selection);
  if (maxRows !== null && rows > maxRows) {
    throw new AppError('export.release_needed', { rows, limit: maxRows });
  }
  const entry = { id: randomUUID(), purpose };
  const limit = { maxRows, isReleased: false };
  const { language } = selection;
  const ticket = { entry, language, ...ofTables(selection, limit) };
  return openTicket(context, ticket, deleteWithinDays);
}

/**
 * Of as many rows as were released: more of them that came later need another release.
 *
 * @throws AppError `export.not_found` unless another user has released it for this one.
 */
export async function prepareReleased(
  context: Pick<Context, 'store' | 'user' | 'the'>,
  { id, language }: ParsedInput<'exports.prepareReleased'>,
): Promise<Prepared> {
  const { selection, purpose, rows } = await findReleased(context.store, context.user, id);
  const limit = { maxRows: rows, isReleased: true };
  return openTicket(context, { entry: { id, purpose }, language, ...ofTables(selection, limit) });
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
  limit: { maxRows: number | null; isReleased: boolean },
): Pick<Ticket, 'selection' | 'title' | 'write'> {
  return {
    selection,
    title: titleOf(selection),
    write: (run, request, options) => run(exportTablesTask, { ...request, ...limit }, options),
  };
}

function titleOf({ tables, level }: ExportSelection): string {
  const [only, ...others] = tables;
  const content = others.length === 0 ? only : 'data';
  return level === 'full' ? `${content}` : `${content}-${level.replace('_', '-')}`;
}
