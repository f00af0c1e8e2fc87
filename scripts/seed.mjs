import { bundle } from './bundle.mjs';
import { projectNode } from './paths.mjs';
import { run } from './run.mjs';
import { setup } from './setup.mjs';

/*
 * npm run seed -- --rows N                  makes a workspace with N conversations and what they stored
 * npm run seed -- --rows N --workspace DIR  fills the workspace in this folder
 * npm run seed -- --rows N --table NAME     only this table; can be given several times
 *
 * CHATVAULT_PASSPHRASE opens a workspace that is there already.
 */
const { environment } = await setup();
const file = await bundle('tests/seed/index.ts', 'seed');
process.exitCode = await run(projectNode, [file, ...process.argv.slice(2)], { env: environment });
