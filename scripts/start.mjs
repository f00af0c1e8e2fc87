import { build } from './build.mjs';
import { hasDisplay } from './display.mjs';
import { root } from './paths.mjs';
import { fail, run } from './run.mjs';
import { setup } from './setup.mjs';

if (!hasDisplay()) {
  fail(
    'ChatVault needs a display, and this machine has none (neither DISPLAY nor WAYLAND_DISPLAY is ' +
      'set). To see it work without one, run `npm run demo -- --out DIR`: it takes pictures.',
  );
}
const { executable, flags, environment } = await setup();
if (!(await build())) fail('The build failed; see the messages above.');
const args = [...flags, root, ...process.argv.slice(2)];
process.exitCode = await run(executable, args, { env: environment });
