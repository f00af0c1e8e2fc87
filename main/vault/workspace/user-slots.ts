import {
  type ScryptCost,
  type SecretKind,
  type SlotOwner,
  unwrapWithKeystore,
  unwrapWithSecret,
  wrapWithKeystore,
  wrapWithSecret,
} from './key-slot';
import type { Keystore } from './keystore';
import { newKeyPair } from './sealed-key';
import type { UserSlots } from './slot-file';

/** Something that opens a user's private key. */
export type Credential =
  | { readonly kind: SecretKind; readonly secret: string }
  | { readonly kind: 'keystore'; readonly keystore: Keystore };

/** A new key pair for a user, its private half wrapped by each of the credentials. */
export async function newUserSlots(
  owner: SlotOwner,
  name: string,
  credentials: readonly Credential[],
  cost: ScryptCost,
): Promise<UserSlots> {
  const { publicKey, privateKey } = newKeyPair();
  const none = { passphrase: null, recovery: null, keystore: null };
  try {
    const slots = await makeSlots(privateKey, credentials, owner, cost);
    return { id: owner.userId, name, publicKey, ...none, ...slots };
  } finally {
    privateKey.fill(0);
  }
}

/** A slot for each of the credentials. */
export async function makeSlots(
  privateKey: Uint8Array,
  credentials: readonly Credential[],
  owner: SlotOwner,
  cost: ScryptCost,
): Promise<Partial<UserSlots>> {
  const slots = await Promise.all(
    credentials.map(async (credential) => [
      credential.kind,
      credential.kind === 'keystore'
        ? await wrapWithKeystore(credential.keystore, privateKey, owner)
        : await wrapWithSecret(credential.kind, privateKey, credential.secret, owner, cost),
    ]),
  );
  return Object.fromEntries(slots);
}

/**
 * The user's private key; the caller zeroes it.
 *
 * @throws AppError `workspace.wrong_passphrase`, `workspace.wrong_recovery_code`,
 * `workspace.keystore_unavailable`
 */
export async function privateKeyOf(
  user: UserSlots,
  credential: Credential,
  workspaceId: string,
): Promise<Buffer> {
  const owner = { workspaceId, userId: user.id };
  if (credential.kind === 'keystore') {
    return unwrapWithKeystore(credential.keystore, user.keystore, owner);
  }
  return unwrapWithSecret(credential.kind, user[credential.kind], credential.secret, owner);
}
