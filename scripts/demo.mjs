import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { displayEnvironment } from './display.mjs';
import { projectNode, root } from './paths.mjs';
import { fail, run } from './run.mjs';
import { setup } from './setup.mjs';

const story = join(root, 'scripts/demo/story.mjs');
if (!existsSync(story)) fail('There is no scripts/demo/story.mjs: this checkout is incomplete.');
if (!process.argv.includes('--out')) {
  fail('Say where the pictures go: `npm run demo -- --out DIR`.');
}
const { environment } = await setup();
const env = { ...environment, ...(await displayEnvironment()) };
if (!(await build())) fail('The build failed; see the messages above.');
process.exitCode = await run(projectNode, [story, ...process.argv.slice(2)], { env });
