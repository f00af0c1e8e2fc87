import { dirname } from 'node:path';
import {
  AppError,
  type ParsedInput,
  type StorageSelfTest,
  TABLE_NAMES,
  type TableName,
} from '../../../preload/contract';
import { moduleOf } from '../../chat/modules';
import { Sessions } from '../../chat/sessions/sessions';
import { createEffectStore } from '../../chat/writing/effect-store';
import { turnPorts } from '../../chat/writing/turn-ports';
import type { Context } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { DataRows } from '../../foundation/store/data-rows';
import { openedWorkspace } from '../../vault/workspace/opened-workspace';
import { compared, digestsOf } from './folder-digests';
import { onlySwitchedOff } from './only-switched-off';
import { playModules } from './play-modules';
import { type Played, playSamples } from './play-samples';
import { described, readSwitches, type Switch } from './switches';

/** Live rows of each table: to count a million takes longer than main may stand still. */
export const countRowsTask = task<null, Record<TableName, number>>(
  'storage.countRows',
  'list',
  ({ store, nowMs }) => new DataRows(store).countAll(nowMs),
);

/**
 * Shows that switched off means not written, in the workspace, a table or a module: plays
 * conversations through the same sessions and the same store as any other, and compares every table
 * and every file with what they were.
 *
 * @throws AppError `storage.is_switched_on`
 */
export async function storageSelfTest(
  context: Context,
  { language }: ParsedInput<'storage.selfTest'>,
): Promise<StorageSelfTest> {
  const { store, nowMs, run, the, record } = context;
  const folder = dirname(the(openedWorkspace).databaseFile);
  const switches = await readSwitches(store);
  if (switches.length === 0) throw new AppError('storage.is_switched_on');
  const rowsBefore = await run(countRowsTask, null);
  const filesBefore = await digestsOf(folder);
  const played = await play(context, switches, language);
  const files = compared(filesBefore, await digestsOf(folder));
  const rowsAfter = await run(countRowsTask, null);

  const { rows, conversations, answers } = played;
  const tables = TABLE_NAMES.map((table) => ({
    table,
    withheld: rows.get(table) ?? 0,
    before: rowsBefore[table],
    after: rowsAfter[table],
  }));
  const isUnchanged =
    tables.every((table) => table.before === table.after) && files.every(({ changed }) => !changed);
  const passed = isUnchanged && rows.size > 0;
  await store.transaction().execute((transaction) => record(transaction, { passed, answers }));
  const report = { at: nowMs, passed, conversations, answers };
  return { ...report, switches: switches.map((each) => described(each, language)), tables, files };
}

async function play(
  { store, time, desktop }: Context,
  switches: readonly Switch[],
  language: ParsedInput<'storage.selfTest'>['language'],
): Promise<Played> {
  const sessions = new Sessions({
    ...turnPorts(store),
    // The samples are no experiences of the workspace, so none of them would be offered.
    store: onlySwitchedOff(createEffectStore(store), switches),
    registry: moduleOf,
    nowMs: () => time.nowMs(),
    timeZone: desktop.timeZone,
    openLink: async () => undefined,
  });
  const played = await playSamples(sessions, language);
  const places = switches.flatMap((each) => each.places);
  await playModules(store, sessions, places, played);
  return played;
}
