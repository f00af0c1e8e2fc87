import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folder';
import { FolderLock, lockFileIn } from './folder-lock';

const VALUABLE = 'what nobody may lose';

function folderWith(put: (lockFile: string, valuable: string) => void) {
  const path = temporaryFolder();
  const valuable = join(path, 'vault.db');
  writeFileSync(valuable, VALUABLE);
  put(lockFileIn(path), valuable);
  return { path, valuable, take: () => FolderLock.take({ path, nativeBinding: undefined }) };
}

describe('the file that a folder is locked by', () => {
  it.skipIf(process.platform === 'win32').each([
    ['a link to another file', (file: string, valuable: string) => symlinkSync(valuable, file)],
    ['a second name of another file', (file: string, valuable: string) => linkSync(valuable, file)],
    ['a link to nothing', (file: string, valuable: string) => symlinkSync(`${valuable}.no`, file)],
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
    ['a device', (file: string) => symlinkSync('/dev/null', file)],
  ])('is refused where it is %s, which stays as it is', (_, put) => {
    const { take, valuable, path } = folderWith(put);
    expect(take).toThrow('workspace.folder_not_writable');
    expect(readFileSync(valuable, 'utf8')).toBe(VALUABLE);
    expect(() => readFileSync(join(path, 'vault.db.no'))).toThrow('ENOENT');
  });

  it('is emptied of what somebody has put into it', () => {
    const { take, path } = folderWith((file) => writeFileSync(file, 'no database'));
    take().release();
    expect(readFileSync(lockFileIn(path), 'utf8')).toBe('');
  });

  it.skipIf(process.platform === 'win32')('may be empty under two names, as in a snapshot', () => {
    const { take } = folderWith((file) => {
      writeFileSync(file, '');
      linkSync(file, `${file}.snapshot`);
    });
    take().release();
  });
});
