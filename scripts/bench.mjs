import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { displayEnvironment } from './display.mjs';
import { projectNode, root } from './paths.mjs';
import { fail, run } from './run.mjs';
import { setup } from './setup.mjs';
import { installPeerPrograms } from './system-libraries.mjs';

/*
 * npm run bench                                everything, with a table at the end
 * npm run bench -- NAME ... --rows N --runs N  some, with other sizes
 * npm run bench -- --json FILE                 the figures for programs as well
 *
 * Every speed is measured in turns with something to compare it with, in the same run.
 */
const { environment } = await setup();
const display = await displayEnvironment();
await installPeerPrograms();
if (!(await build())) fail('The build failed; see the messages above.');
// Inside the project, for the native addon to be found from there.
const outDir = join(root, 'node_modules/.cache/chatvault-bench', String(process.pid));
mkdirSync(outDir, { recursive: true });
process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
await bundle();
process.exitCode = await run(projectNode, [join(outDir, 'bench.mjs'), ...process.argv.slice(2)], {
  env: { ...environment, ...display, CHATVAULT_ROOT: root },
});

async function bundle() {
  // Only now: Vite is there once the dependencies are installed.
  const vite = await import('vite');
  await vite.build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers'] },
    build: {
      ssr: 'tests/bench/index.ts',
      outDir,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'bench.mjs' } },
    },
  });
}
