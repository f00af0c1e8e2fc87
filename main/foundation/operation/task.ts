import type { Lane, LaneContext, Task } from './context';

export type { Lane, Task, TaskOptions } from './context';

/** A task that an operation's function calls, or a part; an operation that is one needs no name of its own. */
export function task<I, R, P = never>(
  name: string,
  lane: Lane,
  run: (context: LaneContext<P>, input: I) => Promise<R>,
): Task<I, R, P> {
  return { name, lane, run };
}

/** A task was stopped because its caller asked for it. */
export class AbortedError extends Error {
  override readonly name = 'AbortedError';
}
