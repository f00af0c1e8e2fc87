import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail, run, say } from './run.mjs';

/** What Electron loads beyond a bare Linux, with the Debian package that holds it. */
const electronLibraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libnotify.so.4': 'libnotify4',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libsecret-1.so.0': 'libsecret-1-0',
};

export function ensureElectronLibraries() {
  const known = output('ldconfig', ['-p']);
  // Without ldconfig (NixOS and others) there is nothing to look up: let Electron report.
  if (process.platform !== 'linux' || known === '') return;
  return ensurePackages(
    'Electron needs system libraries',
    Object.entries(electronLibraries)
      .filter(([library]) => !known.includes(`${library} `))
      .map(([, name]) => name),
  );
}

/** A machine without a display needs a virtual one, and often has no fonts to draw text with. */
export function ensureVirtualDisplay() {
  const hasEmoji = /emoji/i.test(output('fc-list', [':', 'family']));
  return ensurePackages('Running without a display needs a virtual one and fonts', [
    ...(hasProgram('Xvfb') ? [] : ['xvfb']),
    ...(hasEmoji ? [] : ['fontconfig', 'fonts-liberation', 'fonts-noto-color-emoji']),
  ]);
}

export function ensureCompiler() {
  const programs = { python3: 'python3', make: 'make', 'g++': 'g++' };
  return ensurePackages(
    'Compiling the database driver needs a compiler',
    Object.entries(programs)
      .filter(([program]) => !hasProgram(program))
      .map(([, name]) => name),
  );
}

/** Programs that the bench compares an export with; where they cannot be installed, it does without. */
export function installPeerPrograms() {
  const programs = { sqlite3: 'sqlite3', '7zz': '7zip' };
  const packages = Object.entries(programs)
    .filter(([program]) => !hasProgram(program))
    .map(([, name]) => name);
  const canInstall = process.getuid?.() === 0 && hasProgram('apt-get');
  return canInstall
    ? ensurePackages('Comparing an export needs other programs', packages)
    : undefined;
}

/**
 * As root, installs the packages by apt; otherwise says what to run, and stops.
 * @param {string} reason
 * @param {string[]} packages
 */
async function ensurePackages(reason, packages) {
  if (packages.length === 0) return;
  if (!hasProgram('apt-get')) {
    fail(`${reason}. Install what your system calls these Debian packages: ${packages.join(' ')}`);
  }
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    say(`${reason}: installing ${packages.join(' ')} ...`);
    await aptGet(['update', '-qq']);
  }
  const names = packages.map(nameInThisRelease);
  if (!isRoot) {
    fail(
      `${reason}. Run this, then the same command again:\n\n  sudo apt-get install -y ${names.join(' ')}\n`,
    );
  }
  const code = await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...names]);
  if (code !== 0) fail(`apt-get could not install ${names.join(' ')}. See its messages above.`);
}

/** @param {string[]} args */
function aptGet(args) {
  return run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

/**
 * Newer releases renamed libraries at the change to 64-bit time: libasound2 is libasound2t64.
 * @param {string} name
 */
function nameInThisRelease(name) {
  const renamed = `${name}t64`;
  return output('apt-cache', ['show', '--no-all-versions', renamed]) === '' ? name : renamed;
}

/** @param {string} program */
function hasProgram(program) {
  return (process.env.PATH ?? '').split(':').some((dir) => existsSync(`${dir}/${program}`));
}

/**
 * What a command prints, or nothing where it fails or does not exist.
 * @param {string} command
 * @param {string[]} args
 */
function output(command, args) {
  // ldconfig is in /sbin, which is not on everybody's path.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  return spawnSync(command, args, { env, encoding: 'utf8' }).stdout ?? '';
}
