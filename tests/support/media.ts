import { crc32, deflateSync } from 'node:zlib';

/*
 * Small files of each kind that assets can be, made here: what is in them is known to the last byte.
 */

/** What no kept file may hold. */
export const SECRET = 'Hidden Place 52.5N';

const u32 = (value: number): Buffer => {
  const field = Buffer.alloc(4);
  field.writeUInt32BE(value);
  return field;
};
const u16 = (value: number): Buffer => u32(value).subarray(2);
const le32 = (value: number): Buffer => Buffer.from(u32(value).toReversed());
const le16 = (value: number): Buffer => le32(value).subarray(0, 2);
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A grey PNG that says to be so large, with a text beside it; its first row can be read as `row`. */
export function png(width = 8, height = 8, row = ''): Buffer {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([latin1(type), data]);
    return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
  };
  const rows = Math.min(height, 64);
  const raw = Buffer.alloc((Math.min(width, 64) + 1) * rows, 128);
  for (let at = 0; at < raw.length; at += Math.min(width, 64) + 1) raw[at] = 0;
  raw.write(row, 1, 'latin1');
  const pixels = deflateSync(raw, { level: row === '' ? 6 : 0 });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])])),
    chunk('tEXt', latin1(`Comment\0${SECRET}`)),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One pixel, a comment, and how often it repeats. */
export function gif(width = 1, height = 1): Buffer {
  const size = Buffer.concat([le16(width), le16(height)]);
  return Buffer.concat([
    latin1('GIF89a'),
    size,
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    Buffer.from([0x21, 0xff, 11]),
    latin1('NETSCAPE2.0'),
    Buffer.from([3, 1, 0, 0, 0]),
    Buffer.from([0x21, 0xfe, SECRET.length]),
    latin1(SECRET),
    Buffer.from([0]),
    Buffer.from([0x2c, 0, 0, 0, 0]),
    size,
    Buffer.from([0, 2, 2, 0x4c, 0x01, 0, 0x3b]),
  ]);
}

/** So many milliseconds of a tone, with a title. */
export function wav(milliseconds = 300): Buffer {
  const rate = 8_000;
  const samples = Buffer.alloc(Math.round((rate * milliseconds) / 1_000));
  samples.forEach((_, index) => {
    samples[index] = 128 + Math.round(60 * Math.sin((index * 2 * Math.PI * 440) / rate));
  });
  const chunk = (name: string, data: Buffer): Buffer =>
    Buffer.concat([latin1(name), le32(data.length), data, Buffer.alloc(data.length % 2)]);
  const format = [le16(1), le16(1), le32(rate), le32(rate), le16(1), le16(8)];
  const body = Buffer.concat([
    latin1('WAVE'),
    chunk('fmt ', Buffer.concat(format)),
    chunk('LIST', latin1(`INFOINAM${SECRET}`)),
    chunk('data', samples),
  ]);
  return Buffer.concat([latin1('RIFF'), le32(body.length), body]);
}

/** Silent frames of MPEG-1 layer III between tags in front and behind. */
export function mp3(frames = 5): Buffer {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);
  const tag = Buffer.concat([
    latin1('ID3\x03\0\0\0\0\0'),
    Buffer.from([SECRET.length]),
    latin1(SECRET),
  ]);
  const old = Buffer.concat([latin1('TAG'), latin1(SECRET), Buffer.alloc(125 - SECRET.length)]);
  return Buffer.concat([tag, ...Array.from({ length: frames }, () => frame), old]);
}

/** An Opus stream of three packets, the second of which is its comment. */
export function ogg(): Buffer {
  const head = Buffer.concat([
    latin1('OpusHead'),
    Buffer.from([1, 1, 0, 0]),
    le32(48_000),
    Buffer.alloc(3),
  ]);
  const tags = Buffer.concat([
    latin1('OpusTags'),
    le32(4),
    latin1('test'),
    le32(1),
    le32(SECRET.length + 300),
    latin1(SECRET),
    Buffer.alloc(300, 65),
  ]);
  const page = (sequence: number, packet: Buffer): Buffer => {
    const segments = [...Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255];
    return Buffer.concat([
      latin1('OggS'),
      Buffer.from([0, sequence === 0 ? 2 : 0]),
      Buffer.alloc(8),
      le32(7),
      le32(sequence),
      le32(0),
      Buffer.from([segments.length, ...segments]),
      packet,
    ]);
  };
  return Buffer.concat([page(0, head), page(1, tags), page(2, Buffer.alloc(40, 1))]);
}

const box = (type: string, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(8 + body.length), latin1(type), body]);
};

/** Tracks with these handlers (`vide`, `soun`, `meta`), times, a place and a title. */
export function mp4(...handlers: string[]): Buffer {
  const track = (handler: string): Buffer =>
    box(
      'trak',
      box('tkhd', u32(0), u32(3_800_000_000), u32(3_800_000_001), Buffer.alloc(72)),
      box(
        'mdia',
        box('mdhd', u32(0), u32(3_800_000_000), u32(3_800_000_001), Buffer.alloc(12)),
        box('hdlr', u32(0), u32(0), latin1(handler), Buffer.alloc(13)),
      ),
      box('udta', latin1(SECRET)),
    );
  return Buffer.concat([
    box('ftyp', latin1('isom'), u32(512), latin1('isommp42')),
    box(
      'moov',
      box('mvhd', u32(0), u32(3_800_000_000), u32(3_800_000_001), Buffer.alloc(88)),
      ...handlers.map(track),
      box('udta', box('\xa9xyz', u16(SECRET.length), latin1(SECRET))),
      box('meta', latin1(SECRET)),
    ),
    box('mdat', Buffer.alloc(64, 7)),
    box('free', latin1(SECRET)),
  ]);
}

const element = (id: number[], data: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(id),
    Buffer.from([0x40 | (data.length >> 8), data.length & 255]),
    data,
  ]);

/** A track of this type (1 is a picture), a title, tags, and a cluster of unknown size. */
export function webm(trackType = 1, documentType = 'webm'): Buffer {
  const unknown = Buffer.from([0x01, 255, 255, 255, 255, 255, 255, 255]);
  return Buffer.concat([
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], latin1(documentType))),
    Buffer.from([0x18, 0x53, 0x80, 0x67]),
    unknown,
    element([0x15, 0x49, 0xa9, 0x66], element([0x7b, 0xa9], latin1(SECRET))),
    element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x83], Buffer.from([trackType])))),
    element([0x12, 0x54, 0xc3, 0x67], latin1(SECRET)),
    Buffer.from([0x1f, 0x43, 0xb6, 0x75]),
    unknown,
    element([0xa3], Buffer.alloc(20, 9)),
  ]);
}

const TABLES = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];

/** A directory of the tables that a font needs, each of 16 bytes. */
export function sfnt(signature = '\0\x01\0\0', tables = TABLES): Buffer {
  const start = 12 + tables.length * 16;
  return Buffer.concat([
    latin1(signature),
    u16(tables.length),
    Buffer.alloc(6),
    ...tables.map((name, index) =>
      Buffer.concat([latin1(name), u32(0), u32(start + index * 16), u32(16)]),
    ),
    Buffer.alloc(tables.length * 16, 1),
  ]);
}

/** The same packed; `claimed` is how long each table is said to be unpacked. */
export function woff(unpacked = 64, claimed = unpacked): Buffer {
  const packed = deflateSync(Buffer.alloc(unpacked));
  const start = 44 + TABLES.length * 20;
  const length = start + packed.length * TABLES.length;
  return Buffer.concat([
    latin1('wOFF\0\x01\0\0'),
    u32(length),
    u16(TABLES.length),
    Buffer.alloc(30),
    ...TABLES.map((name, index) =>
      Buffer.concat([
        latin1(name),
        u32(start + index * packed.length),
        u32(packed.length),
        u32(claimed),
        u32(0),
      ]),
    ),
    ...TABLES.map(() => packed),
  ]);
}
