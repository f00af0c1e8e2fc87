import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { type Desk, lockAtEnd, openDesk, unlockDesk } from '../../../tests/support/desk';
import {
  filesHolding,
  filesIn,
  sharedFolder,
  temporaryFolder,
} from '../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { insertRows, participation } from '../../../tests/support/store';
import { newWorkspace, workspaceIn } from '../../../tests/support/workspace';
import { emailKey } from '../../foundation/person/email-key';
import { openConnection } from '../../foundation/store/connection';
import { erasureFileOf, personHash, saveErasureFile } from '../../vault/retention/erasure-list';

const ANN = 'ann@example.com';
const BOB = 'bob@example.com';
const LATER_MS = NOW_MS + 2 * DAY_MS;
const worker = await bundledWorker();
const template = sharedFolder();
const key = Buffer.alloc(32);

const rowOf = (email: string, session: string, changes: object = {}) =>
  participation({
    email,
    email_key: email,
    session_id: session,
    created_at: NOW_MS,
    expires_at: NOW_MS + 60 * DAY_MS,
    ...changes,
  });

beforeAll(async () => {
  const { opened } = await workspaceIn(template).create(newWorkspace());
  key.set(opened.key);
  await opened.store.destroy();
  const connection = openConnection({ file: join(template, 'workspace/vault.db'), key });
  insertRows({ connection }, 'participations', [
    rowOf(ANN, 'one'),
    // Of the same conversation, before the address was known.
    rowOf(ANN, 'one', { email: null, email_key: null }),
    rowOf(BOB, 'two'),
  ]);
  connection.close();
});

function copiedDesk(folder = temporaryFolder()): { desk: Desk; folder: string } {
  cpSync(template, folder, { recursive: true });
  return { desk: deskOn(folder), folder };
}

function deskOn(folder: string): Desk {
  const desk = openDesk(folder, worker);
  desk.nowMs = NOW_MS;
  lockAtEnd(desk);
  return desk;
}

/** A workspace with a backup from before Ann was erased; locked. */
async function erasedSince() {
  const { desk, folder } = copiedDesk();
  const file = join(temporaryFolder(), 'a.chatvault-backup');
  desk.chooseFile = async () => file;
  await unlockDesk(desk);
  await desk.get('backup.save', undefined);
  desk.nowMs = LATER_MS;
  await desk.get('privacy.erase', { email: ANN });
  await desk.get('workspace.lock', undefined);
  return { desk, folder, file };
}

/** Puts the workspace's folder away, as somebody does whose disk is damaged, and restores. */
async function restored({ desk, folder, file }: Awaited<ReturnType<typeof erasedSince>>) {
  rmSync(join(folder, 'workspace'), { recursive: true });
  desk.chooseSource.backup = async () => file;
  await desk.get('backup.restore', undefined);
}

function emailsIn(folder: string): unknown[] {
  const connection = openConnection({ file: join(folder, 'workspace/vault.db'), key });
  const emails = connection.prepare('select email from participations order by id').pluck().all();
  connection.close();
  return emails;
}

const actionsOf = async (desk: Desk) =>
  (await desk.get('audit.page', { limit: 30 })).entries.map(({ action }) => action);

const listIn = (folder: string): string => {
  const [name = ''] = filesIn(folder).filter((file) => file.startsWith('workspace-erasures/'));
  return join(folder, name);
};

describe('a restored backup', () => {
  it('is without who was erased since, from the first moment, and says so in the log', async () => {
    const erased = await erasedSince();
    await restored(erased);
    expect(emailsIn(erased.folder)).toEqual([ANN, null, BOB]);
    await unlockDesk(erased.desk);
    expect(emailsIn(erased.folder)).toEqual([BOB]);
    const { entries } = await erased.desk.get('audit.page', { limit: 30 });
    const again = entries.find(({ action }) => action === 'person.erased_again');
    expect(again).toMatchObject({ user: 'system', details: { rows: 2, held: 0, people: 1 } });
    await erased.desk.get('workspace.lock', undefined);
    await unlockDesk(erased.desk);
    const actions = await actionsOf(erased.desk);
    expect(actions.filter((action) => action === 'person.erased_again')).toHaveLength(1);
  });

  it.each([
    ['a domain in plain letters', 'anna@xn--mller-kva.example', 'anna@müller.example'],
    ['a name before the address', 'ann lee <ann@x.example>', 'Ann Lee <ann@x.example>'],
  ])('is without whom the list knows by an old form: %s', async (_, was, email) => {
    const { desk, folder } = copiedDesk();
    const databaseFile = join(folder, 'workspace/vault.db');
    const connection = openConnection({ file: databaseFile, key });
    const row = rowOf(email, 'three');
    insertRows({ connection }, 'participations', [{ ...row, email_key: emailKey(email) }]);
    const listKey = connection.prepare('select key from erasure_key').pluck().get() as Buffer;
    connection.close();
    await saveErasureFile(
      erasureFileOf(databaseFile, listKey),
      [
        {
          person: personHash(listKey, was),
          channel: '',
          erased_at: LATER_MS,
          until_ms: LATER_MS + DAY_MS,
        },
      ],
      listKey,
    );
    await unlockDesk(desk);
    expect(emailsIn(folder)).toEqual([ANN, null, BOB]);
  });

  it('keeps what the person has done after the erasure', async () => {
    const { desk, folder } = await erasedSince();
    await unlockDesk(desk);
    const connection = openConnection({ file: join(folder, 'workspace/vault.db'), key });
    insertRows({ connection }, 'participations', [
      rowOf(ANN, 'three', { created_at: LATER_MS + 1, unique_key: 'again' }),
    ]);
    connection.close();
    const file = join(temporaryFolder(), 'later.chatvault-backup');
    desk.chooseFile = async () => file;
    await desk.get('backup.save', undefined);
    await desk.get('workspace.lock', undefined);
    await restored({ desk, folder, file });
    await unlockDesk(desk);
    expect(emailsIn(folder)).toEqual([BOB, ANN]);
    expect(await actionsOf(desk)).not.toContain('person.erased_again');
  });

  it('is without them as well after the key was rotated in between', async () => {
    const erased = await erasedSince();
    await unlockDesk(erased.desk);
    await erased.desk.get('workspace.rotateKey', undefined);
    await erased.desk.get('workspace.lock', undefined);
    await restored(erased);
    await unlockDesk(erased.desk);
    expect(emailsIn(erased.folder)).toEqual([BOB]);
  });

  it('brings them back on another computer, as the certificate says', async () => {
    const { file } = await erasedSince();
    const machine = temporaryFolder();
    const desk = deskOn(machine);
    desk.chooseSource.backup = async () => file;
    await desk.get('backup.restore', undefined);
    await unlockDesk(desk);
    expect(emailsIn(machine)).toEqual([ANN, null, BOB]);
  });
});

describe('the list of erasures', () => {
  it('names nobody, and is its owner’s alone', async () => {
    const { folder } = await erasedSince();
    const list = readFileSync(listIn(folder), 'utf8');
    expect(JSON.parse(list).entries).toHaveLength(1);
    for (const text of [ANN, 'example', 'Ann']) expect(list).not.toContain(text);
    expect(filesHolding(folder, ANN)).toEqual([]);
    if (process.platform !== 'win32') expect(statSync(listIn(folder)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['damaged', () => '{"format":"chatvault-erasures","entries":[]'],
    ['noise', () => '\0'.repeat(9_999)],
    ['emptied by somebody', (text: string) => text.replace(/"entries":\[.*\]/, '"entries":[]')],
    ['dated later by somebody', (text: string) => text.replace(/"erased_at":\d/, '"erased_at":9')],
  ])('that was %s is not believed, is replaced, and the log says so', async (_, change) => {
    const { desk, folder } = await erasedSince();
    const list = listIn(folder);
    const before = readFileSync(list, 'utf8');
    writeFileSync(list, change(before));
    await unlockDesk(desk);
    expect(emailsIn(folder)).toEqual([BOB]);
    expect(readFileSync(list, 'utf8')).toBe(before);
    expect(await actionsOf(desk)).toContain('erasures.list_refused');
  });

  it('is written at the next unlock when a crash came before it', async () => {
    const { desk, folder } = await erasedSince();
    const before = readFileSync(listIn(folder), 'utf8');
    rmSync(listIn(folder));
    await unlockDesk(desk);
    expect(readFileSync(listIn(folder), 'utf8')).toBe(before);
  });

  it('forgets with the longest retention', async () => {
    const { desk, folder } = await erasedSince();
    desk.nowMs = LATER_MS + 20 * DAY_MS;
    await unlockDesk(desk);
    await desk.get('retention.sweep', undefined);
    const entries = () => JSON.parse(readFileSync(listIn(folder), 'utf8')).entries;
    expect(entries()).toHaveLength(1);
    const { maxRetentionDays } = await desk.get('workspace.settings', undefined);
    desk.nowMs = LATER_MS + (maxRetentionDays + 1) * DAY_MS;
    await desk.get('retention.confirmClock', undefined);
    await desk.get('retention.sweep', undefined);
    expect(entries()).toEqual([]);
  });
});
