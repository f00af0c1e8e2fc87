import { join } from 'node:path';
import { furnish } from '../../main/workspace/furnish';
import {
  type NewWorkspace,
  type OpenedWorkspace,
  WorkspaceFolder,
} from '../../main/workspace/workspace-folder';
import { NOW_MS } from './now';

export const PASSPHRASE = 'correct horse battery staple';

export const newWorkspace = (changes: Partial<NewWorkspace> = {}): NewWorkspace => ({
  name: 'Marketing',
  passphrase: PASSPHRASE,
  userName: 'Admin',
  nowMs: NOW_MS,
  furnish: (store) => furnish(store, 'en', NOW_MS),
  ...changes,
});

export const workspaceIn = (folder: string): WorkspaceFolder =>
  new WorkspaceFolder(join(folder, 'workspace'), undefined);

export async function close({ store, key }: OpenedWorkspace): Promise<void> {
  await store.destroy();
  key.fill(0);
}

/** A workspace on disk, closed. */
export async function createWorkspace(folder: string): Promise<WorkspaceFolder> {
  const workspace = workspaceIn(folder);
  await close(await workspace.create(newWorkspace()));
  return workspace;
}
