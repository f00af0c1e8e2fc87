import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from 'playwright/test';
import { virtualDisplay } from '../../scripts/display.mjs';
import { createWorkspace, moduleNode } from './support/pages';
import { commandLine, expect, test } from './support/vault';

const ROOT = resolve(import.meta.dirname, '../..');
const RELEASE = join(ROOT, 'release/linux-unpacked/chatvault');

test('a release is packed with its fuses set, and starts with them', async ({ folder }) => {
  test.skip(process.platform !== 'linux', 'Releases for other systems are packed on them.');
  // All of Electron is copied and packed, as fast as the disk is.
  test.slow();
  await promisify(execFile)(process.execPath, ['scripts/package.mjs'], { cwd: ROOT });

  await test.step('its fuses', async () => {
    const wire = await getCurrentFuseWire(RELEASE);
    const isOn = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocol: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      cookieEncryption: true,
      asarIntegrity: true,
      onlyAsar: true,
      fileProtocol: false,
    });
  });

  await test.step('a workspace in it', async () => {
    const userData = join(folder, 'user-data');
    // Without the development application, which a release does not load anyway.
    const [, ...flags] = commandLine(userData).args;
    // A new display: nobody touches the worker's, and after ten minutes a workspace on it locks itself.
    const env = { ...process.env, ...(await virtualDisplay()) };
    const release = spawn(RELEASE, [...flags, '--remote-debugging-port=0'], {
      env,
      stdio: 'ignore',
      // A group of its own, so that its pages and services can be killed with it.
      detached: true,
    });
    const ended = new Promise((resolve) => release.once('exit', resolve));
    try {
      const told = join(userData, 'DevToolsActivePort');
      await expect.poll(() => existsSync(told), { timeout: 60_000 }).toBe(true);
      const [port] = readFileSync(told, 'utf8').split('\n');
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const [context] = browser.contexts();
      const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
      if (!page) throw new Error('The release has no window.');
      await createWorkspace(page);
      await expect(moduleNode(page, 'Choice')).toBeVisible();
    } finally {
      // One that hangs would not end when asked, and the test would end without saying why.
      const isRunning = release.exitCode === null && release.signalCode === null;
      if (release.pid && isRunning) process.kill(-release.pid, 'SIGKILL');
      await ended;
    }
  });
});
