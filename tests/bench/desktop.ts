import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { furnish } from '../../main/chat/experiences/furnish';
import { WorkspaceFolder } from '../../main/vault/workspace/workspace-folder';
import type { Bench, Options } from './bench';
import { exportMemory } from './export';
import { compare } from './figure';
import { familyOf, pssMegabytes } from './pss';

/** Long enough for what a start leaves behind to be collected. */
const SETTLE_MS = 4_000;
const CONTENTS = { app: 'ChatVault', bare: 'bare Electron' } as const;
type Contents = keyof typeof CONTENTS;

/** From the start of the process to a page that can be used: to unlock a workspace. */
export const start: Bench = {
  name: 'start',
  rows: 0,
  run: async (options) => {
    const template = await makeWorkspace(options);
    const measure = (contents: Contents) => async () => {
      const { process, shownMs, end } = await launch(contents, template, options);
      await end(process);
      return shownMs;
    };
    const subject = { name: 'start', rows: 0, runs: options.runs, unit: 'ms', target: '<= 2x' };
    return [
      await compare({ ...subject, reference: CONTENTS.bare }, measure('app'), measure('bare')),
    ];
  },
};

/** At rest on the page that unlocks, all processes together; and what an export adds. */
export const memory: Bench = {
  name: 'memory',
  rows: 1_000_000,
  run: async (options) => {
    if (process.platform !== 'linux') {
      console.error('Memory is only measured on Linux, which tells what processes share.');
      return [];
    }
    const template = await makeWorkspace(options);
    const measure = (contents: Contents) => async () => {
      const { process, end } = await launch(contents, template, options);
      await pause(SETTLE_MS);
      const megabytes = pssMegabytes(familyOf(process.pid ?? 0));
      await end(process);
      return megabytes;
    };
    const subject = { name: 'memory', rows: 0, runs: options.runs, unit: 'MB', target: '<= 1.4x' };
    return [
      await compare({ ...subject, reference: CONTENTS.bare }, measure('app'), measure('bare')),
      await exportMemory(options),
    ];
  },
};

async function makeWorkspace({ folder }: Options): Promise<string> {
  const path = join(mkdtempSync(join(folder, 'workspace-')), 'workspace');
  const { opened } = await new WorkspaceFolder(path, undefined).create({
    name: 'Bench',
    userName: 'Admin',
    passphrase: 'correct horse battery staple',
    nowMs: Date.now(),
    furnish: (store) => furnish(store, 'en', Date.now()),
  });
  await opened.store.destroy();
  return path;
}

async function launch(contents: Contents, template: string, { folder }: Options) {
  const userData = mkdtempSync(join(folder, 'user-data-'));
  cpSync(template, join(userData, 'workspace'), { recursive: true });
  const flags: string[] = JSON.parse(process.env.CHATVAULT_ELECTRON_FLAGS ?? '[]');
  const args = [
    join(process.env.CHATVAULT_ROOT ?? '', 'tests/bench/electron', contents),
    ...flags,
    `--user-data-dir=${userData}`,
    '--lang=en-US',
  ];
  const begin = performance.now();
  const child = spawn(process.env.CHATVAULT_ELECTRON ?? '', args, {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await shown(child);
  const shownMs = performance.now() - begin;
  const end = async (electron: ChildProcess): Promise<void> => {
    // As fast as possible: nothing of it is kept.
    electron.kill('SIGKILL');
    await once(electron, 'exit');
    rmSync(userData, { recursive: true, force: true, maxRetries: 10 });
  };
  return { process: child, shownMs, end };
}

/** The probe says so once there is something to read on the page. */
function shown(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (data) => {
      if (String(data).includes('page shown')) resolve();
    });
    child.once('exit', () => reject(new Error('Electron ended before it showed its page.')));
  });
}
