import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Inside the project, for the native addon to be found from there. */
const cache = join(root, 'node_modules/.cache/chatvault-tests');

/**
 * Builds a script that runs by itself, in a worker thread or a process of its own, and returns its
 * path. To be called outside of tests: it is gone when the file's tests are over.
 */
export async function bundle(entry: string): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'bundle-'));
  afterAll(() => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers'] },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'bundle.cjs' } },
    },
  });
  return join(outDir, 'bundle.cjs');
}

/**
 * Never called: imports by which vitest sees that a change of what is bundled reaches the tests that
 * run it, for `npm test -- --changed`.
 */
export const whatBundlesHold = [
  () => import('../../main/operations/worker'),
  () => import('../fault/kill/process'),
];

export const bundledWorker = (): Promise<string> => bundle('main/operations/worker.ts');
