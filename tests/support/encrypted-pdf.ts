import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';

/*
 * A reader of encrypted PDFs that has nothing in common with what writes them: ISO 32000-2, 7.6.4.3.3
 * (algorithm 2.A) and 7.6.4.3.4 (algorithm 2.B), for AES-256 of revision 6.
 */

export interface EncryptionOfPdf {
  readonly version: number;
  readonly revision: number;
  readonly method: string;
}

/** What the file says of its encryption, in the clear as it has to be. */
export function encryptionOf(pdf: Buffer): EncryptionOfPdf {
  const text = dictionaryOf(pdf);
  return {
    version: Number(/\/V (\d+)/.exec(text)?.[1]),
    revision: Number(/\/R (\d+)/.exec(text)?.[1]),
    method: /\/CFM \/(\w+)/.exec(text)?.[1] ?? '',
  };
}

/**
 * The contents of all streams, decrypted and inflated.
 *
 * @throws Error when the password is not the one
 */
export function streamsOfPdf(pdf: Buffer, password: string): Buffer[] {
  const key = fileKey(pdf, Buffer.from(password));
  const text = pdf.toString('latin1');
  const streams: Buffer[] = [];
  for (const { index, 0: begin } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const head = text.slice(text.lastIndexOf(' obj', index), index);
    // The table of all objects is read before the key is known.
    if (head.includes('/Type /XRef')) continue;
    const start = index + begin.length;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    const whole = pdf.subarray(start, start + length);
    const decipher = createDecipheriv('aes-256-cbc', key, whole.subarray(0, 16));
    const plain = Buffer.concat([decipher.update(whole.subarray(16)), decipher.final()]);
    streams.push(head.includes('/FlateDecode') ? inflateSync(plain) : plain);
  }
  return streams;
}

function dictionaryOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const [, number = ''] = /\/Encrypt (\d+) 0 R/.exec(text) ?? [];
  const [, dictionary = ''] =
    new RegExp(`(?:^|\\s)${number} 0 obj([\\s\\S]*?)endobj`).exec(text) ?? [];
  return dictionary;
}

function fileKey(pdf: Buffer, password: Buffer): Buffer {
  const dictionary = dictionaryOf(pdf);
  const bytes = (name: string): Buffer =>
    Buffer.from(new RegExp(`/${name} <([0-9A-Fa-f]+)>`).exec(dictionary)?.[1] ?? '', 'hex');
  const user = bytes('U');
  const [hash, validationSalt, keySalt] = [
    user.subarray(0, 32),
    user.subarray(32, 40),
    user.subarray(40, 48),
  ];
  if (!hashOf(password, validationSalt).equals(hash)) throw new Error('The password is wrong.');
  const decipher = createDecipheriv('aes-256-cbc', hashOf(password, keySalt), Buffer.alloc(16));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes('UE')), decipher.final()]);
}

function hashOf(password: Buffer, salt: Buffer): Buffer {
  let key: Buffer = createHash('sha256').update(password).update(salt).digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const repeated = Buffer.alloc(64 * (password.length + key.length));
    const once = Buffer.concat([password, key]);
    for (let at = 0; at < 64; at++) once.copy(repeated, at * once.length);
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    cipher.setAutoPadding(false);
    const encrypted = Buffer.concat([cipher.update(repeated), cipher.final()]);
    const modulus = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][modulus] ?? '')
      .update(encrypted)
      .digest();
    last = encrypted.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}
