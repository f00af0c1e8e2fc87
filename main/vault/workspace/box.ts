import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

export const Base64 = z.base64();

/** Bytes encrypted with AES-256-GCM. */
export const Box = z.strictObject({ iv: Base64, tag: Base64, data: Base64 });
export type Box = z.infer<typeof Box>;

/** What a box belongs to; moved anywhere else, it does not open. */
export type Context = readonly (string | number)[];

export function encrypt(key: Uint8Array, plain: Uint8Array, context: Context): Box {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(JSON.stringify(context)));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  const text = (bytes: Buffer): string => bytes.toString('base64');
  return { iv: text(iv), tag: text(cipher.getAuthTag()), data: text(data) };
}

/** @throws Error when the key or the context is another, or the box was altered. */
export function decrypt(key: Uint8Array, box: Box, context: Context): Buffer {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(box.iv), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(JSON.stringify(context)));
  decipher.setAuthTag(bytes(box.tag));
  const plain = decipher.update(bytes(box.data));
  try {
    // In this mode it returns nothing more: it checks the tag.
    decipher.final();
    return plain;
  } catch (error) {
    plain.fill(0);
    throw error;
  }
}
