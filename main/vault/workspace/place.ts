import { join } from 'node:path';
import { openConnection } from '../../foundation/store/connection';
import { createStore, type Store } from '../../foundation/store/database';
import type { ScryptCost } from './key-slot';

/** Where a workspace is, what opens its database, and what new ways in cost to guess. */
export interface Place {
  readonly path: string;
  readonly nativeBinding: string | undefined;
  readonly cost: ScryptCost;
}

export const slotFileIn = (path: string): string => join(path, 'workspace.json');
export const databaseFileIn = (path: string): string => join(path, 'vault.db');

/** @throws AppError as `openConnection` does */
export function openStoreIn({ path, nativeBinding }: Place, key: Buffer, create = false): Store {
  return createStore(openConnection({ file: databaseFileIn(path), key, create, nativeBinding }));
}
