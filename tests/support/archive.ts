import { execFileSync } from 'node:child_process';
import { chmodSync, openAsBlob } from 'node:fs';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { path7za } from '7zip-bin';

/** A file in the archive, or the only one, as 7-Zip reads it. Throws where 7-Zip fails. */
export function extractWith7Zip(archive: string, password: string, name = ''): string {
  chmodSync(path7za, 0o755);
  return execFileSync(path7za, ['e', '-so', `-p${password}`, archive, ...(name ? [name] : [])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  });
}

/** The same of a file that is no text. */
export function bytesWith7Zip(archive: string, password: string, name: string): Buffer {
  chmodSync(path7za, 0o755);
  return execFileSync(path7za, ['e', '-so', '-tzip', `-p${password}`, archive, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  });
}

export async function extractWithZipJs(archive: string, password?: string, name?: string) {
  const zip = new ZipReader(new BlobReader(await openAsBlob(archive)), { useWebWorkers: false });
  const entries = await zip.getEntries();
  const [entry, ...others] = entries.filter(({ filename }) => (name ?? filename) === filename);
  if (!entry || entry.directory || others.length > 0) throw new Error('One file was expected.');
  const options = { checkSignature: true, ...(password !== undefined && { password }) };
  return { entry, text: () => entry.getData(new TextWriter(), options) };
}
