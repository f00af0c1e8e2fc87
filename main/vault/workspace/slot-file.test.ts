import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, temporaryFolder } from '../../../tests/support/folder';
import {
  authenticate,
  readSlotFile,
  requireAuthentic,
  type SlotFile,
  writeSlotFile,
} from './slot-file';

const base64 = Buffer.alloc(16, 1).toString('base64');
const box = { iv: base64, tag: base64, data: base64 };
const slot = { kdf: { name: 'scrypt' as const, N: 2 ** 17, r: 8, p: 1, salt: base64 }, box };
const user = {
  id: 'user-1',
  name: 'Ann',
  publicKey: base64,
  passphrase: slot,
  recovery: slot,
  keystore: null,
};
const key = randomBytes(32);
const nextKey = randomBytes(32);
const databaseSalt = '0'.repeat(32);
const sealed = { 'user-1': { ephemeral: base64, box } };
const content = authenticate({
  workspaceId: randomUUID(),
  name: 'Marketing',
  users: [user, { ...user, id: 'user-2', name: 'Ben' }],
  keys: [
    { key, databaseSalt, sealed },
    { key: nextKey, databaseSalt: '1'.repeat(32), sealed },
  ],
});

function fileWith(text: string): string {
  const file = join(temporaryFolder(), 'workspace.json');
  writeFileSync(file, text);
  return file;
}

describe('the file of key slots', () => {
  it('is read as it was written, and no temporary file stays', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'workspace.json');
    await writeSlotFile(file, content);
    expect(await readSlotFile(file)).toEqual(content);
    expect(filesIn(folder)).toEqual(['workspace.json']);
  });

  it('may be missing', async () => {
    expect(await readSlotFile(join(temporaryFolder(), 'workspace.json'))).toBeNull();
  });

  const text = JSON.stringify(content);
  it.each([
    ['empty', ''],
    ['cut off', text.slice(0, -10)],
    ['not JSON', 'hello'],
    ['null', 'null'],
    ['a list', '[]'],
    ['of another program', '{"version":2,"format":"other"}'],
    ['without users', JSON.stringify({ ...content, users: [] })],
    ['without a version', JSON.stringify({ ...content, version: undefined })],
    ['with something unknown in it', JSON.stringify({ ...content, extra: 1 })],
    ['full of NULs, as after a power failure', '\0'.repeat(500)],
    ['very deep', '['.repeat(100_000)],
  ])('is damaged when it is %s', async (_, damaged) => {
    await expect(readSlotFile(fileWith(damaged))).rejects.toThrow('workspace.slots_damaged');
  });

  it.each([
    ['N=2^20, r=16', { N: 2 ** 20, r: 16 }],
    ['N=2^18, r=16', { N: 2 ** 18, r: 16 }],
    ['N=2^19', { N: 2 ** 19 }],
    ['p=5', { p: 5 }],
    ['N=2^13', { N: 2 ** 13 }],
    ['a salt without end', { salt: Buffer.alloc(1_000).toString('base64') }],
  ])('is refused when a key would take too much to derive, or too little: %s', async (_, kdf) => {
    const greedy = { ...user, passphrase: { ...slot, kdf: { ...slot.kdf, ...kdf } } };
    const file = fileWith(JSON.stringify({ ...content, users: [greedy] }));
    await expect(readSlotFile(file)).rejects.toThrow('workspace.slots_damaged');
  });

  it('may take 256 MiB to derive a key of, and no more', async () => {
    for (const kdf of [{ N: 2 ** 18 }, { N: 2 ** 17, r: 16 }]) {
      const dear = { ...user, passphrase: { ...slot, kdf: { ...slot.kdf, ...kdf } } };
      const file = fileWith(JSON.stringify({ ...content, users: [dear] }));
      expect((await readSlotFile(file))?.users).toHaveLength(1);
    }
  });

  it('is refused unread when it is far too large, or a pipe', async () => {
    const file = fileWith('');
    truncateSync(file, 2 ** 40);
    await expect(readSlotFile(file)).rejects.toThrow('workspace.slots_damaged');
    if (process.platform === 'win32') return;
    const pipe = join(temporaryFolder(), 'workspace.json');
    execFileSync('mkfifo', [pipe]);
    await expect(readSlotFile(pipe)).rejects.toThrow('workspace.slots_damaged');
  });

  it('is damaged when it is a folder', async () => {
    const file = join(temporaryFolder(), 'workspace.json');
    mkdirSync(file);
    await expect(readSlotFile(file)).rejects.toThrow('workspace.slots_damaged');
  });

  it.each([1, 4])('of version %i is told apart from a damaged one', async (version) => {
    const other = JSON.stringify({ ...content, version, users: 'in another form' });
    await expect(readSlotFile(fileWith(other))).rejects.toThrow('workspace.newer_version');
  });

  it('stays as it was when it cannot be written', async () => {
    const file = fileWith(text);
    mkdirSync(`${file}.part`);
    await expect(writeSlotFile(file, { ...content, name: 'Other' })).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

describe('who does not have the key', () => {
  const check = (file: SlotFile, index = 0, by = index === 0 ? key : nextKey) => {
    const generation = file.keys[index];
    if (!generation) throw new Error('There is no such key.');
    requireAuthentic(file, generation, by);
  };
  const [first = user, second = user] = content.users;
  const [now, next] = content.keys;

  it('would have had to leave the file as it was', () => {
    expect(() => check(content)).not.toThrow();
    expect(() => check(content, 1)).not.toThrow();
    expect(() => check(content, 0, randomBytes(32))).toThrow('workspace.slots_damaged');
    expect(() => check(content, 0, nextKey)).toThrow('workspace.slots_damaged');
  });

  it.each<[string, Partial<SlotFile>]>([
    ['a public key', { users: [first, { ...second, publicKey: 'AAAA' }] }],
    ['a name', { users: [first, { ...second, name: 'Eve' }] }],
    ['an id', { users: [first, { ...second, id: 'user-3' }] }],
    ['a slot', { users: [first, { ...second, recovery: null }] }],
    ['a user more', { users: [first, second, { ...second, id: 'user-3' }] }],
    ['a user less', { users: [first] }],
    ['another order', { users: [second, first] }],
    ['another name of the workspace', { name: 'Other' }],
    ['another workspace', { workspaceId: randomUUID() }],
    [
      'a sealed key more',
      now && { keys: [{ ...now, sealed: { ...sealed, 'user-2': sealed['user-1'] } }] },
    ],
    ['a key less', now && { keys: [now] }],
    ['another salt', now && next && { keys: [{ ...now, databaseSalt: '2'.repeat(32) }, next] }],
    ['no MAC', now && next && { keys: [{ ...now, mac: '' }, next] }],
  ] as [string, Partial<SlotFile>][])('is found out by %s', (_, change) => {
    expect(() => check({ ...content, ...change })).toThrow('workspace.slots_damaged');
  });
});
