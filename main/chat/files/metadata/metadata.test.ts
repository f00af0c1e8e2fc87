import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileKind } from '../kinds';
import { withoutMetadata } from '.';

/** Taken by encoders in use, with a place in Exif, XMP and comments, and a name in IPTC. */
const picture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../../../../tests/fixtures/pictures', name));

const PICTURES: [name: string, kind: FileKind][] = [
  ['gps.jpg', 'jpeg'],
  ['gps-progressive.jpg', 'jpeg'],
  ['gps.png', 'png'],
  ['gps.webp', 'webp'],
];

const TRACES = /GPS|Secret|ChatCam|SN7|Photoshop|xmpmeta|XMP|eXIf|tEXt|zTXt|iTXt|tIME/;
/** The degrees, minutes and seconds of Berlin, as Exif has them. */
const LATITUDE = Buffer.from('00000034000000010000001f00000001000004d200000064', 'hex');

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe.each(PICTURES)('%s', (name, kind) => {
  const original = picture(name);
  const stripped = withoutMetadata(kind, original) ?? new Uint8Array();

  it('had a place, a maker and words in it, and has none any more', () => {
    expect(textOf(original)).toMatch(TRACES);
    expect(textOf(stripped)).not.toMatch(TRACES);
    expect(Buffer.from(stripped).includes(LATITUDE)).toBe(false);
  });

  it('has the same picture', () => {
    expect(pixelsOf(kind, stripped)).toEqual(pixelsOf(kind, original));
    expect(pixelsOf(kind, original).length).toBeGreaterThan(100);
  });

  it('stays as it is when it is stripped again', () => {
    expect(withoutMetadata(kind, stripped)).toEqual(stripped);
  });

  it('is refused when it is cut short or broken, and nothing throws', () => {
    expect(withoutMetadata(kind, stripped.subarray(0, stripped.length - 10))).toBeNull();
    fc.assert(
      fc.property(fc.nat(original.length - 1), fc.nat(255), (at, byte) => {
        withoutMetadata(kind, Buffer.from(original).fill(byte, at, at + 1));
      }),
      { numRuns: 300 },
    );
  });
});

it('finds the place in both JPEGs, so that the search is not blind', () => {
  for (const name of ['gps.jpg', 'gps-progressive.jpg', 'gps.webp']) {
    expect(textOf(picture(name))).toMatch(/GPS/);
  }
  expect(Buffer.from(picture('gps.jpg')).includes(LATITUDE)).toBe(true);
});

it('keeps which side of a JPEG is up, and nothing else of its Exif', () => {
  const stripped = Buffer.from(withoutMetadata('jpeg', picture('gps.jpg')) ?? []);
  const exif = stripped.indexOf('Exif\0\0', 0, 'latin1');
  expect(stripped.subarray(exif + 6, exif + 32).toString('hex')).toBe(
    // Big-endian TIFF, one entry: tag 0x0112, one SHORT, 6; no further directory.
    '4d4d002a00000008000101120003000000010006000000000000',
  );
});

it('ends where the picture ends: what is hidden behind it is gone', () => {
  expect(textOf(picture('gps.jpg'))).toContain('Secret trailer');
  expect(textOf(withoutMetadata('jpeg', picture('gps.jpg')) ?? new Uint8Array())).toMatch(
    /\u00FF\u00D9$/,
  );
  const png = Buffer.concat([picture('gps.png'), Buffer.from('Secret trailer')]);
  expect(textOf(withoutMetadata('png', png) ?? new Uint8Array())).toMatch(/IEND.{4}$/s);
});

it('leaves documents as they are', () => {
  const pdf = Buffer.from('%PDF-1.7 Secret');
  expect(withoutMetadata('pdf', pdf)).toBe(pdf);
});

/** The parts from which decoders make pixels, found in a way of their own. */
function pixelsOf(kind: FileKind, bytes: Uint8Array): Buffer {
  const all = Buffer.from(bytes);
  switch (kind) {
    case 'jpeg': {
      const end = all.lastIndexOf(Buffer.from([0xff, 0xd9]));
      return all.subarray(all.indexOf(Buffer.from([0xff, 0xdb])), end);
    }
    case 'png': {
      const end = all.lastIndexOf('IDAT');
      return all.subarray(all.indexOf('IDAT'), end + 4 + all.readUInt32BE(end - 4));
    }
    default: {
      const at = all.indexOf('VP8 ');
      return all.subarray(at, at + 8 + all.readUInt32LE(at + 4));
    }
  }
}
