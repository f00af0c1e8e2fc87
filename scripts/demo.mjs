import { build } from './build.mjs';
import { displayEnvironment } from './display.mjs';
import { fail, runTool } from './run.mjs';
import { setup } from './setup.mjs';

/*
 * npm run demo -- --out DIR
 *
 * Plays the story of the end-to-end test in the real application and keeps what it saw: a picture
 * of each step, the exported zip, and story.json with its one-time password.
 */
const at = process.argv.indexOf('--out');
const out = at < 0 ? undefined : process.argv[at + 1];
if (out === undefined) fail('Say where the pictures go: `npm run demo -- --out DIR`.');

const { environment } = await setup();
const display = await displayEnvironment();
if (!(await build())) fail('The build failed; see the messages above.');
process.exitCode = await runTool('playwright/cli.js', ['test', '--reporter=list', 'story'], {
  env: { ...environment, ...display, CHATVAULT_DEMO_OUT: out },
});
