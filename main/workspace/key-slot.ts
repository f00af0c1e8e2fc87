import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { AppError } from '../../preload/contract';

const Base64 = z.base64();

/** A copy of the database key, wrapped by a user's passphrase (as LUKS does it). */
export const KeySlot = z.object({
  id: z.string(),
  userId: z.string(),
  kdf: z.object({
    name: z.literal('scrypt'),
    // The bounds keep a tampered file from making us weak, or from eating the memory.
    N: z
      .number()
      .int()
      .min(2 ** 14)
      .max(2 ** 20)
      .refine((N) => Number.isInteger(Math.log2(N))),
    r: z.number().int().min(8).max(16),
    p: z.number().int().min(1).max(4),
    salt: Base64,
  }),
  wrap: z.object({
    name: z.literal('aes-256-gcm'),
    iv: Base64,
    tag: Base64,
    key: Base64,
  }),
});
export type KeySlot = z.infer<typeof KeySlot>;

/** OWASP Password Storage Cheat Sheet: scrypt with N=2^17, r=8, p=1 (128 MiB). */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1 } as const;

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** Wraps the key under the passphrase; takes about half a second, off the event loop. */
export async function wrapKey(
  key: Uint8Array,
  passphrase: string,
  owner: { id: string; userId: string; workspaceId: string },
): Promise<KeySlot> {
  const kdf = { name: 'scrypt' as const, ...SCRYPT, salt: randomBytes(16).toString('base64') };
  const iv = randomBytes(12);
  const wrappingKey = await deriveKey(passphrase, kdf);
  try {
    const cipher = createCipheriv('aes-256-gcm', wrappingKey, iv);
    cipher.setAAD(boundTo({ ...owner, kdf }));
    const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
    return {
      id: owner.id,
      userId: owner.userId,
      kdf,
      wrap: {
        name: 'aes-256-gcm',
        iv: iv.toString('base64'),
        tag: cipher.getAuthTag().toString('base64'),
        key: wrapped.toString('base64'),
      },
    };
  } finally {
    wrappingKey.fill(0);
  }
}

/** @throws AppError `workspace.wrong_passphrase` */
export async function unwrapKey(
  slot: KeySlot,
  passphrase: string,
  workspaceId: string,
): Promise<Buffer> {
  const wrappingKey = await deriveKey(passphrase, slot.kdf);
  try {
    const iv = Buffer.from(slot.wrap.iv, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, iv, { authTagLength: 16 });
    decipher.setAAD(boundTo({ ...slot, workspaceId }));
    decipher.setAuthTag(Buffer.from(slot.wrap.tag, 'base64'));
    const key = decipher.update(Buffer.from(slot.wrap.key, 'base64'));
    // In this mode it returns nothing more: it checks the tag.
    decipher.final();
    return key;
  } catch (error) {
    throw new AppError('workspace.wrong_passphrase', {}, { cause: error });
  } finally {
    wrappingKey.fill(0);
  }
}

async function deriveKey(passphrase: string, { N, r, p, salt }: KeySlot['kdf']): Promise<Buffer> {
  // The same passphrase typed on another keyboard or system may be composed of other code points.
  const normalized = passphrase.normalize('NFKC');
  const maxmem = 256 * N * r;
  return derive(normalized, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem });
}

/** A slot moved to another workspace or user, or with other parameters, must not open. */
function boundTo(slot: Pick<KeySlot, 'id' | 'userId' | 'kdf'> & { workspaceId: string }): Buffer {
  const { workspaceId, id, userId, kdf } = slot;
  return Buffer.from(JSON.stringify([workspaceId, id, userId, kdf.N, kdf.r, kdf.p, kdf.salt]));
}
