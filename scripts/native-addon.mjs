import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { makeOnce } from './make-once.mjs';
import { projectNode, root } from './paths.mjs';
import { fail, run, say } from './run.mjs';
import { ensureCompiler } from './system-libraries.mjs';

export const driver = 'better-sqlite3-multiple-ciphers';

/**
 * The driver asks for Node-API 10. Node-API 9 has the same functions as experimental ones, and
 * these switches make the driver use them so.
 */
const flags = [
  '-UNAPI_VERSION',
  '-DNAPI_EXPERIMENTAL',
  '-DNODE_API_EXPERIMENTAL_NO_WARNING',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
].join(' ');

/**
 * The driver ships compiled for Node-API 10, which Electron has since 35, and which crashes older
 * ones. For those, compiles it from source and returns its path; for others, nothing.
 * @param {{ version: string }} runtime
 */
export async function nativeAddon(runtime) {
  if (Number.parseInt(runtime.version, 10) >= 35) return undefined;
  const source = join(root, 'node_modules', driver);
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  const hash = createHash('sha256').update(flags).digest('hex').slice(0, 8);
  const name = `${driver}-${version}-${process.platform}-${process.arch}-${hash}`;
  const directory = await makeOnce(name, async (directory) => {
    await ensureCompiler();
    say('Compiling the database driver for this Electron (one to three minutes, once) ...');
    await compile(source, join(directory, 'build'));
    await rename(
      join(directory, 'build/build/Release/better_sqlite3.node'),
      join(directory, 'better_sqlite3.node'),
    );
    await rm(join(directory, 'build'), { recursive: true });
  });
  return join(directory, 'better_sqlite3.node');
}

/**
 * Compiles a copy: a build folder inside node_modules would change what the driver loads elsewhere.
 * @param {string} source
 * @param {string} copy
 */
async function compile(source, copy) {
  const prebuilds = join(source, 'prebuilds') + sep;
  await cp(source, copy, {
    recursive: true,
    filter: (path) => !`${path}${sep}`.startsWith(prebuilds),
  });
  const headers = headersPrefix();
  const code = await run(
    projectNode,
    [
      join(root, 'node_modules/node-gyp/bin/node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      '--jobs=max',
      '--loglevel=error',
      ...(headers ? [`--nodedir=${headers}`] : []),
    ],
    {
      cwd: copy,
      stdio: ['ignore', 'ignore', 'inherit'],
      // The copy is outside the project, and its build file asks Node for node-addon-api.
      env: { ...process.env, CXXFLAGS: `${flags} -w`, NODE_PATH: join(root, 'node_modules') },
    },
  );
  if (code !== 0) {
    fail(
      'The database driver could not be compiled; see the messages above. If Node headers are ' +
        'missing, set npm_config_nodedir to the folder where Node is installed with its include folder.',
    );
  }
}

/** Where Node's headers are; without any, node-gyp downloads them. */
function headersPrefix() {
  return [
    process.env.npm_config_nodedir,
    // The Node that runs npm, since the project's own comes without headers.
    process.env.npm_node_execpath && dirname(dirname(process.env.npm_node_execpath)),
    '/usr/local',
    '/usr',
  ].find((prefix) => prefix && existsSync(join(prefix, 'include/node/node_api.h')));
}
