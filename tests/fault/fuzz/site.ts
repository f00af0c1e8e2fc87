import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openConnection } from '../../../main/foundation/store/connection';
import type { WorkspaceFolder } from '../../../main/vault/workspace/workspace-folder';
import { temporaryFolder } from '../../support/folder';
import { type FakeKeystore, fakeKeystore } from '../../support/keystore';
import { NOW_MS } from '../../support/now';
import { insertRows, participation } from '../../support/store';
import { close, newWorkspace, workspaceIn } from '../../support/workspace';
import { refusedOr } from './fuzz';

const ROWS = 300;

/** A workspace that its user opens by the key store, which costs no time as a passphrase does. */
export interface Site {
  /** As it was made; never changed. */
  readonly template: string;
  readonly keystore: FakeKeystore;
  readonly userId: string;
}

export async function makeSite(): Promise<Site> {
  const template = temporaryFolder();
  const keystore = fakeKeystore();
  const { opened } = await workspaceIn(template).create(newWorkspace({ keystore }));
  const key = Buffer.from(opened.key);
  const userId = opened.user.id;
  await close(opened);
  const connection = openConnection({ file: join(template, 'workspace/vault.db'), key });
  insertRows(
    { connection },
    'participations',
    Array.from({ length: ROWS }, (_, index) => participation({ email: `p${index}@example.com` })),
  );
  connection.close();
  return { template, keystore, userId };
}

/** Puts the workspace there anew, as it was made. */
export function furnish({ template }: Site, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(template, folder, { recursive: true });
}

/** Opens it and reads all rows: there are all of them, or the user is told why not. */
export async function openAndRead(
  workspace: WorkspaceFolder,
  { keystore, userId }: Pick<Site, 'keystore' | 'userId'>,
): Promise<boolean> {
  const circumstances = { nowMs: NOW_MS, failedAttempts: 0 };
  const read = await refusedOr(async () => {
    await workspace.inspect();
    const opened = await workspace.open({
      userId,
      credential: { kind: 'keystore', keystore },
      ...circumstances,
    });
    try {
      return await opened.store.selectFrom('participations').selectAll().execute();
    } finally {
      await close(opened);
    }
  });
  if (read) expect(read).toHaveLength(ROWS);
  return read !== null;
}
