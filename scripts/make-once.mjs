import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './paths.mjs';

/**
 * Makes a folder of the cache the first time it is wanted, and returns its path. It is made under a
 * temporary name and then renamed, so that an interrupted or parallel run leaves nothing half done.
 * @param {string} name
 * @param {(directory: string) => Promise<void>} make
 */
export async function makeOnce(name, make) {
  const target = join(cacheDir, name);
  if (existsSync(target)) return target;
  mkdirSync(cacheDir, { recursive: true });
  removeLeftovers();
  const temporary = join(cacheDir, `.making-${process.pid}`);
  mkdirSync(temporary);
  await make(temporary);
  try {
    renameSync(temporary, target);
  } catch (error) {
    // A parallel run was faster: use its result.
    if (!existsSync(target)) throw error;
    rmSync(temporary, { recursive: true });
  }
  return target;
}

/** Removes what interrupted runs left behind. */
function removeLeftovers() {
  for (const entry of readdirSync(cacheDir)) {
    const pid = /^\.making-(\d+)$/.exec(entry)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(cacheDir, entry), { recursive: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process exists as well.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
