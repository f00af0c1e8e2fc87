import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { temporaryFolder } from '../../../tests/support/folder';

/** The very bytes that are used, not copies of them: what is left in them is left in memory. */
const seen = { databaseKeys: [] as Uint8Array[], privateKeys: [] as Uint8Array[] };

// Other files of tests share the modules that were loaded before: these are loaded anew.
vi.resetModules();
vi.doMock('./sealed-key', async (importOriginal) => {
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

vi.doMock('./key-slot', async (importOriginal) => {
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

const { openDesk, unlockDesk } = await import('../../../tests/support/desk');
const { createWorkspace, PASSPHRASE } = await import('../../../tests/support/workspace');
afterAll(() => {
  vi.doUnmock('./sealed-key');
  vi.doUnmock('./key-slot');
  vi.resetModules();
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
