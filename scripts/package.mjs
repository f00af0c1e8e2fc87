import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build as pack } from 'electron-builder';
import { build } from './build.mjs';
import { driver, nativeAddon } from './native-addon.mjs';
import { root } from './paths.mjs';
import { fail } from './run.mjs';
import { resolveRuntime } from './runtime.mjs';

// `npm run package` makes release/ with the Electron that package.json names, or, where that cannot
// be downloaded, with the registry's: good to check the packaging, not to publish.
const { dist, version } = await resolveRuntime();
const addon = await nativeAddon({ version });
if (!(await build())) fail('The build failed; see the messages above.');
await pack({
  projectDir: root,
  dir: true,
  config: { extends: 'electron-builder.yml', ...(addon && substitute(addon)) },
});

/**
 * @param {string} addon
 * @returns {import('electron-builder').Configuration}
 */
function substitute(addon) {
  const prebuild = `node_modules/${driver}/prebuilds/${process.platform}-${process.arch}.node`;
  return {
    electronDist: dist,
    electronVersion: version,
    // The launcher is for development only.
    afterExtract: ({ appOutDir }) =>
      rm(join(appOutDir, 'resources/app'), { recursive: true, force: true }),
    afterPack: ({ appOutDir }) =>
      copyFile(addon, join(appOutDir, 'resources/app.asar.unpacked', prebuild)),
  };
}
