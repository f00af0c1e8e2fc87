import type { AuditAction, AuditDetails, UserView } from '../../../preload/contract';
import { part } from '../../foundation/operation/part';
import type { Store } from '../../foundation/store/database';
import { recordAudit } from '../audit/audit-log';
import type { OpenSlots } from './open-slots';
import { openedWorkspace } from './opened-workspace';
import type { UserSlots } from './slot-file';
import { announceSlots, noteSlots } from './slot-state';
import { readUsers, type StoredUser, userWith } from './users';

export interface UserDirectoryPorts {
  readonly store: Store;
  readonly slots: OpenSlots;
  readonly user: StoredUser;
  readonly nowMs: () => number;
}

export interface UserChange {
  readonly action: AuditAction;
  readonly details?: AuditDetails;
  /** What changes in the database, and what forbids it. */
  readonly inDatabase?: (transaction: Store, users: readonly StoredUser[]) => Promise<unknown>;
  /** What changes in the slot file, beside what follows from the database. */
  readonly inSlots?: (slots: readonly UserSlots[]) => readonly UserSlots[];
}

/**
 * The users of the unlocked workspace: names, roles and states in the database, ways to the key in
 * the slot file. A change of both is one: the slot file is written last inside the transaction, and
 * put back when that fails. After a crash in between, the next unlock makes them agree, and knows
 * from what was announced before that nobody has exchanged the file.
 */
export class UserDirectory {
  readonly slots: OpenSlots;
  readonly #store: Store;
  readonly #nowMs: () => number;
  #me: StoredUser;
  #changing: Promise<unknown> = Promise.resolve();

  constructor({ store, slots, user, nowMs }: UserDirectoryPorts) {
    this.slots = slots;
    this.#store = store;
    this.#me = user;
    this.#nowMs = nowMs;
  }

  /** Who has unlocked the workspace, with the present role. */
  get me(): StoredUser {
    return this.#me;
  }

  async list(): Promise<UserView[]> {
    return this.#views(await readUsers(this.#store));
  }

  /** One change after the other, each recorded in the audit log with the user whom it is about. */
  change(userId: string, change: UserChange): Promise<UserView[]> {
    const changed = this.#changing.then(async () => {
      const users = await this.slots.undoOnFailure(() => this.#apply(userId, change));
      this.#me = userWith(users, this.#me.id);
      return this.#views(users);
    });
    this.#changing = changed.catch(() => undefined);
    return changed;
  }

  async #apply(
    userId: string,
    { action, inDatabase, inSlots, details }: UserChange,
  ): Promise<StoredUser[]> {
    await announceSlots(this.#store, this.slots.nextRevision);
    return this.#store.transaction().execute(async (transaction) => {
      const before = await readUsers(transaction);
      await inDatabase?.(transaction, before);
      const after = await readUsers(transaction);
      const { name: target } = userWith([...before, ...after], userId);
      const recorded = { target, ...details };
      await recordAudit(transaction, this.#me, this.#nowMs(), action, recorded);
      await this.slots.settle(after, inSlots?.(this.slots.users));
      await noteSlots(transaction, this.slots.stamp);
      return after;
    });
  }

  #views(users: readonly StoredUser[]): UserView[] {
    return users.map((user) => {
      const slots = this.slots.users.find(({ id }) => id === user.id);
      return {
        id: user.id,
        name: user.name,
        role: user.role,
        disabled: user.isDisabled,
        passphraseIsTemporary: user.passphraseIsTemporary,
        keystore: slots?.keystore != null,
        recoveryCode: slots?.recovery != null,
        createdAt: user.createdAtMs,
      };
    });
  }
}

export const userDirectory = part(
  'user directory',
  ({ the, time }) => new UserDirectory({ ...the(openedWorkspace), nowMs: () => time.nowMs() }),
);
