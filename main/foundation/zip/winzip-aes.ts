import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/*
 * What an entry of a zip is with WinZip's AES-256: salt, two bytes to recognise a wrong password,
 * the encrypted content, and an authentication code. The formats and lengths are those of "AES
 * Encryption Information: Encryption Specification AE-1 and AE-2" (winzip.com), with Gladman's
 * derivation of the keys. zip.js does the same in JavaScript; OpenSSL takes a tenth of its time.
 */

const SALT_BYTES = 16;
const KEY_BYTES = 32;
const CHECK_BYTES = 2;
const HEAD_BYTES = SALT_BYTES + CHECK_BYTES;
const CODE_BYTES = 10;
const ITERATIONS = 1_000;
const BLOCK_BYTES = 16;
/** Of the key stream that is made at once. */
const STREAM_BYTES = 256 * 1024;

/** Encrypts the pieces of an entry's content, in place. */
export async function* encrypted(
  content: AsyncIterable<Uint8Array>,
  password: string,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT_BYTES);
  const { check, keyStream, hmac } = keysOf(password, salt);
  yield Buffer.concat([salt, check]);
  for await (const piece of content) {
    keyStream.applyTo(piece);
    hmac.update(piece);
    yield piece;
  }
  yield hmac.digest().subarray(0, CODE_BYTES);
}

/**
 * Decrypts the pieces of an entry, whatever their sizes.
 *
 * @throws Error for another password than the entry's, and, once all has been read, for an entry that
 * is not what was written.
 */
export async function* decrypted(
  entry: AsyncIterable<Uint8Array>,
  password: string,
): AsyncGenerator<Uint8Array> {
  let keys: Keys | null = null;
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of entry) {
    rest = Buffer.concat([rest, piece]);
    if (!keys && rest.length >= HEAD_BYTES) {
      keys = keysOf(password, rest.subarray(0, SALT_BYTES));
      if (!keys.check.equals(rest.subarray(SALT_BYTES, HEAD_BYTES))) {
        throw new Error('The password is another one.');
      }
      rest = rest.subarray(HEAD_BYTES);
    }
    if (!keys || rest.length <= CODE_BYTES) continue;
    // What comes last is the code.
    const content = rest.subarray(0, -CODE_BYTES);
    rest = rest.subarray(-CODE_BYTES);
    keys.hmac.update(content);
    keys.keyStream.applyTo(content);
    yield content;
  }
  if (!keys?.hmac.digest().subarray(0, CODE_BYTES).equals(rest)) {
    throw new Error('The entry is not what was written.');
  }
}

type Keys = ReturnType<typeof keysOf>;

function keysOf(password: string, salt: Uint8Array) {
  const keys = pbkdf2Sync(password, salt, ITERATIONS, 2 * KEY_BYTES + CHECK_BYTES, 'sha1');
  return {
    keyStream: new KeyStream(keys.subarray(0, KEY_BYTES)),
    hmac: createHmac('sha1', keys.subarray(KEY_BYTES, 2 * KEY_BYTES)),
    check: keys.subarray(2 * KEY_BYTES),
  };
}

/** AES in counter mode. WinZip counts from 1, lowest byte first; OpenSSL's own mode highest first. */
class KeyStream {
  readonly #cipher: ReturnType<typeof createCipheriv>;
  readonly #counters = Buffer.alloc(STREAM_BYTES);
  #bytes: Uint8Array = Buffer.alloc(0);
  #used = 0;
  #blocks = 0;

  constructor(key: Uint8Array) {
    this.#cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  }

  /** Encrypts or decrypts. */
  applyTo(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      if (this.#used === this.#bytes.length) this.#refill();
      const end = Math.min(bytes.length, at + this.#bytes.length - this.#used);
      xor(bytes, at, end, this.#bytes, this.#used);
      this.#used += end - at;
      at = end;
    }
  }

  #refill(): void {
    for (let at = 0; at < STREAM_BYTES; at += BLOCK_BYTES) {
      this.#blocks++;
      this.#counters.writeUInt32LE(this.#blocks >>> 0, at);
      this.#counters.writeUInt32LE(Math.floor(this.#blocks / 2 ** 32), at + 4);
    }
    this.#bytes = this.#cipher.update(this.#counters);
    this.#used = 0;
  }
}

function xor(
  bytes: Uint8Array,
  from: number,
  to: number,
  mask: Uint8Array,
  maskFrom: number,
): void {
  for (let at = from, of = maskFrom; at < to; at++, of++) {
    bytes[at] = (bytes[at] ?? 0) ^ (mask[of] ?? 0);
  }
}
