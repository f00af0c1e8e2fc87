import type { ErrorCode, ErrorParams } from '../../preload/contract';
import type { DatabaseAccess } from '../foundation/operation/context';

/** Under which circumstances a task runs: what its context says beside the connection. */
export interface TaskCall {
  /** The name of the task, or the channel of an operation that is one. */
  readonly task: string;
  readonly input: unknown;
  readonly user: { readonly name: string };
  readonly nowMs: number;
  readonly timeZone: string;
  /** Where to save to, for an operation that has asked for it. */
  readonly file: string;
}

/** What a thread gets once, when it starts. */
export type ThreadStart = DatabaseAccess;

export type ToThread =
  | ({ kind: 'run'; id: number } & TaskCall)
  | { kind: 'abort'; id: number }
  /** Abort everything, tidy up and exit. */
  | { kind: 'stop' };

export type FromThread =
  | { kind: 'progress'; id: number; progress: unknown }
  | { kind: 'done'; id: number; result: unknown }
  | { kind: 'failed'; id: number; error: ThreadError };

/** Classes do not survive the way between threads: a known failure keeps its code, others their text. */
export type ThreadError =
  | { code: ErrorCode; params: ErrorParams }
  | { code: 'aborted' }
  | { code: 'unknown'; text: string };
