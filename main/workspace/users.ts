import { z } from 'zod';
import { AppError, ROLES } from '../../preload/contract';
import type { Store } from '../store/database';
import type { User } from './workspace-folder';

const Role = z.enum(ROLES);

export async function addUser(store: Store, user: User, nowMs: number): Promise<void> {
  await store
    .insertInto('users')
    .values({ ...user, created_at: nowMs })
    .execute();
}

/** @throws AppError `workspace.database_damaged` when the key's owner is not in the database. */
export async function readUser(store: Store, id: string): Promise<User> {
  const row = await store
    .selectFrom('users')
    .select(['id', 'name', 'role'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('workspace.database_damaged');
  return { ...row, role: Role.parse(row.role) };
}
