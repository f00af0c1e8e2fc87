import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { setReadOnly, smallDisk } from '../../tests/support/disk';
import {
  bytesIn,
  filesHolding,
  filesIn,
  sharedFolder,
  temporaryFolder,
} from '../../tests/support/folder';
import {
  close,
  createWorkspace,
  newWorkspace,
  PASSPHRASE,
  workspaceIn,
} from '../../tests/support/workspace';
import { Experiences } from '../store/experiences';
import { SlotFile } from './slot-file';

/** One workspace, copied for each test: making it takes the time that guessing is meant to take. */
const template = sharedFolder();
beforeAll(async () => void (await createWorkspace(template)));

function copied() {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  const path = (name: string): string => join(folder, 'workspace', name);
  return {
    folder,
    workspace: workspaceIn(folder),
    database: path('vault.db'),
    slots: path('workspace.json'),
  };
}

describe('a new workspace', () => {
  it('has a folder with the database and its key slots, and nothing half-made beside it', () => {
    expect(filesIn(template)).toEqual(['workspace/vault.db', 'workspace/workspace.json']);
  });

  it('is for its owner only', () => {
    expect(statSync(join(template, 'workspace')).mode & 0o077).toBe(0);
    expect(statSync(join(template, 'workspace/workspace.json')).mode & 0o077).toBe(0);
  });

  it('holds its passphrase in no file, and no text of its experiences', () => {
    expect(filesHolding(template, PASSPHRASE)).toEqual([]);
    expect(filesHolding(template, 'Hello World')).toEqual([]);
  });

  it('is there at once with an admin and the sample experience', async () => {
    const opened = await workspaceIn(template).open(PASSPHRASE);
    expect(opened).toMatchObject({ name: 'Marketing', user: { name: 'Admin', role: 'admin' } });
    expect(await new Experiences(opened.store).list()).toMatchObject([{ name: 'Hello World' }]);
    await close(opened);
  });

  it('never takes the place of one that is there', async () => {
    const { folder, workspace } = copied();
    const before = bytesIn(folder);
    await expect(workspace.create(newWorkspace())).rejects.toThrow('workspace.exists');
    expect(bytesIn(folder)).toEqual(before);
  });

  it('takes the place of an empty folder, and of a half-made one that a crash left', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'workspace'));
    mkdirSync(join(folder, 'workspace.part'));
    writeFileSync(join(folder, 'workspace.part/vault.db'), 'half a database');
    await createWorkspace(folder);
    expect(filesIn(folder)).toEqual(['workspace/vault.db', 'workspace/workspace.json']);
  });

  it('is not there at all when furnishing it fails', async () => {
    const folder = temporaryFolder();
    const furnish = async () => {
      throw new Error('No chairs.');
    };
    await expect(workspaceIn(folder).create(newWorkspace({ furnish }))).rejects.toThrow(
      'No chairs.',
    );
    expect(filesIn(folder)).toEqual([]);
    expect(await workspaceIn(folder).inspect()).toBeNull();
  });

  it('says that the disk is full, and leaves nothing on it', async (context) => {
    const folder = smallDisk(context, 64);
    await expect(workspaceIn(folder).create(newWorkspace())).rejects.toThrow('workspace.disk_full');
    expect(filesIn(folder)).toEqual([]);
  });

  it('says that the folder cannot be written', async (context) => {
    const folder = smallDisk(context, 1_024);
    setReadOnly(folder, true);
    await expect(workspaceIn(folder).create(newWorkspace())).rejects.toThrow(
      'workspace.folder_not_writable',
    );
  });
});

describe('looking at a workspace', () => {
  it('tells its name without the passphrase, and changes nothing', async () => {
    const { folder, workspace } = copied();
    const before = bytesIn(folder);
    expect(await workspace.inspect()).toBe('Marketing');
    expect(bytesIn(folder)).toEqual(before);
  });

  it('finds none in an empty place', async () => {
    expect(await workspaceIn(temporaryFolder()).inspect()).toBeNull();
  });

  it('tells a missing or empty database from a new workspace', async () => {
    const { workspace, database } = copied();
    truncateSync(database, 0);
    await expect(workspace.inspect()).rejects.toThrow('workspace.database_missing');
    rmSync(database);
    await expect(workspace.inspect()).rejects.toThrow('workspace.database_missing');
  });

  it('tells missing key slots from a new workspace: the data are still there', async () => {
    const { workspace, slots } = copied();
    rmSync(slots);
    await expect(workspace.inspect()).rejects.toThrow('workspace.slots_missing');
  });
});

describe('opening a workspace', () => {
  it('needs one', async () => {
    const opening = workspaceIn(temporaryFolder()).open(PASSPHRASE);
    await expect(opening).rejects.toThrow('workspace.not_found');
  });

  it('is refused with a wrong passphrase, and changes nothing', async () => {
    const { folder, workspace } = copied();
    const before = bytesIn(folder);
    await expect(workspace.open('correct horse battery stapl')).rejects.toThrow(
      'workspace.wrong_passphrase',
    );
    expect(bytesIn(folder)).toEqual(before);
  });

  it('tells a wrong passphrase from a damaged database', async () => {
    const { workspace, database } = copied();
    writeFileSync(database, Buffer.alloc(8_192, 7));
    await expect(workspace.open('wrong passphrase')).rejects.toThrow('workspace.wrong_passphrase');
    await expect(workspace.open(PASSPHRASE)).rejects.toThrow('workspace.database_damaged');
  });

  it('does not take an emptied or missing database for a new one', async () => {
    const { workspace, database } = copied();
    truncateSync(database, 0);
    await expect(workspace.open(PASSPHRASE)).rejects.toThrow('workspace.database_missing');
    rmSync(database);
    await expect(workspace.open(PASSPHRASE)).rejects.toThrow('workspace.database_missing');
    expect(existsSync(database)).toBe(false);
  });

  it('finds a database damaged that is cut off', async () => {
    const { workspace, database } = copied();
    truncateSync(database, 8_192);
    await expect(workspace.open(PASSPHRASE)).rejects.toThrow('workspace.database_damaged');
  });

  it('finds a database damaged whose pages of users are overwritten', async () => {
    const { workspace, database } = copied();
    const bytes = readFileSync(database);
    bytes.fill(0xab, 4_096);
    writeFileSync(database, bytes);
    await expect(workspace.open(PASSPHRASE)).rejects.toThrow('workspace.database_damaged');
  });

  it('refuses the database of another workspace', async () => {
    const { workspace, database } = copied();
    const other = temporaryFolder();
    await createWorkspace(other);
    cpSync(join(other, 'workspace/vault.db'), database);
    await expect(workspace.open(PASSPHRASE)).rejects.toThrow('workspace.database_damaged');
  });

  it('refuses a slot that was given to another user', async () => {
    const { workspace, slots } = copied();
    const file = SlotFile.parse(JSON.parse(readFileSync(slots, 'utf8')));
    const [slot] = file.slots;
    writeFileSync(slots, JSON.stringify({ ...file, slots: [{ ...slot, userId: 'somebody' }] }));
    await expect(workspace.open(PASSPHRASE)).rejects.toThrow('workspace.wrong_passphrase');
  });

  it('tries every slot', async () => {
    const { workspace, slots } = copied();
    const file = SlotFile.parse(JSON.parse(readFileSync(slots, 'utf8')));
    const [slot] = file.slots;
    writeFileSync(slots, JSON.stringify({ ...file, slots: [{ ...slot, id: 'moved' }, slot] }));
    await close(await workspace.open(PASSPHRASE));
  });

  it('says that the folder cannot be written', async (context) => {
    const folder = smallDisk(context, 1_024);
    cpSync(template, folder, { recursive: true });
    setReadOnly(folder, true);
    await expect(workspaceIn(folder).open(PASSPHRASE)).rejects.toThrow(
      'workspace.folder_not_writable',
    );
  });
});
