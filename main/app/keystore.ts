import type { SafeStorage } from 'electron';
import type { Keystore } from '../vault/workspace/keystore';

type System = Pick<
  SafeStorage,
  | 'decryptStringAsync'
  | 'encryptStringAsync'
  | 'getSelectedStorageBackend'
  | 'isAsyncEncryptionAvailable'
>;

/**
 * The operating system's key store through Electron's safeStorage, which may only be touched once
 * the application is ready: earlier, it makes an entry under a wrong name. What it encrypts crosses
 * as text, and JavaScript's texts cannot be zeroed: so it gets a wrapping key, never a user's key.
 */
export function systemKeystore(system: System, platform: NodeJS.Platform): Keystore {
  // Where Linux has no key store, Electron encrypts with a password that everybody knows.
  const isPlainText = (): boolean =>
    platform === 'linux' && ['basic_text', 'unknown'].includes(system.getSelectedStorageBackend());
  return {
    isAvailable: async () => !isPlainText() && (await system.isAsyncEncryptionAvailable()),
    encrypt: (plain) => system.encryptStringAsync(Buffer.from(plain).toString('base64')),
    decrypt: async (encrypted) => {
      const { result } = await system.decryptStringAsync(Buffer.from(encrypted));
      return Buffer.from(result, 'base64');
    },
  };
}
