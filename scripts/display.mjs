import { spawn } from 'node:child_process';
import { fail } from './run.mjs';
import { ensureVirtualDisplay } from './system-libraries.mjs';

export function hasDisplay() {
  return (
    process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  );
}

/**
 * Makes sure there is a display until this script ends, and returns the environment to reach it.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function displayEnvironment() {
  return hasDisplay() ? {} : virtualDisplay();
}

/**
 * Starts a display that nobody sees, until this process ends, and returns the environment to reach
 * it. Xvfb picks a free number and tells it, so that parallel runs never collide.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function virtualDisplay() {
  await ensureVirtualDisplay();
  // Without -noreset it begins anew whenever its last window is gone, and refuses who comes meanwhile.
  const screen = ['-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'];
  const xvfb = ['Xvfb', '-displayfd', '3', ...screen];
  // Detached: Ctrl-C must end what runs on the display before the display itself. The death signal
  // ends it with this script, even when that is killed.
  const server = spawn('setpriv', ['--pdeathsig', 'TERM', ...xvfb], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const pipe = /** @type {import('node:net').Socket} */ (server.stdio[3]);
  const number = await new Promise((resolve) => {
    pipe.once('data', (data) => resolve(String(data).trim()));
    server.once('error', () => resolve('')).once('exit', () => resolve(''));
  });
  if (number === '') fail('Xvfb could not start a virtual display. Try `Xvfb :99` by hand.');
  // Neither may keep this script alive.
  server.unref();
  pipe.unref();
  return { DISPLAY: `:${number}` };
}
