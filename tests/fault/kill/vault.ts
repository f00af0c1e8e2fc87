import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkspace } from '../../../main/vault/workspace/create-workspace';
import { databaseSaltOf } from '../../../main/vault/workspace/database-file';
import {
  enter,
  generationFor,
  type OpenedWorkspace,
} from '../../../main/vault/workspace/opened-workspace';
import { databaseFileIn, type Place, slotFileIn } from '../../../main/vault/workspace/place';
import { unsealKey } from '../../../main/vault/workspace/sealed-key';
import { readSlotFile } from '../../../main/vault/workspace/slot-file';
import { privateKeyOf } from '../../../main/vault/workspace/user-slots';
import { CHEAP } from '../../support/cost';
import { insertParticipations, NOW_MS } from './rows';
import type { Site } from './scenario';

const PASSPHRASE = 'violet tram unlocks seven lanterns';

export const placeOf = ({ folder }: Site, name = 'workspace'): Place => ({
  path: join(folder, name),
  nativeBinding: undefined,
  cost: CHEAP,
});

const privateKeyFile = ({ folder }: Site): string => join(folder, 'private-key');

/** A whole workspace with one user. */
export async function createVault(site: Site): Promise<void> {
  const { opened } = await createWorkspace(placeOf(site), {
    name: 'Vault',
    userName: 'Ann',
    passphrase: PASSPHRASE,
    nowMs: NOW_MS,
    furnish: insertParticipations,
  });
  const [user] = opened.slots.users;
  assert.ok(user);
  const credential = { kind: 'passphrase' as const, secret: PASSPHRASE };
  // Unwrapped once: no round is about deriving it from the passphrase.
  const privateKey = await privateKeyOf(user, credential, opened.slots.workspaceId);
  writeFileSync(privateKeyFile(site), privateKey);
  await opened.store.destroy();
}

/** Opens the workspace as its user does, from the private key on. */
export async function openVault(site: Site, place = placeOf(site)): Promise<OpenedWorkspace> {
  const file = await readSlotFile(slotFileIn(place.path));
  const [user] = file?.users ?? [];
  assert.ok(file && user);
  const databaseSalt = await databaseSaltOf(databaseFileIn(place.path));
  const sealed = generationFor(file, databaseSalt).sealed[user.id];
  assert.ok(sealed);
  const { workspaceId } = file;
  const owner = { workspaceId, userId: user.id };
  const key = unsealKey(sealed, readFileSync(privateKeyFile(site)), owner);
  return enter(place, file, { key, databaseSalt }, user.id);
}
