// `node scripts/bootstrap.mjs NAME ...` installs the dependencies, then runs scripts/NAME.mjs under
// the project's own Node. Only this file and its two imports run on whatever Node the machine has.
import { installDependencies } from './install-dependencies.mjs';
import { projectNode, root } from './paths.mjs';
import { run } from './run.mjs';

const [name, ...args] = process.argv.slice(2);
await installDependencies();
process.exitCode = await run(projectNode, [`${root}/scripts/${name}.mjs`, ...args]);
