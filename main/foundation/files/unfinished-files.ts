import { rm } from 'node:fs/promises';
import type { Store } from '../store/database';
import { readSetting, writeSetting } from '../store/settings';

/*
 * Files that are being written outside the workspace. When the process is killed meanwhile, the next
 * unlock removes them: half an export is personal data that nobody asked for.
 */

/** The file itself, and what SQLite keeps beside a database that it writes. */
const BESIDE = ['', '-journal', '-wal', '-shm'];

export function rememberUnfinished(store: Store, file: string): Promise<void> {
  return change(store, (files) => [...files, file]);
}

export function forgetUnfinished(store: Store, file: string): Promise<void> {
  return change(store, (files) => files.filter((other) => other !== file));
}

/** To be called while nothing is written, at unlock. A file whose disk is away is tried again then. */
export async function removeUnfinished(store: Store): Promise<void> {
  for (const file of await readSetting(store, 'unfinished_files')) {
    const files = BESIDE.map((suffix) => rm(file + suffix, { force: true }));
    const isGone = await Promise.all(files).then(
      () => true,
      () => false,
    );
    if (isGone) await forgetUnfinished(store, file);
  }
}

async function change(store: Store, to: (files: string[]) => string[]): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const files = await readSetting(transaction, 'unfinished_files');
    await writeSetting(transaction, 'unfinished_files', to(files));
  });
}
