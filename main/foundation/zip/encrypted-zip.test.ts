import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractWith7Zip, extractWithZipJs } from '../../../tests/support/archive';
import { filesHolding, temporaryFolder } from '../../../tests/support/folder';
import { oneTimePassword } from '../../vault/workspace/one-time-password';
import { readEncryptedZip, writeEncryptedZip, type ZipEntrySource } from './encrypted-zip';

const TEXT = 'email\r\nann@example.com\r\n'.repeat(1_000);
const never = new AbortController().signal;
const password = oneTimePassword();

const source = (changes: Partial<ZipEntrySource> = {}): ZipEntrySource => ({
  name: 'participations.csv',
  modified: new Date('2026-07-15T10:00:00Z'),
  content: async function* () {
    yield Buffer.from(TEXT);
  },
  ...changes,
});

async function zipped(): Promise<string> {
  const file = join(temporaryFolder(), 'export.zip');
  const handle = await open(file, 'w+');
  await writeEncryptedZip(handle, [source()], password, never);
  await handle.close();
  return file;
}

async function read(file: string, with_ = password): Promise<string> {
  const handle = await open(file, 'r');
  const chunks: Uint8Array[] = [];
  try {
    const reader = async (_: string, content: AsyncIterable<Uint8Array>) => {
      for await (const piece of content) chunks.push(piece);
    };
    await readEncryptedZip(handle, with_, reader, never);
    return Buffer.concat(chunks).toString();
  } finally {
    await handle.close();
  }
}

describe('an encrypted zip', () => {
  it('is opened by 7-Zip with its password, and not with another or none', async () => {
    const file = await zipped();
    expect(extractWith7Zip(file, password)).toBe(TEXT);
    expect(() => extractWith7Zip(file, oneTimePassword())).toThrow(/Wrong password/);
    expect(() => extractWith7Zip(file, '')).toThrow(/Wrong password/);
  });

  it('is opened by zip.js with its password, and not with another or none', async () => {
    const file = await zipped();
    expect(await (await extractWithZipJs(file, password)).text()).toBe(TEXT);
    for (const wrong of [
      oneTimePassword(),
      password.toLowerCase(),
      password.replaceAll('-', ''),
      undefined,
    ]) {
      await expect((await extractWithZipJs(file, wrong)).text()).rejects.toThrow();
    }
  });

  it('uses WinZip AES with 256 bits', async () => {
    const { entry } = await extractWithZipJs(await zipped(), password);
    expect(entry).toMatchObject({
      encrypted: true,
      zipCrypto: false,
      filename: 'participations.csv',
    });
    expect(entry.extraFieldAES).toMatchObject({ strength: 3, vendorVersion: 2 });
  });

  it('holds nothing of its content in the clear', async () => {
    const file = await zipped();
    expect(filesHolding(join(file, '..'), 'ann@example.com')).toEqual([]);
    expect(filesHolding(join(file, '..'), password)).toEqual([]);
  });

  it('is read back whole, and refused with a wrong password', async () => {
    const file = await zipped();
    expect(await read(file)).toBe(TEXT);
    await expect(read(file, oneTimePassword())).rejects.toThrow();
  });

  it('is refused when any byte of it is altered or missing', async () => {
    const file = await zipped();
    const bytes = await readFile(file);
    const { entry } = await extractWithZipJs(file, password);
    const content = entry.offset + 30 + 'participations.csv'.length;
    const inContent = [
      40,
      41,
      60,
      100,
      Math.floor(entry.compressedSize / 2),
      entry.compressedSize - 1,
    ];
    for (const position of inContent.map((each) => content + each)) {
      const altered = Buffer.from(bytes);
      altered[position] = (altered[position] ?? 0) ^ 1;
      await writeFile(file, altered);
      await expect(read(file), `byte ${position}`).rejects.toThrow();
    }
    await writeFile(file, bytes.subarray(0, -1));
    await expect(read(file)).rejects.toThrow();
  });
});

describe('writing an encrypted zip', () => {
  const write = async (changes: Partial<ZipEntrySource>, with_ = password): Promise<void> => {
    const handle = await open(join(temporaryFolder(), 'export.zip'), 'w+');
    try {
      await writeEncryptedZip(handle, [source(changes)], with_, never);
    } finally {
      await handle.close();
    }
  };

  it.each(['', 'short', '123456789012345'])('is refused with the password %j', async (weak) => {
    await expect(write({}, weak)).rejects.toThrow('needs its one-time password');
  });

  it.each(['../evil.csv', '/etc/passwd', 'a/b.csv', 'a\\b.csv', '', '..', '.hidden', 'C:x'])(
    'is refused with the entry name %j',
    async (name) => {
      await expect(write({ name })).rejects.toThrow('is no entry name');
    },
  );

  it('fails with what its source fails with', async () => {
    const content = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from(TEXT);
      throw new Error('The database is gone.');
    };
    await expect(write({ content })).rejects.toThrow('The database is gone.');
  });
});
