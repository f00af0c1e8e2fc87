import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../preload/contract';
import { writeFileAtomically } from '../../foundation/files/atomic-file';
import { readSmallFile } from '../../foundation/files/small-file';
import { Base64 } from './box';
import { KeystoreSlot, SecretSlot } from './key-slot';
import { SealedKey } from './sealed-key';

const VERSION = 3;
/** Those of version 2 have no revision. */
const READABLE = [2, VERSION] as const;

/** Some ten thousand users: a file that is larger is none of ours, and is not read. */
export const MAX_SLOT_FILE_BYTES = 16 * 1024 * 1024;

/** A user's ways to the user's own private key. Roles are in the database, encrypted. */
export const UserSlots = z.strictObject({
  id: z.string(),
  name: z.string(),
  publicKey: Base64,
  passphrase: SecretSlot.nullable(),
  recovery: SecretSlot.nullable(),
  keystore: KeystoreSlot.nullable(),
});
export type UserSlots = z.infer<typeof UserSlots>;

/** One database key, sealed to every user who may unlock; a disabled user has none. */
const KeyGeneration = z.strictObject({
  /** The first 16 bytes of the database under this key, hex: each key brings another salt. */
  databaseSalt: z.string().regex(/^[0-9a-f]{32}$/),
  sealed: z.record(z.string(), SealedKey),
  /** Of the whole file but its MACs, under a key derived from this database key. */
  mac: Base64,
});
export type KeyGeneration = z.infer<typeof KeyGeneration>;

const MAX_REVISION = 2 ** 48;

/**
 * The file beside the database that says that there is one, and who can open it. A missing or empty
 * database would otherwise look like a new one.
 */
export const SlotFile = z.strictObject({
  format: z.literal('chatvault-workspace'),
  version: z.literal(READABLE),
  workspaceId: z.uuid(),
  name: z.string(),
  /** Counts what was written. The database knows the newest: see `slot-state.ts`. */
  revision: z.number().int().positive().max(MAX_REVISION).optional(),
  users: z.array(UserSlots).min(1),
  /** Two while the key is being rotated: whichever the database is under, every user gets in. */
  keys: z.array(KeyGeneration).min(1).max(2),
});
export type SlotFile = z.infer<typeof SlotFile>;

/** What a slot file says, before it is authenticated. */
export type SlotContent = Pick<SlotFile, 'workspaceId' | 'name' | 'revision' | 'users'> & {
  keys: (Omit<KeyGeneration, 'mac'> & { key: Uint8Array })[];
};

/** Null when there is none. @throws AppError `workspace.slots_damaged`, `workspace.newer_version` */
export async function readSlotFile(file: string): Promise<SlotFile | null> {
  const text = await readSmallFile(file, MAX_SLOT_FILE_BYTES).catch((error: unknown) => {
    throw new AppError('workspace.slots_damaged', {}, { cause: error });
  });
  return text === null ? null : parseSlotFile(text);
}

export async function writeSlotFile(file: string, slots: SlotFile): Promise<void> {
  await writeFileAtomically(file, `${JSON.stringify(slots, null, 2)}\n`);
}

/** Adds the MACs. */
export function authenticate({ keys, ...content }: SlotContent): SlotFile {
  const file: SlotFile = {
    format: 'chatvault-workspace',
    version: VERSION,
    workspaceId: content.workspaceId,
    name: content.name,
    ...(content.revision !== undefined && { revision: content.revision }),
    users: content.users,
    keys: keys.map(({ databaseSalt, sealed }) => ({ databaseSalt, sealed, mac: '' })),
  };
  const macs = keys.map(({ key }) => macOf(file, key).toString('base64'));
  return { ...file, keys: file.keys.map((key, index) => ({ ...key, mac: macs[index] ?? '' })) };
}

/** @throws AppError `workspace.slots_damaged` when not the holder of the key has written the file. */
export function requireAuthentic(file: SlotFile, { mac }: KeyGeneration, key: Uint8Array): void {
  const given = Buffer.from(mac, 'base64');
  const expected = macOf(file, key);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new AppError('workspace.slots_damaged');
  }
}

/** Parsed and built files have their members in the schema's order, so equal ones are equal texts. */
function macOf(file: SlotFile, databaseKey: Uint8Array): Buffer {
  const content = { ...file, keys: file.keys.map((key) => ({ ...key, mac: '' })) };
  const macKey = Buffer.from(
    hkdfSync('sha256', databaseKey, file.workspaceId, 'chatvault slot file', 32),
  );
  try {
    return createHmac('sha256', macKey)
      .update(JSON.stringify(SlotFile.parse(content)))
      .digest();
  } finally {
    macKey.fill(0);
  }
}

/** @throws AppError `workspace.slots_damaged`, `workspace.newer_version` */
export function parseSlotFile(text: string): SlotFile {
  try {
    const json: unknown = JSON.parse(text);
    const { version } = z.looseObject({ version: z.number() }).parse(json);
    if (!READABLE.some((readable) => readable === version))
      throw new AppError('workspace.newer_version');
    return SlotFile.parse(json);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('workspace.slots_damaged', {}, { cause: error });
  }
}
