import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../preload/contract';
import { ask } from '../../../../tests/support/questions';

const PICTURES = join(import.meta.dirname, '../../../../tests/fixtures/pictures');
const jpeg = Uint8Array.from(readFileSync(join(PICTURES, 'gps.jpg')));

const file = (name: string, bytes: Uint8Array<ArrayBuffer>): Answer => ({
  kind: 'file',
  name,
  bytes,
});
const text = (content: string) => new TextEncoder().encode(content);

function contentOf(result: object): Uint8Array {
  return (result as { store: { row: { content: Uint8Array } }[] }).store[0]?.row
    .content as Uint8Array;
}

describe('file upload', () => {
  it('asks for the kinds and the size that are allowed', () => {
    expect(ask('file_upload', { kinds: ['jpeg', 'pdf'], maxMegabytes: 2 }).enter()).toMatchObject({
      ask: { kind: 'file', accept: ['image/jpeg', 'application/pdf'], maxBytes: 2 * 1024 * 1024 },
    });
  });

  it('keeps a picture under a safe name and without its place, and the name as a variable', () => {
    const result = ask('file_upload').answer(file('../../my\u202E photo.JPG', jpeg));
    expect(result).toMatchObject({
      set: { file: 'my photo.JPG' },
      store: [
        {
          store: 'files',
          row: { file_id: 'id-1', file_name: 'my photo.JPG', mime_type: 'image/jpeg' },
        },
      ],
      go: 'next',
    });
    const content = contentOf(result);
    expect(Buffer.from(content).toString('latin1')).not.toMatch(/GPS|Secret/);
    expect(result).toMatchObject({ store: [{ row: { size_bytes: content.byteLength } }] });
  });

  it('keeps all of a picture where the author wants that', () => {
    expect(contentOf(ask('file_upload', { keepsMetadata: true }).answer(file('a.jpg', jpeg)))).toBe(
      jpeg,
    );
  });

  it.each([
    ['a JPEG that says it is a PNG', 'photo.png', jpeg],
    ['a page that says it is a text', 'page.html', text('<script>alert(1)</script>')],
    ['a program that says it is a picture', 'photo.jpg', text('MZ\u0090\0\u0003')],
    ['a JPEG of which only the first bytes are one', 'photo.jpg', jpeg.subarray(0, 200)],
    ['a file without an ending', 'photo', jpeg],
    ['an empty file', 'empty.txt', text('')],
  ])('refuses %s', (_, name, bytes) => {
    const result = ask('file_upload').answer(file(name, bytes));
    expect(result).toMatchObject({ say: [expect.stringContaining('cannot be taken')] });
    expect(result).not.toHaveProperty('store');
  });

  it('refuses a kind that the author does not want, and a file that is too large', () => {
    expect(ask('file_upload', { kinds: ['pdf'] }).answer(file('a.jpg', jpeg))).toHaveProperty(
      'ask',
    );
    const large = file('a.txt', new Uint8Array(1024 * 1024 + 1).fill(0x61));
    expect(ask('file_upload', { maxMegabytes: 1 }).answer(large)).toMatchObject({
      say: ['This file is too large. Please choose a smaller one.'],
    });
    expect(ask('file_upload', { maxMegabytes: 2 }).answer(large)).toHaveProperty('store');
  });
});
