import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { promisify } from 'node:util';
import { path7za } from '7zip-bin';

const run = promisify(execFile);

/** The text of an entry, read by 7-Zip. Rejects when the password is wrong. */
export async function readWith7Zip(zip: string, entry: string, password: string): Promise<string> {
  // Some installations unpack the package without its execute bits.
  await chmod(path7za, 0o755);
  const { stdout } = await run(path7za, ['x', '-so', `-p${password}`, zip, entry], {
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  return stdout;
}
