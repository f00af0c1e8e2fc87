import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Store } from '../store/database';
import { readSetting, writeSetting } from '../store/settings';
import { fitBytes } from '../text/fit-bytes';

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

/** Leaves room for what is added here and by SQLite, in the 255 bytes that file systems take. */
const MAX_BASE_BYTES = 200;

/** A name beside a file for what is to become it, or goes into it; nobody else gives such a name. */
export function unfinishedBeside(file: string, ending: '.part' | '.db.part'): string {
  const name = fitBytes(basename(file), MAX_BASE_BYTES);
  return join(dirname(file), `.${name}.${randomBytes(6).toString('hex')}${ending}`);
}

const UNFINISHED = /^\..+\.[0-9a-f]{12}(?:\.db)?\.part$/s;

/**
 * Removes what was remembered, as far as its name is one of {@link unfinishedBeside}: whoever made the
 * backup that this workspace comes from could have written down any file of the user's.
 * To be called while nothing is written, at unlock. A file whose disk is away is tried again then.
 */
export async function removeUnfinished(store: Store): Promise<void> {
  for (const file of await readSetting(store, 'unfinished_files')) {
    if (!UNFINISHED.test(basename(file))) {
      await forgetUnfinished(store, file);
      continue;
    }
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
