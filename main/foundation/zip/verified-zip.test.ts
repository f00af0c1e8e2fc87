import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extractWith7Zip } from '../../../tests/support/archive';
import { temporaryFolder } from '../../../tests/support/folder';
import { NOW_MS } from '../../../tests/support/now';
import { oneTimePassword } from '../../vault/workspace/one-time-password';
import { writeVerifiedZip, type ZippedFile } from './verified-zip';

const CHUNK = Buffer.alloc(256 * 1024, 'abc,');
const password = oneTimePassword();

/** A share that takes one piece whenever it is told to; what is not written yet waits. */
function slowShare(file: FileHandle) {
  const waiting: (() => void)[] = [];
  const write: FileHandle['write'] = file.write.bind(file);
  let isOpen = false;
  const slow = Object.assign(file, {
    write: async (...args: Parameters<FileHandle['write']>) => {
      if (!isOpen) await new Promise<void>((resolve) => waiting.push(resolve));
      return write(...args);
    },
  });
  const goOn = () => {
    isOpen = true;
    for (const resolve of waiting) resolve();
  };
  return { slow, waiting, goOn };
}

async function slowZip() {
  const path = join(temporaryFolder(), 'export.zip');
  const file = await open(path, 'w+');
  const share = slowShare(file);
  let made = 0;
  let isEnded = false;
  const content: ZippedFile['content'] = async function* () {
    try {
      for (; made < 400; made++) {
        yield CHUNK;
      }
    } finally {
      isEnded = true;
    }
  };
  const stop = new AbortController();
  const writing = writeVerifiedZip(share.slow, {
    files: [{ name: 'rows.csv', content }],
    password,
    nowMs: NOW_MS,
    signal: stop.signal,
  });
  return { ...share, path, file, stop, writing, made: () => made, isEnded: () => isEnded };
}

it('reads no further than a slow share takes, so that memory stays flat', async () => {
  const { waiting, goOn, writing, made, path, file } = await slowZip();
  await expect.poll(() => waiting.length).toBe(1);
  const seen: number[] = [];
  await expect.poll(() => seen.push(made()) > 1 && seen.at(-1) === seen.at(-2)).toBe(true);
  expect(made()).toBeLessThan(200);
  goOn();
  await writing;
  await file.close();
  expect(made()).toBe(400);
  expect(extractWith7Zip(path, password)).toHaveLength(400 * CHUNK.length);
});

it('is cancelled while a slow share is still busy, and lets go of what it reads', async () => {
  const { waiting, goOn, writing, stop, isEnded, file } = await slowZip();
  await expect.poll(() => waiting.length).toBe(1);
  stop.abort();
  goOn();
  await expect(writing).rejects.toThrow(/abort/i);
  await file.close();
  expect(isEnded()).toBe(true);
});
