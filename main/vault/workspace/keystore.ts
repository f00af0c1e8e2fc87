import { part } from '../../foundation/operation/part';

/** This computer's key store, as far as it deserves the name. Electron's is in `main/app`. */
export interface Keystore {
  isAvailable(): Promise<boolean>;
  /** @throws Error when the key store is locked or gone. */
  encrypt(plain: Uint8Array): Promise<Buffer>;
  /** @throws Error also when another key store, or none, has encrypted it. */
  decrypt(encrypted: Uint8Array): Promise<Buffer>;
}

export const keystore = part<Keystore>('key store');
