import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => remove(folder));
  return folder;
}

/** A folder for all tests of a file; to be called outside of tests. */
export function sharedFolder(): string {
  const folder = makeFolder();
  afterAll(() => remove(folder));
  return folder;
}

/** Paths, relative to the folder, of the files in which the text can be read. */
export function filesHolding(folder: string, text: string): string[] {
  return filesIn(folder).filter((file) => readFileSync(join(folder, file)).includes(text));
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** The content of every file, to be compared with what it is later. */
export function bytesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((file) => [file, readFileSync(join(folder, file)).toString('base64')]),
  );
}

const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'chatvault-test-'));
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
