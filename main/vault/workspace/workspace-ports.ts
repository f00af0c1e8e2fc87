import type { Language } from '../../../preload/contract';
import type { Emit, Unlocked } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import type { Attempts } from './attempts';
import type { Keystore } from './keystore';
import type { OpenedWorkspace, WorkspaceFolder } from './workspace-folder';

/** What stands while the workspace is unlocked. */
export interface Services extends Unlocked {
  /**
   * To be called before anyone works with it.
   *
   * @param isSuspect whether its pages have to be checked first.
   * @throws AppError `workspace.database_damaged`
   */
  prepare(isSuspect: boolean): Promise<void>;
  /** From now on what has to happen by itself does. */
  start(): void;
  /** Ends everything and closes the database; the key is its owner's to zero. */
  close(): Promise<void>;
}

export interface WorkspacePorts<S extends Services> {
  readonly folder: WorkspaceFolder;
  readonly nowMs: () => number;
  /** What slows down who guesses. */
  readonly attempts: Attempts;
  readonly keystore: Keystore;
  readonly emit: Emit;
  readonly serve: (opened: OpenedWorkspace) => S;
  /** Whether the database in the folder has to be checked before anyone works with it. */
  readonly isSuspect: (folder: string) => Promise<boolean>;
  /** Writes the database of a workspace whose services are closed under another key. */
  readonly copyUnderKey: (
    opened: OpenedWorkspace,
    request: { copy: string; newKey: Uint8Array },
  ) => Promise<void>;
  /** Puts the sample experience into a new workspace. */
  readonly furnish: (store: Store, language: Language, nowMs: number) => Promise<void>;
}
