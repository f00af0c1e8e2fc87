import { z } from 'zod';
import { AppError, ROLES, type Role } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface StoredUser extends User {
  readonly createdAtMs: number;
  readonly isDisabled: boolean;
  readonly passphraseIsTemporary: boolean;
}

const RoleColumn = z.enum(ROLES);

export async function insertUser(
  store: Store,
  { id, name, role }: User,
  nowMs: number,
  passphraseIsTemporary: boolean,
): Promise<void> {
  await store
    .insertInto('users')
    .values({
      id,
      name,
      role,
      created_at: nowMs,
      passphrase_is_temporary: passphraseIsTemporary ? 1 : 0,
    })
    .execute();
}

/** In the order in which they were added. */
export async function readUsers(store: Store): Promise<StoredUser[]> {
  const rows = await store.selectFrom('users').selectAll().orderBy('created_at').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: RoleColumn.parse(row.role),
    createdAtMs: row.created_at,
    isDisabled: row.disabled_at !== null,
    passphraseIsTemporary: row.passphrase_is_temporary === 1,
  }));
}

/** @throws AppError `user.not_found` */
export function userWith(users: readonly StoredUser[], id: string): StoredUser {
  const user = users.find((one) => one.id === id);
  if (!user) throw new AppError('user.not_found');
  return user;
}

/** Who may unlock. */
export function enabledIds(users: readonly StoredUser[]): Set<string> {
  return new Set(users.filter(({ isDisabled }) => !isDisabled).map(({ id }) => id));
}
