import { truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folder';
import { ZipFileReader } from './zip-file';

it('holds only pieces of a file in memory, whatever the file claims', async () => {
  const path = join(temporaryFolder(), 'huge.zip');
  writeFileSync(path, 'PK');
  truncateSync(path, 2 ** 32);
  const file = await open(path);
  const reader = new ZipFileReader(file);
  await reader.init();
  expect(await reader.readUint8Array(0, 65_536)).toHaveLength(65_536);
  expect(await reader.readUint8Array(2 ** 32 - 10, 65_536)).toHaveLength(10);
  await expect(reader.readUint8Array(0, 2 ** 32)).rejects.toThrow(RangeError);
  await file.close();
});
