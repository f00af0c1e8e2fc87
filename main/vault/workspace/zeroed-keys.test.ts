import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { openDesk, unlockDesk } from '../../../tests/support/desk';
import { temporaryFolder } from '../../../tests/support/folder';
import { createWorkspace, PASSPHRASE } from '../../../tests/support/workspace';

/** The very bytes that are used, not copies of them: what is left in them is left in memory. */
const seen = vi.hoisted(() => ({
  databaseKeys: [] as Uint8Array[],
  privateKeys: [] as Uint8Array[],
}));

vi.mock('./sealed-key', async (importOriginal) => {
  const real = await importOriginal<typeof import('./sealed-key')>();
  return {
    ...real,
    newKeyPair: () => {
      const pair = real.newKeyPair();
      seen.privateKeys.push(pair.privateKey);
      return pair;
    },
    unsealKey: (...[sealed, privateKey, owner]: Parameters<typeof real.unsealKey>) => {
      const key = real.unsealKey(sealed, privateKey, owner);
      seen.privateKeys.push(privateKey);
      seen.databaseKeys.push(key);
      return key;
    },
  };
});

vi.mock('./key-slot', async (importOriginal) => {
  const real = await importOriginal<typeof import('./key-slot')>();
  const watched = <A extends unknown[]>(unwrap: (...input: A) => Promise<Buffer>) => {
    return async (...input: A): Promise<Buffer> => {
      const privateKey = await unwrap(...input);
      seen.privateKeys.push(privateKey);
      return privateKey;
    };
  };
  return {
    ...real,
    unwrapWithSecret: watched(real.unwrapWithSecret),
    unwrapWithKeystore: watched(real.unwrapWithKeystore),
  };
});

const worker = await bundledWorker();
const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

it('a lock leaves zeros where the keys were; private keys are gone as soon as they were used', async () => {
  const folder = temporaryFolder();
  await createWorkspace(folder);
  const desk = openDesk(folder, worker);
  await unlockDesk(desk);
  expect(seen.databaseKeys).toHaveLength(1);
  expect(seen.databaseKeys.some(isZero)).toBe(false);
  expect(seen.privateKeys.length).toBeGreaterThan(1);
  expect(seen.privateKeys.every(isZero)).toBe(true);
  await desk.get('me.changePassphrase', {
    current: PASSPHRASE,
    next: 'another passphrase altogether',
  });
  await desk.get('workspace.lock', undefined);
  expect(seen.databaseKeys.every(isZero)).toBe(true);
  expect(seen.privateKeys.every(isZero)).toBe(true);
});

it('a key that does not open the database is not kept either', async () => {
  const folder = temporaryFolder();
  const workspace = await createWorkspace(folder);
  const desk = openDesk(folder, worker);
  seen.databaseKeys.length = 0;
  await truncate(join(workspace.path, 'vault.db'), 1_000);
  await expect(unlockDesk(desk)).rejects.toThrow('workspace.database_damaged');
  expect(seen.databaseKeys).toHaveLength(1);
  expect(seen.databaseKeys.every(isZero)).toBe(true);
});
