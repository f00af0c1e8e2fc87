import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folder';
import { fakeKeystore } from '../../../tests/support/keystore';
import { NOW_MS } from '../../../tests/support/now';
import { close, newWorkspace, PASSPHRASE, slotsOf } from '../../../tests/support/workspace';
import { MyAccess } from './my-access';
import { UserAdmin } from './user-admin';
import { UserDirectory } from './user-directory';
import { WorkspaceFolder } from './workspace-folder';

/** As the application makes them: every other test makes slots that are cheap to guess. */
it('whatever users know is as hard to guess as OWASP asks, from the first day on', async () => {
  const workspace = new WorkspaceFolder(join(temporaryFolder(), 'workspace'), undefined);
  const { opened } = await workspace.create(newWorkspace());
  onTestFinished(() => close(opened));
  const directory = new UserDirectory({ ...opened, nowMs: () => NOW_MS });
  const kdfs = async () =>
    (await slotsOf(workspace)).users.flatMap(({ passphrase, recovery }) =>
      [passphrase, recovery].flatMap((slot) => slot?.kdf ?? []),
    );
  const created = await kdfs();
  await new UserAdmin(directory, () => NOW_MS).add('Ben', 'editor', 'a first one for ben');
  const access = new MyAccess(directory, fakeKeystore());
  await access.changePassphrase(PASSPHRASE, 'another one, of her own');
  await access.makeRecoveryCode('another one, of her own');
  const changed = await kdfs();

  const all = [...created, ...changed];
  expect(all).toHaveLength(2 + 3);
  // None of them is one that was there before.
  expect(new Set(all.map(({ salt }) => salt)).size).toBe(5);
  for (const { name, N, r, p, salt } of all) {
    expect(name).toBe('scrypt');
    expect(N * r * p).toBeGreaterThanOrEqual(2 ** 17 * 8);
    expect(Buffer.from(salt, 'base64').length).toBeGreaterThanOrEqual(16);
  }
});
