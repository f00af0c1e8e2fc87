import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from './paths.mjs';
import { fail, run, say } from './run.mjs';

const stamp = join(root, 'node_modules/.chatvault-lock-hash');

/** Runs `npm ci` when node_modules is missing, incomplete or older than the lock file. */
export async function installDependencies() {
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const hash = wanted.digest('hex');
  if (existsSync(projectNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;

  say('Installing the dependencies ...');
  // Install scripts would compile what comes compiled (and fail without Python): only `node` needs
  // its own, which fetches its binary.
  const isInstalled =
    (await npm('ci', '--ignore-scripts')) &&
    (await npm('rebuild', 'node', '--ignore-scripts=false'));
  if (!isInstalled || !existsSync(projectNode)) {
    fail(
      'The dependencies could not be installed; see the messages above. Check the network and the ' +
        'registry that `npm config get registry` names, then run the same command again.',
    );
  }
  // Written last: an interrupted install has no stamp, so the next run repeats it.
  writeFileSync(stamp, hash);
}

/** @param {string[]} args */
async function npm(...args) {
  // npm is a .cmd file on Windows, which needs a shell.
  const options = { shell: process.platform === 'win32' };
  return (
    (await run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], options)) === 0
  );
}
