import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { StorageSelfTest } from '../../../preload/contract';

type Digests = ReadonlyMap<string, string>;

/** The index of the write-ahead log, which holds no rows, belongs to the connections that are open. */
const isContent = (name: string): boolean => !name.endsWith('-shm');

/** SHA-256 of every file of a folder, by name. */
export async function digestsOf(folder: string): Promise<Digests> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && isContent(entry.name));
  const digests = new Map<string, string>();
  for (const { name } of names.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    digests.set(name, hash.digest('hex'));
  }
  return digests;
}

/** Which files are not what they were, those that came or went included. */
export function compared(before: Digests, after: Digests): StorageSelfTest['files'] {
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => {
    const sha256 = after.get(name) ?? null;
    return { name, sha256, changed: sha256 !== (before.get(name) ?? null) };
  });
}
