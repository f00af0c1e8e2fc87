import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError, MAX_MEDIA_BYTES, MEDIA_TYPES, type MediaKind } from '../../../preload/contract';
import {
  gif,
  mp3,
  mp4,
  ogg,
  png,
  SECRET,
  sfnt,
  wav,
  webm,
  woff,
} from '../../../tests/support/media';
import { checkMedia } from './check-media';

const PICTURES = join(import.meta.dirname, '../../../tests/fixtures/pictures');
const FONTS = join(import.meta.dirname, '../../../node_modules/@fontsource-variable/inter/files');

const codeOf = (kind: MediaKind, bytes: Uint8Array): string => {
  try {
    return checkMedia(kind, bytes).mimeType;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

const FILES: [kind: MediaKind, type: string, bytes: Buffer][] = [
  ['picture', 'image/png', png()],
  ['picture', 'image/gif', gif()],
  ['sound', 'audio/wav', wav()],
  ['sound', 'audio/mpeg', mp3()],
  ['sound', 'audio/ogg', ogg()],
  ['sound', 'audio/mp4', mp4('soun')],
  ['video', 'video/mp4', mp4('vide', 'soun', 'meta')],
  ['video', 'video/webm', webm()],
  ['font', 'font/ttf', sfnt()],
  ['font', 'font/otf', sfnt('OTTO')],
  ['font', 'font/woff', woff()],
];

describe('a file that a user adds', () => {
  it.each(FILES)('as %s is %s by its content', (kind, type, bytes) => {
    expect(codeOf(kind, bytes)).toBe(type);
    expect(MEDIA_TYPES[kind]).toContain(type);
  });

  it.each(FILES.filter(([kind]) => kind !== 'font'))(
    'as %s, %s, is kept without what it says about its origin, and then as it is',
    (kind, _, bytes) => {
      expect(bytes.includes(SECRET)).toBe(true);
      const { content } = checkMedia(kind, bytes);
      expect(Buffer.from(content).includes(SECRET)).toBe(false);
      expect(checkMedia(kind, content).content).toEqual(content);
    },
  );

  it.each(readdirSync(PICTURES))('takes the picture %s, unless browsers cannot show it', (name) => {
    const code = codeOf('picture', readFileSync(join(PICTURES, name)));
    if (name.endsWith('.heic')) expect(code).toBe('media.not_a_picture');
    else expect(code).toMatch(/^image\//);
  });

  it.each(readdirSync(FONTS).filter((name) => name.endsWith('.woff2')))(
    'takes the real font %s',
    (name) => {
      expect(codeOf('font', readFileSync(join(FONTS, name)))).toBe('font/woff2');
    },
  );

  it.each(FILES)('as %s, %s, is refused as any other kind', (kind, _, bytes) => {
    for (const other of Object.keys(MEDIA_TYPES) as MediaKind[]) {
      if (other !== kind) expect(codeOf(other, bytes)).toMatch(/^media\./);
    }
  });

  it.each(Object.keys(MAX_MEDIA_BYTES) as MediaKind[])('as %s has a greatest size', (kind) => {
    expect(codeOf(kind, new Uint8Array(MAX_MEDIA_BYTES[kind] + 1))).toBe('media.too_large');
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '%PDF-1.7', '', 'MZ'])(
    'is nothing that is kept when it begins with %j',
    (text) => {
      for (const kind of Object.keys(MEDIA_TYPES) as MediaKind[])
        expect(codeOf(kind, Buffer.from(text))).toMatch(/^media\.(not_a|damaged)/);
    },
  );
});

describe('a picture', () => {
  it.each([
    ['png', png(6_400, 6_400)],
    ['png', png(65_535, 65_535)],
    ['gif', gif(60_000, 60_000)],
  ])(
    'as %s with more pixels than a computer should make room for is refused by its header',
    (_, bytes) => {
      expect(bytes.length).toBeLessThan(10_000);
      expect(codeOf('picture', bytes)).toBe('media.too_many_pixels');
    },
  );

  it('may have as many as a large photograph', () => {
    expect(codeOf('picture', png(7_000, 5_000))).toBe('image/png');
  });

  it.each([png(0, 5), png().subarray(0, 30), gif().subarray(0, 20)])(
    'without a size or an end is damaged',
    (bytes) => {
      expect(codeOf('picture', bytes)).toBe('media.damaged');
    },
  );
});

describe('a file that says the same thing again and again, as long as it may be', () => {
  const repeated = (part: readonly number[] | Buffer, bytes: number): Buffer =>
    Buffer.alloc(bytes - (bytes % part.length), Buffer.from(part));
  const le32 = (value: number): Buffer => {
    const field = Buffer.alloc(4);
    field.writeUInt32LE(value);
    return field;
  };
  const riff = (chunks: Buffer): Buffer =>
    Buffer.concat([Buffer.from('RIFF'), le32(chunks.length + 4), Buffer.from('WEBP'), chunks]);
  const frame = Buffer.concat([Buffer.from('ANMF'), le32(16), Buffer.alloc(16)]);
  const boxes = (levels: number): Buffer => {
    const deep = Buffer.alloc(8 * levels);
    for (let level = 0; level < levels; level++) {
      deep.writeUInt32BE(8 * (levels - level), 8 * level);
      deep.write('moov', 8 * level + 4, 'latin1');
    }
    return Buffer.concat([Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1'), deep]);
  };
  const head = webm();
  const ogg255 = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(22), Buffer.alloc(256, 0)]);
  ogg255[26] = 255;

  it.each<[what: string, kind: MediaKind, bytes: Buffer]>([
    [
      'frames of a JPEG',
      'picture',
      Buffer.concat([
        Buffer.from([0xff, 0xd8]),
        repeated([0xff, 0xc0, 0, 9, 8, 0, 1, 0, 1, 1, 0], 3_900_000),
        Buffer.from([0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9]),
      ]),
    ],
    ['frames of a WebP', 'picture', riff(repeated(frame, 3_900_000))],
    ['boxes in boxes', 'video', boxes(100_000)],
    [
      'segments in segments',
      'video',
      Buffer.concat([
        head.subarray(0, head.indexOf(Buffer.from([0x18, 0x53, 0x80, 0x67]))),
        repeated([0x18, 0x53, 0x80, 0x67, 0xff], 900_000),
      ]),
    ],
    ['empty pages', 'sound', Buffer.concat([ogg(), repeated(ogg255, 9_000_000)])],
  ])('%s: is kept or refused', (_, kind, bytes) => {
    expect(codeOf(kind, bytes)).toMatch(/^(image|audio)\/|^media\.damaged/);
  });
});

describe('a film', () => {
  it('needs a picture, as a sound may not have one', () => {
    expect(codeOf('video', mp4('soun'))).toBe('media.not_a_video');
    expect(codeOf('video', webm(2))).toBe('media.not_a_video');
    expect(codeOf('sound', mp4('vide', 'soun'))).toBe('media.not_a_sound');
  });

  it('says no longer when it was taken', () => {
    const time = Buffer.from([0xe2, 0x7f, 0x66, 0x00]);
    expect(mp4('vide').includes(time)).toBe(true);
    expect(Buffer.from(checkMedia('video', mp4('vide')).content).includes(time)).toBe(false);
  });

  it('is no other document of the same format', () => {
    expect(codeOf('video', webm(1, 'matroska'))).toBe('media.damaged');
  });
});

describe('a font', () => {
  it('stands alone in its file', () => {
    expect(codeOf('font', Buffer.concat([Buffer.from('ttcf'), Buffer.alloc(60)]))).toBe(
      'media.font_collection',
    );
  });

  it('has its tables where its directory says, each once and apart from the others', () => {
    const at = (table: number) => 12 + table * 16;
    const broken: ((font: Buffer) => void)[] = [
      (font) => font.writeUInt32BE(font.length, at(1) + 8),
      (font) => font.writeUInt32BE(0xffff_fff0, at(1) + 12),
      (font) => font.writeUInt32BE(font.readUInt32BE(at(0) + 8) + 4, at(1) + 8),
      (font) => font.writeUInt32BE(4, at(0) + 8),
      (font) => font.copy(font, at(1), at(0), at(0) + 4),
      (font) => font.writeUInt16BE(0, 4),
      (font) => font.writeUInt16BE(9_999, 4),
    ];
    for (const breakIt of broken) {
      const font = sfnt();
      breakIt(font);
      expect(codeOf('font', font)).toBe('media.damaged');
    }
    expect(codeOf('font', sfnt(undefined, ['cmap', 'head']))).toBe('media.damaged');
  });

  it('unpacks to what it says, and to no more than a font needs', () => {
    expect(codeOf('font', woff(64, 65))).toBe('media.damaged');
    expect(codeOf('font', woff(100_000, 64))).toBe('media.damaged');
    expect(codeOf('font', woff(4_000_000))).toBe('media.font_too_large');
  });
});
