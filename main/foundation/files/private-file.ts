import { chmod, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** For the owner alone. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** Makes an empty file that nobody else can read; SQLite takes one for a new database. */
export async function createPrivately(file: string): Promise<void> {
  const handle = await open(file, 'wx', FILE_MODE);
  await handle.close();
}

/**
 * Takes from others the right to read a folder and the files in it. Where the system knows no such
 * rights, or they are somebody else's to give, it leaves them: the content is encrypted anyway.
 */
export async function makePrivate(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await chmod(folder, FOLDER_MODE).catch(() => undefined);
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    // Never through a link: what it leads to is not ours.
    const found = await lstat(file).catch(() => null);
    if (found?.isFile()) await chmod(file, FILE_MODE).catch(() => undefined);
  }
}
