import { writeSync } from 'node:fs';
import { scenarios } from './scenarios';

/*
 * The process that gets killed. It says `ready` when the work begins and one line for each thing it
 * acknowledges, written synchronously: what was said has been said.
 */
const [name = '', folder = '', key = ''] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);

say('ready');
scenarios[name]?.run({ folder, key }, say).then(
  () => say('finished'),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
