import { createDecipheriv, createHmac, pbkdf2Sync, randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/*
 * SQLCipher 4, https://www.zetetic.net/sqlcipher/design/ and https://sqlite.org/fileformat.html: each
 * page is AES-256-CBC under the raw key; its last 80 bytes are the IV (16) and the HMAC-SHA512 (64)
 * over the ciphertext, the IV and the page's number. The first page begins with the salt in the clear.
 */
const PAGE_BYTES = 4_096;
const IV_BYTES = 16;
const HMAC_BYTES = 64;
const SALT_BYTES = 16;
const RESERVED_BYTES = IV_BYTES + HMAC_BYTES;
const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const HMAC_SALT_MASK = 0x3a;

/** What was found where: the file, and the value. */
export interface Trace {
  readonly file: string;
  readonly value: string;
}

const PREFIX = 'mark-';
const MARKER = /mark-[0-9a-z]{12}/g;

/** A text that occurs nowhere else, and that {@link tracesOnDisk} recognises. */
export function marker(): string {
  return (
    PREFIX +
    randomInt(36 ** 6)
      .toString(36)
      .padStart(6, '0') +
    randomInt(36 ** 6)
      .toString(36)
      .padStart(6, '0')
  );
}

/**
 * Which of the markers are found in what a database has on the disk: each page of the file, each
 * frame of the write-ahead log (those behind its end included), and all other files of the folder as
 * they are. A page that cannot be authenticated throws: nothing could be found in it.
 */
export function tracesOnDisk(file: string, key: Buffer, markers: ReadonlySet<string>): Trace[] {
  const traces = new Map<string, Trace>();
  for (const { name, bytes } of readEverything(file, key)) {
    for (const [value] of bytes.toString('latin1').matchAll(MARKER)) {
      if (markers.has(value)) traces.set(`${name} ${value}`, { file: name, value });
    }
  }
  return [...traces.values()];
}

/** The files in whose decrypted pages the text stands. */
export function filesWith(file: string, key: Buffer, text: string): string[] {
  const wanted = Buffer.from(text);
  const found = [...readEverything(file, key)].filter(({ bytes }) => bytes.includes(wanted));
  return [...new Set(found.map(({ name }) => name))];
}

function* readEverything(file: string, key: Buffer): Generator<{ name: string; bytes: Buffer }> {
  const database = readFileSync(file);
  const decrypt = pageReader(key, database.subarray(0, SALT_BYTES));
  for (let at = 0; at < database.length; at += PAGE_BYTES) {
    yield {
      name: basename(file),
      bytes: decrypt(database.subarray(at, at + PAGE_BYTES), at / PAGE_BYTES + 1),
    };
  }
  const log = `${file}-wal`;
  if (existsSync(log)) {
    const frames = readFileSync(log);
    const step = FRAME_HEADER_BYTES + PAGE_BYTES;
    for (let at = WAL_HEADER_BYTES; at + step <= frames.length; at += step) {
      const page = frames.subarray(at + FRAME_HEADER_BYTES, at + step);
      yield { name: basename(log), bytes: decrypt(page, frames.readUInt32BE(at)) };
    }
  }
  for (const name of readdirSync(dirname(file))) {
    if (name === basename(file)) continue;
    yield { name, bytes: readFileSync(join(dirname(file), name)) };
  }
}

function pageReader(key: Buffer, salt: Buffer): (page: Buffer, number: number) => Buffer {
  const hmacSalt = Buffer.from(salt.map((byte) => byte ^ HMAC_SALT_MASK));
  const hmacKey = pbkdf2Sync(key, hmacSalt, 2, key.length, 'sha512');
  return (page, number) => {
    const start = number === 1 ? SALT_BYTES : 0;
    const content = page.subarray(start, PAGE_BYTES - RESERVED_BYTES);
    const iv = page.subarray(PAGE_BYTES - RESERVED_BYTES, PAGE_BYTES - HMAC_BYTES);
    const numberBytes = Buffer.alloc(4);
    numberBytes.writeUInt32LE(number);
    const hmac = createHmac('sha512', hmacKey).update(content).update(iv).update(numberBytes);
    if (!hmac.digest().equals(page.subarray(PAGE_BYTES - HMAC_BYTES))) {
      throw new Error(`Page ${number} is not what was written.`);
    }
    const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(content), decipher.final()]);
  };
}
