import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { projectNode, root } from './paths.mjs';

/**
 * Runs a command in the project folder, its output on ours, and resolves with its exit code.
 * Ctrl-C reaches the command by itself (same terminal): we stay until it has ended, then end too.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    let isInterrupted = false;
    const stay = () => {
      isInterrupted = true;
    };
    const forward = () => child.kill('SIGTERM');
    process.on('SIGINT', stay).on('SIGTERM', forward);
    const stopListening = () => process.off('SIGINT', stay).off('SIGTERM', forward);
    child.once('error', (error) => {
      stopListening();
      reject(error);
    });
    child.once('close', (code, signal) => {
      stopListening();
      if (isInterrupted) process.exit(130);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * Runs a tool of node_modules, named by its script file, under the project's Node.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runTool(file, args, options) {
  return run(projectNode, [join(root, 'node_modules', file), ...args], options);
}

/**
 * Says what is wrong and what to do about it, and ends the script.
 * @param {string} message
 * @returns {never}
 */
export function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

/**
 * Progress goes to stderr: what a script prints for other programs stays alone on stdout.
 * @param {string} message
 */
export function say(message) {
  console.error(`[chatvault] ${message}`);
}
