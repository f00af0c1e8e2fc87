import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectNode, root } from './paths.mjs';
import { run, say } from './run.mjs';

const stamp = join(root, 'out/.sources-hash');
const sources = [
  'main',
  'preload',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** Builds the app into out/ when its sources changed since the last build; false if that failed. */
export async function build() {
  const hash = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  say('Building ...');
  // Removed first and written last: an interrupted build is repeated.
  rmSync(stamp, { force: true });
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  if ((await run(projectNode, [vite, 'build', '--logLevel', 'warn'])) !== 0) return false;
  writeFileSync(stamp, hash);
  return true;
}

/**
 * Whether a file, by its path in the project, is part of what is built.
 * @param {string} path
 */
export function isSource(path) {
  if (path.includes('.test.')) return false;
  return sources.some((source) => path === source || path.startsWith(`${source}/`));
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    const files = statSync(path).isFile() ? [''] : readdirSync(path, { recursive: true }).sort();
    for (const name of files.map(String)) {
      const file = join(path, name);
      if (!isSource(`${source}/${name}`) || !statSync(file).isFile()) continue;
      hash.update(`${source}/${name}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await build()) ? 0 : 1;
