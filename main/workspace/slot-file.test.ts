import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, temporaryFolder } from '../../tests/support/folder';
import { readSlotFile, type SlotFile, writeSlotFile } from './slot-file';

const base64 = Buffer.alloc(16, 1).toString('base64');
const content: SlotFile = {
  format: 'chatvault-workspace',
  version: 1,
  workspaceId: randomUUID(),
  name: 'Marketing',
  slots: [
    {
      id: 'slot-1',
      userId: 'user-1',
      kdf: { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: base64 },
      wrap: { name: 'aes-256-gcm', iv: base64, tag: base64, key: base64 },
    },
  ],
};

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
    ['of another program', '{"version":1,"format":"other"}'],
    ['without slots', JSON.stringify({ ...content, slots: [] })],
    ['without a version', JSON.stringify({ ...content, version: undefined })],
    ['of an impossible version', JSON.stringify({ ...content, version: 0 })],
    ['full of NULs, as after a power failure', '\0'.repeat(500)],
    ['very deep', '['.repeat(100_000)],
  ])('is damaged when it is %s', async (_, damaged) => {
    await expect(readSlotFile(fileWith(damaged))).rejects.toThrow('workspace.slots_damaged');
  });

  it('is damaged when it is a folder', async () => {
    const file = join(temporaryFolder(), 'workspace.json');
    mkdirSync(file);
    await expect(readSlotFile(file)).rejects.toThrow('workspace.slots_damaged');
  });

  it('of a newer version is told apart from a damaged one', async () => {
    const newer = JSON.stringify({ ...content, version: 2, slots: 'in a new form' });
    await expect(readSlotFile(fileWith(newer))).rejects.toThrow('workspace.newer_version');
  });

  it('stays as it was when it cannot be written', async () => {
    const file = fileWith(text);
    mkdirSync(`${file}.part`);
    await expect(writeSlotFile(file, { ...content, name: 'Other' })).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
