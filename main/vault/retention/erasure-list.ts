import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { ChatChannel, InstantMs } from '../../../preload/contract';
import { writeFileAtomically } from '../../foundation/files/atomic-file';
import { readSmallFile } from '../../foundation/files/small-file';

/*
 * The list of erasures beside the workspace. A backup that was made before an erasure brings the
 * person back; this file outlives the restore, and says whom to erase again. It names nobody: a
 * person is a hash under a key that only the database and its backups hold.
 */

const MAX_BYTES = 64 * 1024 * 1024;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const ErasureEntry = z.strictObject({
  person: Hash,
  /** Empty for all. */
  channel: z.union([ChatChannel, z.literal('')]),
  erased_at: InstantMs,
  /** When no backup can hold a row of the person any more, and the entry is forgotten. */
  until_ms: InstantMs,
});
export type ErasureEntry = z.infer<typeof ErasureEntry>;

const ErasureFile = z.strictObject({
  format: z.literal('chatvault-erasures'),
  version: z.literal(1),
  entries: z.array(ErasureEntry),
  mac: Hash,
});

/** Who it is, for whoever has the key. */
export function personHash(key: Uint8Array, emailKey: string): string {
  return hmac(key, 'person', emailKey);
}

export function writeErasureList(entries: readonly ErasureEntry[], key: Uint8Array): string {
  const mac = hmac(key, 'list', JSON.stringify(entries));
  return JSON.stringify({ format: 'chatvault-erasures', version: 1, entries, mac });
}

/** Null when the text is no list, or not the holder of the key has written it. */
export function parseErasureList(text: string, key: Uint8Array): ErasureEntry[] | null {
  try {
    const { entries, mac } = ErasureFile.parse(JSON.parse(text));
    const expected = Buffer.from(hmac(key, 'list', JSON.stringify(entries)), 'hex');
    return timingSafeEqual(Buffer.from(mac, 'hex'), expected) ? entries : null;
  } catch {
    return null;
  }
}

/** Of each person the latest erasure, in one order. */
export function mergeErasures(...lists: readonly (readonly ErasureEntry[])[]): ErasureEntry[] {
  const merged = new Map<string, ErasureEntry>();
  for (const entry of lists.flat()) {
    const place = `${entry.person} ${entry.channel}`;
    const other = merged.get(place);
    merged.set(place, {
      ...entry,
      erased_at: Math.max(entry.erased_at, other?.erased_at ?? 0),
      until_ms: Math.max(entry.until_ms, other?.until_ms ?? 0),
    });
  }
  return [...merged].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
}

/**
 * Beside the workspace's folder, not in it, since a restore puts that away. Named by the key: another
 * workspace that takes this one's place for a while leaves the list alone.
 */
export function erasureFileOf(databaseFile: string, key: Uint8Array): string {
  const folder = dirname(databaseFile);
  const name = `${hmac(key, 'file', '').slice(0, 16)}.json`;
  return join(dirname(folder), `${basename(folder)}-erasures`, name);
}

/** Null when there is none; `refused` when what is there is not ours. */
export async function readErasureFile(
  file: string,
  key: Uint8Array,
): Promise<ErasureEntry[] | 'refused' | null> {
  const text = await readSmallFile(file, MAX_BYTES).catch(() => '');
  return text === null ? null : (parseErasureList(text, key) ?? 'refused');
}

export async function saveErasureFile(
  file: string,
  entries: readonly ErasureEntry[],
  key: Uint8Array,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFileAtomically(file, writeErasureList(entries, key));
}

function hmac(key: Uint8Array, purpose: string, text: string): string {
  const derived = Buffer.from(hkdfSync('sha256', key, '', `chatvault erasures ${purpose}`, 32));
  return createHmac('sha256', derived).update(text).digest('hex');
}
