import assert from 'node:assert/strict';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openConnection } from '../../../main/foundation/store/connection';
import { createStore, type Store } from '../../../main/foundation/store/database';
import { migrate } from '../../../main/foundation/store/migrations';
import { verifyAudit } from '../../../main/vault/audit/verify-audit';
import type { Site } from './scenario';

export function databaseFileOf({ folder }: Site): string {
  return join(folder, 'vault.db');
}

export function openDatabase(site: Site): Store {
  const key = Buffer.from(site.key, 'hex');
  return createStore(openConnection({ file: databaseFileOf(site), key }));
}

export async function createDatabase(
  site: Site,
  fill: (store: Store) => Promise<void>,
  version?: string,
): Promise<void> {
  const key = Buffer.from(site.key, 'hex');
  const store = createStore(openConnection({ file: databaseFileOf(site), key, create: true }));
  await migrate(store, version);
  await fill(store);
  await store.destroy();
}

/** Opens what was left as the next start does, and makes sure that it is sound. */
export async function reopen(site: Site, look: (store: Store) => Promise<void>): Promise<void> {
  const store = openDatabase(site);
  try {
    await migrate(store);
    await assertSound(store);
    await look(store);
  } finally {
    await store.destroy();
  }
}

export async function assertSound(store: Store): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check`.execute(store);
  assert.deepEqual(rows, [{ quick_check: 'ok' }]);
  assert.equal((await verifyAudit(store)).intact, true, 'the audit log is whole');
}
