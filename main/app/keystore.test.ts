import { describe, expect, it } from 'vitest';
import { systemKeystore } from './keystore';

type Backend = ReturnType<Parameters<typeof systemKeystore>[0]['getSelectedStorageBackend']>;

/** Electron's safeStorage on a computer in a certain state. */
function system(backend: Backend, isAvailable = true) {
  const texts: string[] = [];
  return {
    texts,
    getSelectedStorageBackend: () => backend,
    isAsyncEncryptionAvailable: async () => isAvailable,
    encryptStringAsync: async (text: string) => {
      texts.push(text);
      return Buffer.from(`sealed:${text}`);
    },
    decryptStringAsync: async (sealed: Buffer) => ({
      result: sealed.toString().slice('sealed:'.length),
      shouldReEncrypt: false,
    }),
  };
}

describe('the key store of the computer', () => {
  it.each<[Backend, NodeJS.Platform, boolean, boolean]>([
    ['gnome_libsecret', 'linux', true, true],
    ['kwallet6', 'linux', true, true],
    ['gnome_libsecret', 'linux', false, false],
    ['basic_text', 'linux', true, false],
    ['unknown', 'linux', true, false],
    ['unknown', 'darwin', true, true],
    ['unknown', 'win32', true, true],
    ['unknown', 'win32', false, false],
  ])('with %s on %s, available: %s, counts: %s', async (backend, platform, available, counts) => {
    expect(await systemKeystore(system(backend, available), platform).isAvailable()).toBe(counts);
  });

  it('gives back the bytes that it was given', async () => {
    const keystore = systemKeystore(system('kwallet'), 'linux');
    const bytes = Buffer.from([0, 1, 127, 128, 255]);
    expect(await keystore.decrypt(await keystore.encrypt(bytes))).toEqual(bytes);
  });
});
