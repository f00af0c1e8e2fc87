import { createDecipheriv, randomBytes } from 'node:crypto';
import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { filesHolding, temporaryFolder } from '../../../tests/support/folder';
import { type ConnectionOptions, KEY_BYTES, openConnection } from './connection';

const key = randomBytes(KEY_BYTES);

function open(options: Partial<ConnectionOptions> & { file: string }) {
  const connection = openConnection({ key, ...options });
  onTestFinished(() => void connection.close());
  return connection;
}

/** A closed database with one readable word in it. */
function existing(): string {
  const file = join(temporaryFolder(), 'vault.db');
  const connection = openConnection({ file, key, create: true });
  connection.exec(`create table t (word text); insert into t values ('rhododendron')`);
  connection.exec(`insert into t select hex(randomblob(2000)) from t, (select 1 union select 2)`);
  connection.close();
  return file;
}

function overwrite(file: string, position: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, position);
  closeSync(handle);
}

describe('a database on disk', () => {
  it('is encrypted from its first byte: neither its header nor its texts can be read', () => {
    const file = existing();
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(filesHolding(join(file, '..'), 'rhododendron')).toEqual([]);
    expect(filesHolding(join(file, '..'), 'create table')).toEqual([]);
  });

  it('keeps its texts unreadable in the write-ahead log too, while it is open', () => {
    const folder = temporaryFolder();
    const connection = open({ file: join(folder, 'vault.db'), create: true });
    connection.exec(`create table t (word text); insert into t values ('rhododendron')`);
    expect(readFileSync(join(folder, 'vault.db-wal')).length).toBeGreaterThan(0);
    expect(filesHolding(folder, 'rhododendron')).toEqual([]);
  });

  it('is SQLCipher 4, which other tools read, and not the default of the driver', () => {
    const page = readFileSync(existing()).subarray(0, 4_096);
    // The salt replaces the first 16 bytes; IV and HMAC-SHA512 fill the last 80.
    const iv = page.subarray(-80, -64);
    const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    const header = decipher.update(page.subarray(16, -80));
    const [pageSize, reserved] = [header.readUInt16BE(0), header[4]];
    expect({ pageSize, reserved }).toEqual({ pageSize: 4_096, reserved: 80 });
  });
});

describe('every opening', () => {
  it('sets what durability, forgetting and safety need, the second like the first', () => {
    const file = existing();
    for (const connection of [open({ file }), open({ file })]) {
      const pragma = (name: string) => connection.pragma(name, { simple: true });
      expect(pragma('journal_mode')).toBe('wal');
      expect(pragma('synchronous')).toBe(2);
      expect(pragma('secure_delete')).toBe(1);
      expect(pragma('foreign_keys')).toBe(1);
      expect(pragma('trusted_schema')).toBe(0);
      expect(pragma('temp_store')).toBe(2);
    }
  });

  it('reads what was written with the same key', () => {
    expect(open({ file: existing() }).prepare('select word from t').pluck().get()).toBe(
      'rhododendron',
    );
  });

  it('leaves the key as it was, for its owner to zero', () => {
    const copy = Buffer.from(key);
    open({ file: existing() });
    expect(key).toEqual(copy);
  });
});

describe('a database that cannot be opened', () => {
  it('is damaged when the key is another', () => {
    expect(() => open({ file: existing(), key: randomBytes(KEY_BYTES) })).toThrow(
      'workspace.database_damaged',
    );
  });

  it('is missing when there is no file, and none is made', () => {
    const folder = temporaryFolder();
    expect(() => open({ file: join(folder, 'vault.db') })).toThrow('workspace.database_missing');
    expect(() => open({ file: join(folder, 'no', 'vault.db') })).toThrow(
      'workspace.database_missing',
    );
    expect(filesHolding(folder, '')).toEqual([]);
  });

  it.each([0, 16, 31, 33, 64])('is not even tried with a key of %i bytes', (length) => {
    const file = existing();
    expect(() => open({ file, key: Buffer.alloc(length, 1) })).toThrow(RangeError);
  });

  it('is damaged when it is not encrypted, cut off or overwritten at its beginning', () => {
    const plain = existing();
    writeFileSync(plain, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_176)]));
    expect(() => open({ file: plain })).toThrow('workspace.database_damaged');

    const short = existing();
    const handle = openSync(short, 'r+');
    ftruncateSync(handle, 1_000);
    closeSync(handle);
    expect(() => open({ file: short })).toThrow('workspace.database_damaged');

    for (const position of [0, 20, 100, 4_000, 4_090]) {
      const flipped = existing();
      const [byte = 0] = readFileSync(flipped).subarray(position);
      overwrite(flipped, position, Buffer.from([byte ^ 1]));
      expect(() => open({ file: flipped })).toThrow('workspace.database_damaged');
    }
  });

  it('is found out when a later page is read', () => {
    const file = existing();
    overwrite(file, 4_096 + 50, Buffer.from('flipped'));
    const connection = open({ file });
    expect(() => connection.prepare('select * from t').all()).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^SQLITE_(CORRUPT|NOTADB|IOERR)/) }),
    );
  });
});
