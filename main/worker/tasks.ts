import type { ErrorCode, ErrorParams, SweepReport, TableName } from '../../preload/contract';

/** What the worker can do: each task's input, progress and result. */
export interface Tasks {
  sweep: { input: { nowMs: number }; progress: never; result: SweepReport };
  /** Refused with `data.count_changed` when there are more live rows than the user agreed to. */
  deleteAll: {
    input: { table: TableName; confirmedRows: number; nowMs: number };
    progress: never;
    result: number;
  };
  /** Leaves nothing of deleted rows in the write-ahead log. */
  emptyLog: { input: null; progress: never; result: null };
  export: {
    input: { table: TableName; nowMs: number; file: string; password: string };
    progress: { phase: 'writing' | 'verifying'; rows: number };
    result: { rows: number; bytes: number; sha256: string };
  };
}
export type TaskName = keyof Tasks;

/** What the worker gets once, when it starts: its own connection's file and key. */
export interface WorkerStart {
  readonly databaseFile: string;
  readonly key: Uint8Array;
  readonly nativeBinding: string | undefined;
}

export type ToWorker =
  | { kind: 'run'; id: number; task: TaskName; input: Tasks[TaskName]['input'] }
  | { kind: 'abort'; id: number }
  /** Abort everything, tidy up and exit. */
  | { kind: 'stop' };

export type FromWorker =
  | { kind: 'progress'; id: number; progress: Tasks[TaskName]['progress'] }
  | { kind: 'done'; id: number; result: Tasks[TaskName]['result'] }
  | { kind: 'failed'; id: number; error: WorkerError };

/** Classes do not survive the way between threads: a known failure keeps its code, others their text. */
export type WorkerError =
  | { code: ErrorCode; params: ErrorParams }
  | { code: 'aborted' }
  | { code: 'unknown'; text: string };
