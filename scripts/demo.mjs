import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { fail, runTool } from './run.mjs';
import { setup } from './setup.mjs';

/*
 * npm run demo -- --out DIR [--story NAME] [--file FILE]
 *
 * Plays a story of the end-to-end tests in the real application and keeps what it saw: a picture of
 * each step, and what the story leaves beside them.
 */

/**
 * The stories by their names: the end-to-end test that plays each, and whether it is given a file.
 * @type {Record<string, { spec: string, takesFile: boolean }>}
 */
const STORIES = {
  'first-day': { spec: 'story.spec', takesFile: false },
  typebot: { spec: 'typebot.spec', takesFile: true },
  brand: { spec: 'brand.spec', takesFile: false },
  workplace: { spec: 'workplace.spec', takesFile: false },
};

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    story: { type: 'string', default: 'first-day' },
    file: { type: 'string' },
  },
});
const { out, file } = values;
if (out === undefined) fail('Say where the pictures go: `npm run demo -- --out DIR`.');
const names = Object.keys(STORIES).join(', ');
const story = Object.hasOwn(STORIES, values.story) ? STORIES[values.story] : undefined;
if (!story) fail(`There is no story "${values.story}". There are: ${names}.`);
if (file !== undefined && !story.takesFile) fail(`The story "${values.story}" takes no file.`);

/** As the user meant it: npm starts scripts in the project's folder. */
/** @param {string} path */
const absolute = (path) => resolve(process.env.INIT_CWD ?? '.', path);

const { environment } = await setup();
if (!(await build())) fail('The build failed; see the messages above.');
process.exitCode = await runTool('playwright/cli.js', ['test', '--reporter=list', story.spec], {
  env: {
    ...environment,
    CHATVAULT_DEMO_OUT: absolute(out),
    ...(file !== undefined && { CHATVAULT_DEMO_FILE: absolute(file) }),
  },
});
