import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
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
  ['gps.heic', 'heic'],
  ['gps.avif', 'avif'],
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
  for (const name of ['gps.jpg', 'gps-progressive.jpg', 'gps.webp', 'gps.heic', 'gps.avif']) {
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

/** A profile of one colour curve, with a name in it and beside it. */
function profile(secret: string): Buffer {
  const curve = Buffer.alloc(14);
  curve.write('curv', 'latin1');
  curve.writeUInt32BE(1, 8);
  const words = Buffer.from(`desc\0\0\0\0${secret}`, 'latin1');
  const tags = [
    ['kTRC', Buffer.concat([curve, Buffer.from(secret)])],
    ['desc', words],
    ['secr', words],
  ] as const;
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length);
  let at = 128 + table.length;
  for (const [index, [name, data]] of tags.entries()) {
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
    at += data.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at);
  header.write('acsp', 36, 'latin1');
  header.write(secret.slice(0, 4), 48, 'latin1');
  return Buffer.concat([header, table, ...tags.map(([, data]) => data)]);
}

const segment = (code: number, text: string | Buffer): Buffer => {
  const data = Buffer.from(text as string, 'latin1');
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
const pngChunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};
const webpChunk = (type: string, data: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(type), size, data, Buffer.alloc(data.length % 2)]);
};
const inside = (original: Uint8Array, at: number, ...parts: Buffer[]): Buffer =>
  Buffer.concat([original.subarray(0, at), ...parts, original.subarray(at)]);

describe('words that hide in a picture', () => {
  const [jpeg, png] = [picture('gps.jpg'), picture('gps.png')];
  const afterHeader = 8 + 25;
  const webp = (data: Buffer): Buffer => {
    const whole = Buffer.concat([picture('gps.webp'), webpChunk('ICCP', data)]);
    whole.writeUInt32LE(whole.length - 8, 4);
    return whole;
  };
  const icc = (data: Buffer): Buffer =>
    segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\u0001\u0001', 'latin1'), data]));
  const iccp = (data: Buffer): Buffer =>
    pngChunk('iCCP', Buffer.concat([Buffer.from('Hidden\0\0', 'latin1'), deflateSync(data)]));
  const words = Buffer.from('Hidden words');

  it.each<[string, FileKind, Uint8Array]>([
    ['segments that are reserved', 'jpeg', inside(jpeg, 2, segment(0x02, 'Hidden'))],
    ['segments of extensions', 'jpeg', inside(jpeg, 2, segment(0xf0, 'Hidden'))],
    ['a segment without a meaning', 'jpeg', inside(jpeg, 2, segment(0xc8, 'Hidden'))],
    [
      'what follows the colour coding',
      'jpeg',
      inside(jpeg, 2, segment(0xee, 'Adobe1234567Hidden')),
    ],
    ['a text that is labelled ICC', 'jpeg', inside(jpeg, 2, icc(words))],
    ['a text that is labelled ICC', 'png', inside(png, afterHeader, iccp(words))],
    ['a text that is labelled ICC', 'webp', webp(words)],
    ['a profile', 'jpeg', inside(jpeg, 2, icc(profile('Hidden')))],
    ['a profile', 'png', inside(png, afterHeader, iccp(profile('Hidden')))],
    ['a profile', 'webp', webp(profile('Hidden'))],
  ])('in %s of a %s are gone', (_, kind, hiding) => {
    const stripped = Buffer.from(withoutMetadata(kind, hiding) ?? []);
    expect(stripped.length).toBeGreaterThan(100);
    expect(textOf(stripped)).not.toContain('Hidd');
    const compressed = stripped.indexOf('iCCPicc\0\0', 0, 'latin1');
    if (compressed >= 0) {
      expect(textOf(inflateSync(stripped.subarray(compressed + 9)))).not.toContain('Hidd');
    }
    expect(withoutMetadata(kind, stripped)).toEqual(stripped);
  });

  it('go without the colours of the profile', () => {
    const curve = Buffer.from('6375727600000000000000010000', 'hex');
    for (const [kind, whole] of [
      ['jpeg', inside(jpeg, 2, icc(profile('Hidden')))],
      ['webp', webp(profile('Hidden'))],
    ] as const) {
      const stripped = Buffer.from(withoutMetadata(kind, whole) ?? []);
      expect(stripped.includes('acsp')).toBe(true);
      expect(stripped.includes(curve)).toBe(true);
    }
    const stripped = Buffer.from(
      withoutMetadata('png', inside(png, afterHeader, iccp(profile('Hidden')))) ?? [],
    );
    const at = stripped.indexOf('iCCPicc\0\0', 0, 'latin1');
    expect(inflateSync(stripped.subarray(at + 9)).includes(curve)).toBe(true);
  });
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
    case 'heic':
    case 'avif': {
      // As the fixtures have it: the first place in the table is that of the picture.
      const entry = all.indexOf('iloc') + 12;
      const from = all.readUInt32BE(entry + 4) + all.readUInt32BE(entry + 10);
      return all.subarray(from, from + all.readUInt32BE(entry + 14));
    }
    default: {
      const at = all.indexOf('VP8 ');
      return all.subarray(at, at + 8 + all.readUInt32LE(at + 4));
    }
  }
}
