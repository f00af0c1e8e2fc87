import { basename } from 'node:path';
import { type ChannelName, TABLE_NAMES, type TableName } from '../../preload/contract';
import type { Context, LaneContext, SignedIn } from '../foundation/operation/context';
import type { Consequences, Operation } from '../foundation/operation/operation';
import { AbortedError, type Lane } from '../foundation/operation/task';
import type { UnlockedWorkspace } from './unlocked-workspace';

/**
 * An operation as the machinery treats all of them alike: once the contract has parsed the input, it
 * does not matter any more which channel it is of.
 */
interface Declared
  extends Pick<Consequences<ChannelName>, 'audit' | 'busy' | 'clock' | 'deletes' | 'work'> {
  readonly lane?: Lane;
  readonly changes?:
    | 'all'
    | readonly TableName[]
    | ((output: unknown, input: unknown) => readonly TableName[]);
  readonly cancelled?: unknown;
  readonly savesAs?: (context: Context<unknown>, input: unknown) => string | Promise<string>;
  run(context: Context<unknown> | LaneContext<unknown>, input: unknown): unknown;
}

interface Call {
  readonly workspace: UnlockedWorkspace;
  readonly channel: ChannelName;
  readonly operation: Declared;
  readonly input: unknown;
  readonly signal: AbortSignal;
  readonly by: SignedIn | undefined;
}

/**
 * Does what is declared for a channel, with what follows from it.
 *
 * @param by on whose behalf; left out, the signed-in user's
 */
export async function perform(
  workspace: UnlockedWorkspace,
  channel: ChannelName,
  declared: Operation<ChannelName>,
  input: unknown,
  by?: SignedIn,
): Promise<unknown> {
  const operation = (typeof declared === 'function' ? { run: declared } : declared) as Declared;
  const { signal, end } = workspace.calls.begin(channel, operation);
  try {
    return await goThrough({ workspace, channel, operation, input, signal, by });
  } catch (error) {
    if (error instanceof AbortedError && operation.cancelled) return operation.cancelled;
    throw error;
  } finally {
    end();
  }
}

async function goThrough(call: Call): Promise<unknown> {
  const { workspace, operation, input } = call;
  const file = await targetOf(call);
  if (file === null) return { outcome: 'dismissed' };
  const output = await (operation.lane ? runInLane(call, operation.lane, file) : run(call, file));
  const tables = changedTables(operation.changes, output, input);
  if (tables.length > 0) workspace.emit('data.changed', { tables: [...tables] });
  if (operation.deletes) await workspace.removeTraces();
  if (!operation.savesAs) return output;
  return { outcome: 'saved', fileName: basename(file), ...(output as object | undefined) };
}

/** Empty for what saves nothing; null when the dialog was dismissed. */
async function targetOf(call: Call): Promise<string | null> {
  const { workspace, operation, input } = call;
  if (!operation.savesAs) return '';
  const name = await operation.savesAs(contextOf(call, ''), input);
  return workspace.desktop.chooseTarget(name);
}

async function run(call: Call, file: string): Promise<unknown> {
  return call.operation.run(contextOf(call, file), call.input);
}

function runInLane(call: Call, lane: Lane, file: string): Promise<unknown> {
  const { workspace, channel: task, input, signal } = call;
  const { user, nowMs, report: onProgress } = contextOf(call, file);
  return workspace.runInLane(lane, { task, input, user, nowMs, file }, { signal, onProgress });
}

function contextOf({ workspace, channel, operation, signal, by }: Call, file: string) {
  return workspace.contextOf(channel, { ...operation, file }, signal, by);
}

function changedTables(
  changes: Declared['changes'],
  output: unknown,
  input: unknown,
): readonly TableName[] {
  if (changes === undefined) return [];
  if (changes === 'all') return TABLE_NAMES;
  return typeof changes === 'function' ? changes(output, input) : changes;
}
