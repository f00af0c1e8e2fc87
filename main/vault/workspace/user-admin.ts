import { randomUUID } from 'node:crypto';
import { AppError, type Role, type UserView } from '../../../preload/contract';
import { part } from '../../foundation/operation/part';
import type { Store } from '../../foundation/store/database';
import { cleanLine, plainLine } from '../../foundation/text/clean-text';
import type { UserSlots } from './slot-file';
import { type UserDirectory, userDirectory } from './user-directory';
import { newUserSlots } from './user-slots';
import { insertUser, type StoredUser, userWith } from './users';

/** What admins do with the users of a workspace. No other user's passphrase is needed for any of it. */
export class UserAdmin {
  readonly #directory: UserDirectory;
  readonly #nowMs: () => number;

  constructor(directory: UserDirectory, nowMs: () => number) {
    this.#directory = directory;
    this.#nowMs = nowMs;
  }

  list(): Promise<UserView[]> {
    return this.#directory.list();
  }

  /** The passphrase is a first one, for the user to replace. @throws AppError `user.name_taken` */
  async add(typed: string, role: Role, passphrase: string): Promise<UserView[]> {
    const name = cleanLine(typed);
    const id = randomUUID();
    const slots = await this.#firstSlots(id, name, passphrase);
    return this.#directory.change(id, {
      action: 'user.added',
      details: { role },
      inDatabase: async (transaction, users) => {
        if (users.some((user) => comparable(user.name) === comparable(name))) {
          throw new AppError('user.name_taken');
        }
        await insertUser(transaction, { id, name, role }, this.#nowMs(), true);
      },
      inSlots: (others) => [...others, slots],
    });
  }

  /** @throws AppError `user.not_found`, `user.last_admin` */
  setRole(id: string, role: Role): Promise<UserView[]> {
    return this.#directory.change(id, {
      action: 'user.role_changed',
      details: { role },
      inDatabase: (transaction, users) => {
        if (role !== 'admin') requireAnotherAdmin(users, id);
        return update(transaction, id, { role });
      },
    });
  }

  /** @throws AppError `user.not_found`, `user.yourself`, `user.last_admin` */
  setDisabled(id: string, disabled: boolean): Promise<UserView[]> {
    if (disabled) this.#requireOther(id);
    return this.#directory.change(id, {
      action: disabled ? 'user.disabled' : 'user.enabled',
      inDatabase: (transaction, users) => {
        if (disabled) requireAnotherAdmin(users, id);
        return update(transaction, id, { disabled_at: disabled ? this.#nowMs() : null });
      },
    });
  }

  /** @throws AppError `user.not_found`, `user.yourself`, `user.last_admin` */
  async remove(id: string): Promise<UserView[]> {
    this.#requireOther(id);
    return this.#directory.change(id, {
      action: 'user.removed',
      inDatabase: (transaction, users) => {
        requireAnotherAdmin(users, id);
        return transaction.deleteFrom('users').where('id', '=', id).execute();
      },
    });
  }

  /**
   * Gives the user a new key pair and a first passphrase: the old ways in, whoever has them, end.
   *
   * @throws AppError `user.not_found`, `user.yourself`
   */
  async resetPassphrase(id: string, passphrase: string): Promise<UserView[]> {
    this.#requireOther(id);
    const { name } = userViewWith(await this.#directory.list(), id);
    const slots = await this.#firstSlots(id, name, passphrase);
    return this.#directory.change(id, {
      action: 'user.passphrase_reset',
      inDatabase: (transaction) => update(transaction, id, { passphrase_is_temporary: 1 }),
      inSlots: (others) => [...others.filter((other) => other.id !== id), slots],
    });
  }

  #firstSlots(userId: string, name: string, passphrase: string): Promise<UserSlots> {
    const { workspaceId, cost } = this.#directory.slots;
    const credentials = [{ kind: 'passphrase' as const, secret: passphrase }];
    return newUserSlots({ workspaceId, userId }, name, credentials, cost);
  }

  #requireOther(id: string): void {
    if (id === this.#directory.me.id) throw new AppError('user.yourself');
  }
}

interface UserColumns {
  role?: Role;
  disabled_at?: number | null;
  passphrase_is_temporary?: 0 | 1;
}

function update(transaction: Store, id: string, columns: UserColumns): Promise<unknown> {
  return transaction.updateTable('users').set(columns).where('id', '=', id).execute();
}

function requireAnotherAdmin(users: readonly StoredUser[], id: string): void {
  const isAdmin = (user: StoredUser): boolean => user.role === 'admin' && !user.isDisabled;
  if (!isAdmin(userWith(users, id))) return;
  if (!users.some((user) => user.id !== id && isAdmin(user))) throw new AppError('user.last_admin');
}

function userViewWith(views: readonly UserView[], id: string): UserView {
  const view = views.find((one) => one.id === id);
  if (!view) throw new AppError('user.not_found');
  return view;
}

export function comparable(name: string): string {
  return plainLine(name).toLowerCase();
}

export const userAdmin = part(
  'administration of users',
  ({ the, time }) => new UserAdmin(the(userDirectory), () => time.nowMs()),
);
