import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hasEndingOf, kindOf } from './kinds';

const picture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../../../tests/fixtures/pictures', name));

it.each([
  ['gps.jpg', 'jpeg'],
  ['gps.png', 'png'],
  ['gps.webp', 'webp'],
  ['gps.heic', 'heic'],
  ['gps.avif', 'avif'],
])('sees what %s is', (name, kind) => expect(kindOf(picture(name))).toBe(kind));

it.each([
  ['%PDF-1.7\n...', 'pdf'],
  ['Hello, 😀\r\n\tשלום', 'text'],
  ['', null],
  ['text with a \0', null],
  ['\u001b[31mred', null],
  ['MZ\u0090\0program', null],
  ['PK\u0003\u0004zip', null],
  ['GIF89a', null],
  ['\u007fELF', null],
])('takes %j for %j', (content, kind) => expect(kindOf(Buffer.from(content))).toBe(kind));

it('does not take broken UTF-8 for a text', () => {
  expect(kindOf(Buffer.from([0x61, 0xc3, 0x28]))).toBeNull();
});

it('knows the endings of each kind, in any letter case', () => {
  expect(hasEndingOf('jpeg', 'a.JPG')).toBe(true);
  for (const ending of ['jpeg', 'jfif', 'JFIF', 'jpe', 'pjpeg', 'pjp']) {
    expect(hasEndingOf('jpeg', `a.${ending}`)).toBe(true);
  }
  for (const ending of ['heic', 'HEIF', 'hif'])
    expect(hasEndingOf('heic', `a.${ending}`)).toBe(true);
  expect(hasEndingOf('jpeg', 'a.jpg.png')).toBe(false);
  expect(hasEndingOf('png', 'png')).toBe(false);
  expect(hasEndingOf('text', 'a.html')).toBe(false);
});
