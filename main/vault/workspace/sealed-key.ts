import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../preload/contract';
import { Base64, Box, decrypt, encrypt } from './box';
import type { SlotOwner } from './key-slot';

/**
 * The database key, sealed to a user's public key: whoever has the database key can let a user in
 * without the user's passphrase, and only the user's private key opens it. Ephemeral X25519 (RFC
 * 7748), HKDF-SHA256 (RFC 5869), AES-256-GCM; the shape of HPKE's base mode (RFC 9180).
 */
export const SealedKey = z.strictObject({ ephemeral: Base64, box: Box });
export type SealedKey = z.infer<typeof SealedKey>;

export interface KeyPair {
  /** DER (SPKI), base64. */
  readonly publicKey: string;
  /** DER (PKCS #8). The caller zeroes it. */
  readonly privateKey: Buffer;
}

export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicTextOf(publicKey),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}

export function sealKey(key: Uint8Array, publicKey: string, owner: SlotOwner): SealedKey {
  const ephemeral = generateKeyPairSync('x25519');
  const ephemeralText = publicTextOf(ephemeral.publicKey);
  const shared = agree(ephemeral.privateKey, publicKeyOf(publicKey), [ephemeralText, publicKey]);
  try {
    return { ephemeral: ephemeralText, box: encrypt(shared, key, contextOf(owner)) };
  } finally {
    shared.fill(0);
  }
}

/** @throws AppError `workspace.slots_damaged` */
export function unsealKey(sealed: SealedKey, privateKey: Buffer, owner: SlotOwner): Buffer {
  let shared: Buffer | undefined;
  try {
    const own = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' });
    const ownText = publicTextOf(createPublicKey(own));
    shared = agree(own, publicKeyOf(sealed.ephemeral), [sealed.ephemeral, ownText]);
    return decrypt(shared, sealed.box, contextOf(owner));
  } catch (error) {
    throw new AppError('workspace.slots_damaged', {}, { cause: error });
  } finally {
    shared?.fill(0);
  }
}

/** Both public keys go into the derivation, so that the result is bound to this exchange. */
function agree(privateKey: KeyObject, publicKey: KeyObject, publicTexts: string[]): Buffer {
  const secret = diffieHellman({ privateKey, publicKey });
  try {
    const salt = publicTexts.join('.');
    return Buffer.from(hkdfSync('sha256', secret, salt, 'chatvault database key', 32));
  } finally {
    secret.fill(0);
  }
}

function publicKeyOf(text: string): KeyObject {
  return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
}

function publicTextOf(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64');
}

function contextOf({ workspaceId, userId }: SlotOwner): string[] {
  return [workspaceId, userId, 'database key'];
}
