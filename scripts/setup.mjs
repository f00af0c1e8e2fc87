import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nativeAddon } from './native-addon.mjs';
import { resolveRuntime } from './runtime.mjs';
import { ensureElectronLibraries } from './system-libraries.mjs';

/**
 * Gets everything that Electron needs to run here, and returns how to run it. The end-to-end tests
 * and the demo get the same by the variables of `environment`.
 */
export async function setup() {
  await ensureElectronLibraries();
  const runtime = await resolveRuntime();
  const addon = await nativeAddon(runtime);
  const flags = electronFlags();
  return {
    ...runtime,
    flags,
    environment: {
      ...process.env,
      CHATVAULT_ELECTRON: runtime.executable,
      CHATVAULT_ELECTRON_FLAGS: JSON.stringify(flags),
      ...(addon && { CHATVAULT_NATIVE_BINDING: addon }),
    },
  };
}

function electronFlags() {
  if (process.platform !== 'linux') return [];
  return [
    ...(canSandbox() ? [] : ['--no-sandbox']),
    ...(existsSync('/dev/dri') ? [] : ['--disable-gpu']),
  ];
}

/** Chromium's sandbox refuses root, and needs user namespaces, which some systems forbid. */
function canSandbox() {
  const isRoot = process.getuid?.() === 0;
  return !isRoot && spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0;
}

// `eval "$(npm run -s setup)"` sets the variables, to run a single test or a debugger by hand.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { environment } = await setup();
  for (const [name, value] of Object.entries(environment)) {
    if (name.startsWith('CHATVAULT_')) console.log(`export ${name}='${value}'`);
  }
}
