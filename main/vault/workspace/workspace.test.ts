import { statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WorkspaceStatus } from '../../../preload/contract';
import { watchBuffers } from '../../../tests/support/buffers';
import { bundledWorker } from '../../../tests/support/bundle';
import {
  type Desk,
  lockAtEnd,
  openDesk,
  unlockDesk,
  unlockedDesks,
  until,
  userIdOf,
} from '../../../tests/support/desk';
import { smallDisk } from '../../../tests/support/disk';
import { filesIn, temporaryFolder } from '../../../tests/support/folder';
import { PASSPHRASE } from '../../../tests/support/workspace';

const NEXT = 'another passphrase altogether';
const worker = await bundledWorker();
const unlockedDesk = unlockedDesks(worker);

const statesTold = ({ events }: Desk): string[] =>
  events
    .filter(({ name }) => name === 'workspace.changed')
    .map(({ payload }) => (payload as WorkspaceStatus).state);

function isUnlocked({ workspace }: Desk): boolean {
  try {
    return Boolean(workspace.unlocked);
  } catch {
    return false;
  }
}

describe('rotating the key', () => {
  it('keeps whoever works waiting, and asks nobody to log in again', async () => {
    const desk = await unlockedDesk();
    desk.events.length = 0;
    const rotation = desk.get('workspace.rotateKey', undefined);
    await until(() => !isUnlocked(desk));
    const meanwhile = await Promise.all([
      desk.get('experiences.list', undefined),
      desk.get('workspace.status', undefined),
    ]);
    await rotation;
    expect(meanwhile).toMatchObject([[{ name: 'Hello World' }], { state: 'unlocked' }]);
    expect(statesTold(desk)).toEqual(['unlocked']);
    const { entries } = await desk.get('audit.page', { action: 'key.rotated', limit: 10 });
    expect(entries).toMatchObject([{ user: 'Admin' }]);
    expect(await desk.get('audit.verify', undefined)).toMatchObject({ intact: true });
    await desk.get('workspace.lock', undefined);
    await unlockDesk(desk);
    expect(desk.failures).toEqual([]);
  });

  it('that fails on a full disk says so, and the workspace stays unlocked', async (context) => {
    const desk = await unlockedDesk(smallDisk(context, 2_048));
    const { bavail, bsize } = statfsSync(desk.folder);
    writeFileSync(join(desk.folder, 'filler'), Buffer.alloc((bavail - 20) * bsize));
    expect(await desk.call('workspace.rotateKey', undefined)).toMatchObject({
      error: { code: 'workspace.disk_full' },
    });
    expect(await desk.get('experiences.list', undefined)).toHaveLength(1);
    expect(await desk.get('workspace.status', undefined)).toMatchObject({ state: 'unlocked' });
    expect(filesIn(join(desk.folder, 'workspace'))).not.toContain('vault.db.part');
  });
});

it('locked, holds no password of an export that was not saved', async () => {
  const desk = await unlockedDesk();
  const buffersWith = watchBuffers();
  const { password } = await desk.get('exports.prepare', {
    selection: { tables: ['participations'], channels: 'all', language: 'en' },
    purpose: 'Send the prizes',
    accepted: ['delete_soon', 'no_unencrypted', 'keep_secret', 'own_risk'],
  });
  const kept = buffersWith(password);
  expect(kept).toHaveLength(1);
  await desk.get('workspace.lock', undefined);
  expect(kept.flatMap((buffer) => [...buffer])).toEqual(Array(password.length).fill(0));
});

describe('the windows', () => {
  it('hear of a lock once, and before the database is closed', async () => {
    const desk = await unlockedDesk();
    desk.events.length = 0;
    const locking = desk.get('workspace.lock', undefined);
    await until(() => statesTold(desk).length > 0);
    expect(statesTold(desk)).toEqual(['locked']);
    await locking;
    expect(statesTold(desk)).toEqual(['locked']);
  });

  it('hear of a role that its owner has given up', async () => {
    const desk = await unlockedDesk();
    const me = await userIdOf(desk);
    await desk.get('users.add', { name: 'Ben', role: 'admin', passphrase: NEXT });
    await desk.get('users.setRole', { id: me, role: 'auditor' });
    expect(desk.events.at(-1)?.payload).toMatchObject({ user: { role: 'auditor' } });
    expect(await desk.call('users.list', undefined)).toMatchObject({
      error: { code: 'ipc.forbidden' },
    });
  });
});

describe('unlocking', () => {
  it('counts the attempts that failed before', async () => {
    const desk = await unlockedDesk();
    await desk.get('workspace.lock', undefined);
    const userId = await userIdOf(desk);
    await desk.call('workspace.unlock', { userId, passphrase: 'wrong' });
    await desk.call('workspace.recover', { userId, code: 'WRONG-CODE', passphrase: NEXT });
    await unlockDesk(desk);
    const { entries } = await desk.get('audit.page', { action: 'workspace.unlocked', limit: 1 });
    expect(entries).toMatchObject([{ details: { method: 'passphrase', failedAttempts: 2 } }]);
    await desk.get('workspace.lock', undefined);
    await unlockDesk(desk);
    const again = await desk.get('audit.page', { action: 'workspace.unlocked', limit: 1 });
    expect(again.entries).toMatchObject([{ details: { failedAttempts: 0 } }]);
  });

  it('with the recovery code sets a new passphrase and a new code', async () => {
    const desk = openDesk(temporaryFolder(), worker);
    lockAtEnd(desk);
    const request = { name: 'Marketing', userName: 'Ann', passphrase: PASSPHRASE, keystore: true };
    const { recoveryCode } = await desk.get('workspace.create', request);
    await desk.get('workspace.lock', undefined);
    const userId = await userIdOf(desk);
    expect(await desk.get('workspace.status', undefined)).toMatchObject({
      users: [{ name: 'Ann', keystore: true }],
    });
    const recovered = await desk.get('workspace.recover', {
      userId,
      code: recoveryCode,
      passphrase: NEXT,
    });
    expect(recovered).toMatchObject({ status: { state: 'unlocked', user: { name: 'Ann' } } });
    expect(recovered.recoveryCode).not.toBe(recoveryCode);
    await desk.get('workspace.lock', undefined);
    expect(await desk.get('workspace.unlockWithKeystore', { userId })).toMatchObject({
      state: 'unlocked',
    });
    await desk.get('workspace.lock', undefined);
    await unlockDesk(desk, NEXT);
  });
});
