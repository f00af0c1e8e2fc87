import type { AuditAction, ChannelName } from '../../preload/contract';
import type { LaneContext } from '../foundation/operation/context';
import type { Operation } from '../foundation/operation/operation';
import type { Lane } from '../foundation/operation/task';
import { areas } from './areas';

type Areas = typeof areas;
type Covered = { [A in keyof Areas]: keyof Areas[A]['operations'] }[keyof Areas];
type Undeclared = Exclude<ChannelName, Covered>;

/** A channel of the contract that no area declares is named here by the compiler. */
const undeclared: [Undeclared] extends [never] ? null : Undeclared = null;

/** A task as a thread runs it: its input comes from whoever has named it. */
interface DeclaredTask {
  readonly lane: Lane;
  readonly audit?: AuditAction | undefined;
  run(context: LaneContext<unknown>, input: unknown): Promise<unknown>;
}

/** An area whose types no longer matter, since the contract has parsed what it gets. */
interface AnyArea {
  readonly operations: Readonly<Record<string, Operation<ChannelName>>>;
  readonly tasks: readonly ({ readonly name: string } & DeclaredTask)[];
}

const all = Object.values(areas) as unknown as readonly AnyArea[];

const operations = new Map<string, Operation<ChannelName>>(
  all.flatMap((area) => Object.entries(area.operations)),
);

const tasks = new Map<string, DeclaredTask>(
  all.flatMap((area) => area.tasks.map((task) => [task.name, task])),
);

/** What happens on a channel. */
export function operationOn(channel: ChannelName): Operation<ChannelName> {
  const operation = operations.get(channel);
  if (!operation) throw new Error(`Nothing is declared for ${channel}.`, { cause: undeclared });
  return operation;
}

/** A task, or the operation of a channel that runs in a lane. */
export function taskNamed(name: string): DeclaredTask {
  const operation = operations.get(name);
  if (typeof operation === 'object' && operation.lane) return operation as unknown as DeclaredTask;
  const task = tasks.get(name);
  if (!task) throw new Error(`There is no task ${name}.`);
  return task;
}
