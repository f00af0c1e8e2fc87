import { build } from './build.mjs';
import { bundle } from './bundle.mjs';
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
const file = await bundle('tests/bench/index.ts', 'bench');
process.exitCode = await run(projectNode, [file, ...process.argv.slice(2)], {
  env: { ...environment, ...display, CHATVAULT_ROOT: root },
});
