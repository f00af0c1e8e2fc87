import { randomUUID } from 'node:crypto';
import type { RegisterEntry } from '../../main/data/export/register-saved';
import { Tickets, tickets } from '../../main/data/export/tickets';
import type { SignedIn, Unlocked } from '../../main/foundation/operation/context';
import { given, Parts } from '../../main/foundation/operation/part';
import type { Store } from '../../main/foundation/store/database';
import {
  type AuditAction,
  ExportSelection,
  OBLIGATIONS,
  type ParsedInput,
} from '../../preload/contract';
import { laneContext } from './context';
import { DAY_MS, NOW_MS } from './now';

/** All rows of the participations, as they are, unless asked for otherwise. */
export function selectionOf(changes: Partial<ExportSelection> = {}): ExportSelection {
  return {
    ...ExportSelection.parse({ tables: ['participations'], channels: 'all', language: 'en' }),
    ...changes,
  };
}

export function entryOf(changes: Partial<RegisterEntry> = {}): RegisterEntry {
  return {
    id: 'export-1',
    user: { id: 'ann', name: 'Ann' },
    purpose: 'Send the prizes',
    obligations: ['I will delete the file as soon as possible.'],
    deleteBy: NOW_MS + 7 * DAY_MS,
    ...changes,
  };
}

/** What the worker needs to know of an export, beside its file and password. */
export const exportTask = (selection: Partial<ExportSelection> = {}) => ({
  selection: selectionOf(selection),
  entry: entryOf({ id: randomUUID() }),
  permit: 'alone' as const,
  trustedMs: NOW_MS,
});

/** What the page sends once the obligations are accepted. */
export function preparationOf(
  selection: Partial<ExportSelection> = {},
): ParsedInput<'exports.prepare'> {
  return {
    selection: selectionOf(selection),
    purpose: 'Send the prizes',
    accepted: [...OBLIGATIONS],
  };
}

/**
 * What an operation about exports gets when this user calls it; tasks run in this thread.
 *
 * @param audit what the operation declares to record
 */
export function calledBy(user: SignedIn, store: Store, audit?: AuditAction, nowMs = NOW_MS) {
  const context = laneContext(store, audit, { user, nowMs });
  const held = new Tickets();
  const parts = new Parts([given(tickets, held)]);
  const run: Unlocked['run'] = (task, input) => task.run(context, input);
  const the: Unlocked['the'] = (part) => parts.the(part);
  return { ...context, user, run, the, emit: () => undefined };
}
