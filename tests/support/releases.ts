import { join } from 'node:path';
import { exportTables } from '../../main/data/export/export-tables';
import { listExports } from '../../main/data/export/register';
import {
  decideRelease,
  findReleased,
  requestRelease,
  withdrawRequest,
} from '../../main/data/export/release';
import type { SignedIn } from '../../main/foundation/operation/context';
import { oneTimePassword } from '../../main/vault/workspace/one-time-password';
import type { ExportRecord, ExportSelection, ParsedInput } from '../../preload/contract';
import { laneContext } from './context';
import { calledBy, entryOf, exportTask, selectionOf } from './exports';
import { DAY_MS, NOW_MS } from './now';
import { insertRows, openTestStore, participation, type TestStore } from './store';

export const ann = { id: 'ann', name: 'Ann', role: 'steward' } as const;
export const bob = { id: 'bob', name: 'Bob', role: 'steward' } as const;
export const END_MS = NOW_MS + 14 * DAY_MS;
export const password = oneTimePassword();

export const person = (name: string) =>
  participation({ email: `${name}@example.com`, email_key: name });

export async function withPeople(...names: string[]): Promise<TestStore> {
  const test = await openTestStore();
  insertRows(test, 'participations', names.map(person));
  return test;
}

export async function only({ store }: TestStore): Promise<ExportRecord> {
  const [record, ...others] = await listExports(store, true, NOW_MS);
  if (!record || others.length > 0) throw new Error('One export was expected.');
  return record;
}

export const requestOf = (selection: Partial<ExportSelection> = {}) => ({
  selection: selectionOf(selection),
  purpose: 'Prizes',
});

/** Asks as Ann, and gives the request's id. */
export async function ask(
  test: TestStore,
  request: ParsedInput<'exports.requestRelease'> = requestOf(),
): Promise<string> {
  await requestRelease(calledBy(ann, test.store), request);
  return (await only(test)).id;
}

export const decide = (
  { store }: TestStore,
  user: SignedIn,
  id: string,
  isReleased: boolean,
  nowMs = NOW_MS,
) => decideRelease(calledBy(user, store, undefined, nowMs), { id, isReleased });

export const withdraw = ({ store }: TestStore, user: SignedIn, id: string, nowMs = NOW_MS) =>
  withdrawRequest(calledBy(user, store, 'export.withdrawn', nowMs), { id });

/** Saves what was released, as who has unlocked does it. */
export async function save(
  { store, folder }: TestStore,
  id: string,
  { user = ann, name = 'export.zip', nowMs = NOW_MS }: Saving = {},
) {
  const { selection } = await findReleased(store, ann, id, NOW_MS).catch(() => requestOf());
  const file = join(folder, name);
  const entry = entryOf({ id, user });
  const request = { ...exportTask(selection), permit: 'released' as const, entry, file, password };
  return { file, ...(await exportTables(laneContext(store, undefined, { nowMs }), request)) };
}

export interface Saving {
  user?: Pick<SignedIn, 'id' | 'name'>;
  name?: string;
  nowMs?: number;
}

/** Of what searches of requests have found. */
export const rowsKept = ({ connection }: TestStore): number =>
  connection.prepare('select count(*) from export_rows').pluck().get() as number;
