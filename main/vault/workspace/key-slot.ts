import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { AppError, type ErrorCode } from '../../../preload/contract';
import { Base64, Box, type Context, decrypt, encrypt } from './box';
import type { Keystore } from './keystore';

/** What a derivation may take, bytes: twice what ours does. */
const MAX_SCRYPT_BYTES = 256 * 1024 * 1024;

/** Nothing of a slot is authenticated before its key is derived: so every number is bounded. */
const Kdf = z
  .strictObject({
    name: z.literal('scrypt'),
    // The lower bounds keep a tampered file from making us weak.
    N: z
      .number()
      .int()
      .min(2 ** 14)
      .max(2 ** 18)
      .refine((N) => Number.isInteger(Math.log2(N))),
    r: z.number().int().min(8).max(16),
    p: z.number().int().min(1).max(4),
    salt: Base64.max(88),
  })
  .refine(({ N, r }) => scryptBytes(N, r) <= MAX_SCRYPT_BYTES);

/** A user's private key, wrapped by something that the user knows (as LUKS does it). */
export const SecretSlot = z.strictObject({ kdf: Kdf, box: Box });
export type SecretSlot = z.infer<typeof SecretSlot>;

/** A user's private key, wrapped by a random key that this computer's key store has encrypted. */
export const KeystoreSlot = z.strictObject({ wrappingKey: Base64, box: Box });
export type KeystoreSlot = z.infer<typeof KeystoreSlot>;

/** Whose slot it is: bound into the slot, so that it opens nowhere else. */
export interface SlotOwner {
  readonly workspaceId: string;
  readonly userId: string;
}

export type SecretKind = 'passphrase' | 'recovery';

const REFUSALS: Record<SecretKind, ErrorCode> = {
  passphrase: 'workspace.wrong_passphrase',
  recovery: 'workspace.wrong_recovery_code',
};

/** What guessing a secret costs. A slot holds its own, so that it opens by what it was made with. */
export type ScryptCost = Pick<SecretSlot['kdf'], 'N' | 'r' | 'p'>;

/** OWASP Password Storage Cheat Sheet: scrypt with N=2^17, r=8, p=1 (128 MiB). */
export const SCRYPT_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/**
 * Takes about half a second at the usual cost, off the event loop. The secret itself cannot be zeroed: JavaScript's
 * strings are immutable, and gone only when their memory is used again.
 */
export async function wrapWithSecret(
  kind: SecretKind,
  privateKey: Uint8Array,
  secret: string,
  owner: SlotOwner,
  { N, r, p }: ScryptCost,
): Promise<SecretSlot> {
  const kdf = { name: 'scrypt' as const, N, r, p, salt: randomBytes(16).toString('base64') };
  const wrappingKey = await deriveKey(kind, secret, kdf);
  try {
    return { kdf, box: encrypt(wrappingKey, privateKey, secretContext(kind, kdf, owner)) };
  } finally {
    wrappingKey.fill(0);
  }
}

/** @throws AppError `workspace.wrong_passphrase` or `workspace.wrong_recovery_code` */
export async function unwrapWithSecret(
  kind: SecretKind,
  slot: SecretSlot | null,
  secret: string,
  owner: SlotOwner,
): Promise<Buffer> {
  if (!slot) throw new AppError(REFUSALS[kind]);
  const { kdf, box } = slot;
  const wrappingKey = await deriveKey(kind, secret, kdf);
  try {
    return decrypt(wrappingKey, box, secretContext(kind, kdf, owner));
  } catch (error) {
    throw new AppError(REFUSALS[kind], {}, { cause: error });
  } finally {
    wrappingKey.fill(0);
  }
}

/** @throws AppError `workspace.keystore_unavailable` */
export async function wrapWithKeystore(
  keystore: Keystore,
  privateKey: Uint8Array,
  owner: SlotOwner,
): Promise<KeystoreSlot> {
  if (!(await keystore.isAvailable())) throw new AppError('workspace.keystore_unavailable');
  const wrappingKey = randomBytes(32);
  try {
    return {
      wrappingKey: (await keystore.encrypt(wrappingKey)).toString('base64'),
      box: encrypt(wrappingKey, privateKey, keystoreContext(owner)),
    };
  } catch (error) {
    throw new AppError('workspace.keystore_unavailable', {}, { cause: error });
  } finally {
    wrappingKey.fill(0);
  }
}

/** @throws AppError `workspace.keystore_unavailable` when it is lost, locked or another one. */
export async function unwrapWithKeystore(
  keystore: Keystore,
  slot: KeystoreSlot | null,
  owner: SlotOwner,
): Promise<Buffer> {
  let wrappingKey: Buffer | undefined;
  try {
    if (!slot || !(await keystore.isAvailable())) throw new Error('There is no key store.');
    wrappingKey = await keystore.decrypt(Buffer.from(slot.wrappingKey, 'base64'));
    return decrypt(wrappingKey, slot.box, keystoreContext(owner));
  } catch (error) {
    throw new AppError('workspace.keystore_unavailable', {}, { cause: error });
  } finally {
    wrappingKey?.fill(0);
  }
}

function scryptBytes(N: number, r: number): number {
  return 128 * N * r;
}

async function deriveKey(
  kind: SecretKind,
  secret: string,
  { N, r, p, salt }: SecretSlot['kdf'],
): Promise<Buffer> {
  const maxmem = 2 * scryptBytes(N, r);
  const options = { N, r, p, maxmem };
  return derive(comparable(kind, secret), Buffer.from(salt, 'base64'), 32, options);
}

function comparable(kind: SecretKind, secret: string): string {
  // The same passphrase typed on another keyboard or system may be composed of other code points.
  const normalized = secret.normalize('NFKC');
  // A code is read off paper: its hyphens, blanks and letter case do not matter.
  return kind === 'recovery' ? normalized.toUpperCase().replace(/[^A-Z0-9]/g, '') : normalized;
}

function secretContext(
  kind: SecretKind,
  { N, r, p, salt }: SecretSlot['kdf'],
  { workspaceId, userId }: SlotOwner,
): Context {
  return [workspaceId, userId, kind, N, r, p, salt];
}

function keystoreContext({ workspaceId, userId }: SlotOwner): Context {
  return [workspaceId, userId, 'keystore'];
}
