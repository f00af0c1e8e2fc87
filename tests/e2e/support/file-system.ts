import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * Folders that refuse, made of small file systems in memory: root ignores permission bits, and
 * only a real file system runs full. Mounting needs root on Linux; elsewhere the tests skip.
 */

export const CANNOT_MOUNT = 'mounting a file system needs root on Linux';

export function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** Mounts a file system in memory. Whoever does unmounts it before the folder is removed. */
export async function mountMemory(folder: string, options: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  return folder;
}

export function unmount(folder: string): void {
  execFileSync('umount', [folder]);
}

/** Files below the folder in which the text can be read, in the encodings that programs use. */
export function filesTelling(folder: string, text: string): string[] {
  const encodings = ['utf8', 'utf16le', 'base64', 'hex'] as const;
  const patterns = encodings.map((encoding) =>
    encoding === 'base64' || encoding === 'hex'
      ? Buffer.from(Buffer.from(text).toString(encoding).replace(/=+$/, '').slice(0, -1))
      : Buffer.from(text, encoding),
  );
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file);
      return patterns.some((pattern) => content.includes(pattern));
    });
}
