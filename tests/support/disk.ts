import { execFileSync } from 'node:child_process';
import { onTestFinished, type TestContext } from 'vitest';
import { temporaryFolder } from './folder';

/** A disk of its own that is full after so many kilobytes. Skips the test where none can be mounted. */
export function smallDisk(context: TestContext, kilobytes: number): string {
  return mounted(context, `size=${kilobytes}k`);
}

/** Whether the folder's disk takes writes; a folder's permissions would not stop root. */
export function setReadOnly(folder: string, isReadOnly: boolean): void {
  execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder], { stdio: 'pipe' });
}

function mounted(context: TestContext, options: string): string {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    context.skip('Mounting a small disk needs root on Linux.');
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}
