import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Bundles a TypeScript entry for Node and returns the file, which goes with this process. It lies
 * inside the project, for the native addon to be found from there.
 * @param {string} entry
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function bundle(entry, name) {
  const outDir = join(root, `node_modules/.cache/chatvault-${name}`, String(process.pid));
  mkdirSync(outDir, { recursive: true });
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  // Only now: Vite is there once the dependencies are installed.
  const vite = await import('vite');
  await vite.build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers', 'playwright'] },
    build: {
      ssr: entry,
      outDir,
      rolldownOptions: { output: { format: 'es', entryFileNames: `${name}.mjs` } },
    },
  });
  return join(outDir, `${name}.mjs`);
}
