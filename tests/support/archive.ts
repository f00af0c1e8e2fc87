import { execFileSync } from 'node:child_process';
import { chmodSync, openAsBlob } from 'node:fs';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { path7za } from '7zip-bin';

/** The one file in the archive as 7-Zip reads it. Throws where 7-Zip fails. */
export function extractWith7Zip(archive: string, password: string): string {
  chmodSync(path7za, 0o755);
  return execFileSync(path7za, ['e', '-so', `-p${password}`, archive], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  });
}

export async function extractWithZipJs(archive: string, password?: string) {
  const zip = new ZipReader(new BlobReader(await openAsBlob(archive)), { useWebWorkers: false });
  const [entry, ...others] = await zip.getEntries();
  if (!entry || entry.directory || others.length > 0) throw new Error('One file was expected.');
  const options = { checkSignature: true, ...(password !== undefined && { password }) };
  return { entry, text: () => entry.getData(new TextWriter(), options) };
}
