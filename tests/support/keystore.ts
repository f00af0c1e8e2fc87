import { randomBytes } from 'node:crypto';
import { decrypt, encrypt } from '../../main/vault/workspace/box';
import type { Keystore } from '../../main/vault/workspace/keystore';

export interface FakeKeystore extends Keystore {
  state: 'open' | 'locked' | 'none';
  /** What it was given to encrypt. */
  readonly seen: Buffer[];
}

/** A computer's key store, each with a key of its own; a test cannot have the desktop's. */
export function fakeKeystore(): FakeKeystore {
  const key = randomBytes(32);
  const requireOpen = (): void => {
    if (keystore.state !== 'open') throw new Error('The key store is locked.');
  };
  const keystore: FakeKeystore = {
    state: 'open',
    seen: [],
    isAvailable: async () => keystore.state !== 'none',
    encrypt: async (plain) => {
      requireOpen();
      keystore.seen.push(Buffer.from(plain));
      return Buffer.from(JSON.stringify(encrypt(key, plain, [])));
    },
    decrypt: async (encrypted) => {
      requireOpen();
      return decrypt(key, JSON.parse(Buffer.from(encrypted).toString()), []);
    },
  };
  return keystore;
}
