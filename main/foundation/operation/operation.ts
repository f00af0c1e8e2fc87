import type {
  AuditAction,
  ChannelName,
  Channels,
  ErrorCode,
  Output,
  ParsedInput,
  Progress,
  TableName,
} from '../../../preload/contract';
import type { AppContext, Context, LaneContext } from './context';
import type { Lane, Task } from './task';

type Reply<T> = T | Promise<T>;

/** Kinds of work that take their time, as a user knows them. */
export type Work = 'export' | 'import' | 'backup' | 'deletion' | 'draw';

/** What follows from an operation, said once; the machinery in `main/operations` sees to it. */
export interface Consequences<C extends ChannelName> {
  /** Tables of which the screens hear that they are not what they were. */
  readonly changes?:
    | 'all'
    | readonly TableName[]
    | ((output: Output<C>, input: ParsedInput<C>) => readonly TableName[]);
  /** It deletes: refused while the clock is in doubt, and followed by the removal of the traces. */
  readonly deletes?: true;
  /** It goes by the time that is trusted, since something must not end too soon. */
  readonly clock?: 'trusted';
  /** What `record` enters into the audit log. */
  readonly audit?: AuditAction;
  /** Whoever closes the window during it is asked first. */
  readonly work?: Work;
  /** Refused with this code while another call of the channel is in progress. */
  readonly busy?: ErrorCode;
  /** The output of a call that was cancelled; without it, cancelling is a failure. */
  readonly cancelled?: Output<C>;
}

interface InMain<C extends ChannelName, T> {
  readonly lane?: undefined;
  run(context: Context<Progress<C>>, input: ParsedInput<C>): Reply<T>;
}

interface InLane<C extends ChannelName, T> {
  readonly lane: Lane;
  run(context: LaneContext<Progress<C>>, input: ParsedInput<C>): Promise<T>;
}

/** By a `lane` or its absence, on a function as well, the compiler tells what the function gets. */
type Plain<C extends ChannelName> = InMain<C, Output<C>>['run'] & { readonly lane?: undefined };

type Answering<C extends ChannelName> = { readonly savesAs?: undefined } & (
  | InMain<C, Output<C>>
  | InLane<C, Output<C>>
);

/** What a function that saves a file has to say beside the file's name. */
type Saved<C extends ChannelName> =
  Extract<Output<C>, { outcome: 'saved' }> extends infer S
    ? keyof Omit<S, 'outcome' | 'fileName'> extends never
      ? // biome-ignore lint/suspicious/noConfusingVoidType: a function that has nothing to say.
        void
      : Omit<S, 'outcome' | 'fileName'>
    : never;

interface Saving<C extends ChannelName> {
  /**
   * Asks first where to save, under this suggested name; the function finds the answer in `file`. The
   * outcome is `saved`, or `dismissed` with the dialog.
   */
  readonly savesAs: (context: Context, input: ParsedInput<C>) => Reply<string>;
}

/**
 * What happens on a channel: a function in the main process, or one that runs in a lane, with what
 * follows from it. Who may call it, its input, its progress and its output are the contract's.
 */
export type Operation<C extends ChannelName> = Channels[C]['access'] extends 'anyone'
  ? (context: AppContext, input: ParsedInput<C>) => Reply<Output<C>>
  :
      | Plain<C>
      | (Consequences<C> & Answering<C>)
      | (Consequences<C> & Saving<C> & (InMain<C, Saved<C>> | InLane<C, Saved<C>>));

/** What an area can do. */
export interface Area<C extends ChannelName = ChannelName> {
  readonly operations: { readonly [K in C]: Operation<K> };
  readonly tasks: readonly Task<never, unknown, never>[];
}

/**
 * Declares what an area can do, once.
 *
 * @param operations by channel
 * @param tasks what its functions run in lanes beside that
 */
export function area<C extends ChannelName>(
  operations: { readonly [K in C]: Operation<K> },
  tasks: readonly Task<never, unknown, never>[] = [],
): Area<C> {
  return { operations, tasks };
}

/** The operation of a channel that ends what is in progress on another one. */
export function cancels(channel: ChannelName): (context: Context) => void {
  return ({ cancel }) => cancel(channel);
}
