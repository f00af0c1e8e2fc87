import type { AuditDetails, ChannelName, EventName, Events, Role } from '../../../preload/contract';
import type { Store } from '../store/database';

export type Emit = <E extends EventName>(event: E, payload: Events[E]) => void;

/** The kinds of files that a user is asked to open. */
export type SourceKind = 'backup' | 'codes' | 'experience' | 'translations';

/** What the computer does for users, beside showing pages. */
export interface Desktop {
  readonly appVersion: string;
  /** IANA name of the computer's time zone. */
  readonly timeZone: () => string;
  /** Asks where to save; what kind of file it is, its ending says. Null when dismissed. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  /** Asks which file to open; null when dismissed. */
  readonly chooseSource: (kind: SourceKind) => Promise<string | null>;
  /** Opens an address in the browser. */
  readonly openLink: (url: string) => Promise<void>;
  /** Shows a file where it lies, in the program of the system for that. */
  readonly showInFolder: (file: string) => void;
  /** Prints an HTML document as PDF, with numbers at the foot of its pages unless told otherwise. */
  readonly printPdf: (html: string, options?: { pageNumbers: boolean }) => Promise<Uint8Array>;
  /** Prints an HTML document on paper; false when the dialog is dismissed. @throws AppError `print.failed` */
  readonly print: (html: string) => Promise<boolean>;
  readonly clipboard: {
    copySecret(text: string): Promise<void>;
    /** Clears it at once if it still holds the secret, and forgets that. */
    clearSecret(): Promise<void>;
    copyText(text: string): Promise<void>;
    readText(): Promise<string>;
  };
}

/** A user of the workspace. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** The workspace's time, milliseconds since the epoch, in three readings. */
export interface Time {
  /** For what is read and written. */
  nowMs(): number;
  /** For what must not end too soon: of a clock that is in doubt, the latest believed. */
  trustedMs(): number;
  /** For whoever deletes. @throws AppError `retention.clock_ahead` */
  deletionMs(): number;
}

/** What there is without a workspace, too. */
export interface AppContext {
  readonly desktop: Desktop;
  readonly emit: Emit;
  readonly the: <T>(part: Part<T>) => T;
}

/** What there is for as long as a workspace is unlocked; parts are made from it. */
export interface Unlocked extends AppContext {
  readonly store: Store;
  readonly time: Time;
  /** Who has unlocked the workspace, with the present role. */
  readonly signedIn: () => SignedIn;
  /** Runs a task in its lane, beside the event loop. @throws AbortedError, what the task throws */
  readonly run: <I, R, P>(task: Task<I, R, P>, input: I, options?: TaskOptions<P>) => Promise<R>;
  readonly logFailure: (error: unknown) => void;
}

/** What every operation gets, in whichever thread it runs. */
export interface Circumstances {
  readonly store: Store;
  /** When, by the reading of the clock that the operation declares. */
  readonly nowMs: number;
  readonly signal: AbortSignal;
  /**
   * Enters what the operation declares to record into the audit log. Pass the transaction of what is
   * recorded, so that neither exists without the other.
   */
  readonly record: (transaction: Store, details?: AuditDetails) => Promise<void>;
  /** Where to save to, for an operation that asks for it. */
  readonly file: string;
}

/** What a call in the main process gets. */
export interface Context<P = never> extends Unlocked, Circumstances {
  /** Who acts. */
  readonly user: SignedIn;
  readonly report: (progress: P) => void;
  /** Ends the calls of a channel that are in progress. */
  readonly cancel: (channel: ChannelName) => void;
}

/** What a call or a task in a lane gets: on a thread and a connection of its own. */
export interface LaneContext<P = never> extends Circumstances {
  /** Who acts; what happens by itself has a name only. */
  readonly user: Pick<SignedIn, 'name'>;
  readonly report: (progress: P) => void;
  readonly timeZone: string;
  /** Whether somebody waits for this lane: what can be done in steps then makes way. */
  readonly isAwaited: () => boolean;
  /** For connections beside {@link Circumstances.store}. */
  readonly database: DatabaseAccess;
}

export interface DatabaseAccess {
  readonly databaseFile: string;
  readonly key: Uint8Array;
  readonly nativeBinding: string | undefined;
}

/*
 * What the context hands out knows the context, and is declared beside it for that.
 */

/**
 * Something with a state of its own of which there is one: for as long as a workspace is unlocked,
 * or, without `make`, for as long as the application runs.
 */
export interface Part<T> {
  readonly title: string;
  readonly make?: (unlocked: Unlocked) => T;
}

/**
 * Threads by how urgent their work is; each does one thing at a time. Where a participant, a list or a
 * screen is waited for, nobody waits for a deletion or for what takes long.
 */
export type Lane = 'participant' | 'list' | 'screen' | 'deletion' | 'long';

/** Work in a lane, whose input, progress and result can be sent between threads. */
export interface Task<I, R, P = never> {
  /** Unique among all tasks. */
  readonly name: string;
  readonly lane: Lane;
  run(context: LaneContext<P>, input: I): Promise<R>;
}

export interface TaskOptions<P> {
  readonly signal?: AbortSignal;
  /** Parts of the input that the lane takes over: to copy megabytes would block the event loop. */
  readonly transfer?: readonly ArrayBuffer[];
  readonly onProgress?: (progress: P) => void;
  /** Where it is not the signed-in user who acts. */
  readonly user?: Pick<SignedIn, 'name'>;
  readonly nowMs?: number;
}
