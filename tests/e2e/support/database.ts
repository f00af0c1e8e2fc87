import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { unsealKey } from '../../../main/vault/workspace/sealed-key';
import { readSlotFile } from '../../../main/vault/workspace/slot-file';
import { privateKeyOf } from '../../../main/vault/workspace/user-slots';
import { PASSPHRASE } from './pages';
import { workspaceOf } from './vault';

/** Works on the database of a workspace that is not open, past the application. */
export async function withDatabase<T>(
  userData: string,
  work: (database: Database.Database) => T,
): Promise<T> {
  const folder = workspaceOf(userData);
  const database = new Database(join(folder, 'vault.db'));
  try {
    database.pragma(`cipher='sqlcipher'`);
    database.pragma('legacy=4');
    database.key(Buffer.from(`x'${(await keyOf(folder)).toString('hex')}'`));
    return work(database);
  } finally {
    database.close();
  }
}

async function keyOf(folder: string): Promise<Buffer> {
  const file = await readSlotFile(join(folder, 'workspace.json'));
  const [user] = file?.users ?? [];
  const sealed = user && file?.keys[0]?.sealed[user.id];
  if (!file || !sealed) throw new Error('There is no workspace.');
  const { workspaceId } = file;
  const credential = { kind: 'passphrase' as const, secret: PASSPHRASE };
  const privateKey = await privateKeyOf(user, credential, workspaceId);
  return unsealKey(sealed, privateKey, { workspaceId, userId: user.id });
}
