import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMetadata } from '.';
import { boxesIn, boxOf, uint } from './boxes';
import { heifKindOf, stripHeif } from './heif';
import { Malformed } from './malformed';

/** Made by an encoder in use, with a place in Exif and XMP. */
const heic = readFileSync(
  join(import.meta.dirname, '../../../../tests/fixtures/pictures/gps.heic'),
);

const SECRET = 'Hidden words';
const full = uint(4, 0);
const secret = Buffer.from(`${SECRET}\0`);

interface Parts {
  /** Between the boxes at the top. */
  before?: Buffer[];
  after?: Buffer[];
  inMeta?: Buffer[];
  properties?: Buffer[];
  names?: string;
  items?: { id: number; type: string; data: Buffer; isInside?: boolean }[];
  references?: Buffer[];
  brands?: string;
  handlerName?: string;
  /** In `mdat`, where no item is. */
  gap?: Buffer;
  associated?: number[];
  /** What each extent has before its place, of four bytes. */
  index?: string;
}

const PICTURE = Buffer.from('The pixels of a picture, as a codec has them.');

/** A picture as ISO/IEC 23008-12 has it, with whatever else may be in such a file. */
function heicWith(parts: Parts = {}): Buffer {
  const { before = [], after = [], inMeta = [], properties = [], names = '' } = parts;
  const {
    references = [],
    brands = 'mif1heic',
    handlerName = '',
    gap = Buffer.alloc(0),
    index = '',
  } = parts;
  const items = [{ id: 1, type: 'hvc1', data: PICTURE, isInside: false }, ...(parts.items ?? [])];
  const ftyp = boxOf('ftyp', Buffer.from(`heic\0\0\0\0${brands}`, 'latin1'));
  const infes = items.map(({ id, type }) =>
    boxOf('infe', uint(4, 2 << 24), uint(2, id), uint(2, 0), Buffer.from(`${type}${names}\0`)),
  );
  const inside = Buffer.concat([
    ...items.flatMap((item) => (item.isInside ? [item.data] : [])),
    gap,
  ]);
  const ispe = boxOf('ispe', full, uint(4, 96), uint(4, 64));
  const hvcC = boxOf('hvcC', Buffer.from('decoder'));
  const associated = [1, 2, ...(parts.associated ?? [])];
  const ipma = boxOf(
    'ipma',
    full,
    uint(4, 1),
    uint(2, 1),
    Buffer.from([associated.length, ...associated]),
  );
  const metaWith = (base: number): Buffer => {
    let [outside, within] = [base, 0];
    const entries = items.map(({ id, data, isInside }) => {
      const at = isInside ? within : outside;
      if (isInside) within += data.length;
      else outside += data.length;
      const method = uint(2, isInside ? 1 : 0);
      return Buffer.concat([
        uint(2, id),
        method,
        uint(2, 0),
        uint(2, 1),
        Buffer.from(index),
        uint(4, at),
        uint(4, data.length),
      ]);
    });
    return boxOf(
      'meta',
      full,
      boxOf('hdlr', full, full, Buffer.from(`pict${'\0'.repeat(12)}${handlerName}\0`)),
      boxOf('pitm', full, uint(2, 1)),
      boxOf('iinf', full, uint(2, infes.length), ...infes),
      boxOf('iprp', boxOf('ipco', hvcC, ispe, ...properties), ipma),
      ...(references.length > 0 ? [boxOf('iref', full, ...references)] : []),
      boxOf(
        'iloc',
        uint(4, 1 << 24),
        uint(2, 0x4400 | index.length),
        uint(2, entries.length),
        ...entries,
      ),
      boxOf('idat', inside),
      ...inMeta,
    );
  };
  const start = Buffer.concat([ftyp, ...before]).length;
  const meta = metaWith(start + metaWith(0).length + 8 + gap.length);
  const data = items.flatMap((item) => (item.isInside ? [] : [item.data]));
  return Buffer.concat([ftyp, ...before, meta, boxOf('mdat', gap, ...data, gap), ...after]);
}

const refers = (type: string, from: number, to: readonly number[]): Buffer =>
  boxOf(type, uint(2, from), uint(2, to.length), Buffer.concat(to.map((id) => uint(2, id))));
const item = (type: string, isInside = false) => ({ id: 2, type, data: secret, isInside });
const property = (type: string, ...data: Buffer[]): Buffer => boxOf(type, full, ...data);

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('words that hide in a HEIC', () => {
  it.each<[string, Parts]>([
    ['Exif', { items: [item('Exif')], references: [refers('cdsc', 2, [1])] }],
    ['XMP', { items: [item(`mime\0application/rdf+xml`)] }],
    ['Exif inside of the table', { items: [item('Exif', true)] }],
    ['an item of no known kind', { items: [item('uri ')] }],
    ['a thumbnail', { items: [item('hvc1')], references: [refers('thmb', 2, [1])] }],
    ['another picture', { items: [item('hvc1')] }],
    ['a depth map', { items: [item('hvc1')], references: [refers('auxl', 2, [1])] }],
    ['names of items', { names: `\0${SECRET}` }],
    ['the name of the handler', { handlerName: SECRET }],
    ['brands', { brands: `mif1${SECRET}` }],
    ['a box before', { before: [boxOf('uuid', secret)] }],
    ['a box after', { after: [boxOf('mpvd', secret)] }],
    ['free space', { before: [boxOf('free', secret)], inMeta: [boxOf('free', secret)] }],
    ['a box of the table', { inMeta: [boxOf('xml ', full, secret), boxOf('uuid', secret)] }],
    ['data of no item', { gap: secret }],
    ['numbers of extents', { index: 'Hidd' }],
    ['a description', { properties: [property('udes', secret)], associated: [3] }],
    ['a time', { properties: [property('crtt', secret)], associated: [3] }],
    ['a property of nobody', { properties: [boxOf('hvcC', secret)] }],
    [
      'what follows a property',
      { properties: [boxOf('irot', Buffer.of(1), secret)], associated: [3] },
    ],
    [
      'a text that is labelled ICC',
      { properties: [boxOf('colr', Buffer.from('prof'), secret)], associated: [3] },
    ],
    [
      'a reference of no known kind',
      { references: [boxOf('cdsc', uint(2, 1), uint(2, 0), secret)] },
    ],
  ])('in %s are gone, and the picture stays', (_, parts) => {
    const hiding = heicWith(parts);
    expect(textOf(hiding)).toContain('Hidd');
    const stripped = withoutMetadata('heic', hiding) ?? new Uint8Array();
    expect(textOf(stripped)).not.toContain('Hidd');
    const at = hiding.indexOf(PICTURE);
    expect(Buffer.from(stripped).subarray(at, at + PICTURE.length)).toEqual(PICTURE);
    expect(withoutMetadata('heic', stripped)).toEqual(stripped);
  });
});

describe('a HEIC', () => {
  it('stays turned as it was, and keeps the pictures that it is made of and its transparency', () => {
    const alpha = Buffer.from('urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0');
    const parts = [2, 3].map((id) => ({ id, type: 'hvc1', data: Buffer.from(`Part ${id}`) }));
    const ipma = boxOf('ipma', full, uint(4, 1), uint(2, 3), Buffer.from([1, 0x84]));
    const whole = heicWith({
      properties: [boxOf('irot', Buffer.of(3)), boxOf('auxC', full, alpha)],
      associated: [0x83],
      items: parts,
      references: [refers('dimg', 1, [2]), refers('auxl', 3, [1])],
    });
    // The third item is transparency: what says so is in a table of its own.
    const iprp = whole.indexOf('iprp') - 4;
    const grown = Buffer.concat([
      whole.subarray(0, iprp + whole.readUInt32BE(iprp)),
      ipma,
      whole.subarray(iprp + whole.readUInt32BE(iprp)),
    ]);
    const meta = grown.indexOf('meta') - 4;
    grown.writeUInt32BE(grown.readUInt32BE(iprp) + ipma.length, iprp);
    grown.writeUInt32BE(grown.readUInt32BE(meta) + ipma.length, meta);
    for (let at = grown.indexOf('iloc') + 12; at < grown.indexOf('idat') - 4; at += 16) {
      grown.writeUInt32BE(grown.readUInt32BE(at + 8) + ipma.length, at + 8);
    }
    const stripped = textOf(withoutMetadata('heic', grown) ?? new Uint8Array());
    expect(stripped).toContain('irot\u0003');
    for (const kept of ['Part 2', 'Part 3', 'auxiliary:alpha', 'dimg', 'auxl']) {
      expect(stripped).toContain(kept);
    }
  });

  it.each<[string, Buffer]>([
    ['of which the picture is missing', heicWith().subarray(0, -PICTURE.length)],
    ['that is no picture', heicWith({ items: [{ ...item('hvc1'), id: 1 }] })],
    ['made of what is not there', heicWith({ references: [refers('dimg', 1, [9])] })],
    [
      'made of its own description',
      heicWith({ items: [item('Exif')], references: [refers('dimg', 1, [2])] }),
    ],
    ['with two tables', heicWith({ after: [boxOf('meta', full)] })],
  ])('%s is refused', (_, file) => expect(withoutMetadata('heic', file)).toBeNull());

  it('is known by its brands, not by its name', () => {
    expect(heifKindOf(heicWith())).toBe('heic');
    const branded = (major: string, others: string) =>
      boxOf('ftyp', Buffer.from(`${major}\0\0\0\0${others}`, 'latin1'));
    expect(heifKindOf(branded('avif', 'mif1miaf'))).toBe('avif');
    expect(heifKindOf(branded('mif1', 'heic'))).toBe('heic');
    for (const film of ['isom', 'msf1', 'hevc', 'qt  ']) {
      expect(heifKindOf(branded(film, 'mp42heic'))).toBeNull();
    }
    expect(heifKindOf(Buffer.from('....ftyp'))).toBeNull();
  });

  it('is stripped or refused as malformed, whatever bytes are changed in it', () => {
    const strip = (file: Buffer): void => {
      try {
        stripHeif(file);
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
      }
    };
    const change = fc.tuple(fc.nat(520), fc.constantFrom(0, 1, 2, 0x7f, 0x80, 0xff));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const damaged = Buffer.from(heic);
        for (const [at, byte] of changes) damaged[at] = byte;
        strip(damaged);
      }),
      { numRuns: 3_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        strip(Buffer.concat([heic.subarray(0, 28), Buffer.from(bytes)])),
      ),
    );
  });

  it('is refused at once when it is made of very many boxes, items or references', () => {
    const started = performance.now();
    const many = (count: number, box: Buffer): Buffer[] => Array.from({ length: count }, () => box);
    const to = Array.from({ length: 65_535 }, () => 1);
    const slow = [
      heicWith({ before: many(200_000, boxOf('free')) }),
      heicWith({ references: many(40, refers('dimg', 1, to)) }),
      heicWith({ references: many(15_000, refers('auxl', 2, [1])) }),
      heicWith({ after: many(10_000, boxOf('mdat')) }),
    ];
    for (const file of slow) withoutMetadata('heic', file);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('has the boxes that it had, in their places', () => {
    const file = heicWith({ before: [boxOf('uuid', secret)] });
    const outline = (content: Buffer) => boxesIn(content).map(({ type, start }) => [type, start]);
    const stripped = Buffer.from(withoutMetadata('heic', file) ?? []);
    expect(outline(stripped)).toEqual(
      outline(file).map(([type, at]) => [type === 'uuid' ? 'free' : type, at]),
    );
  });
});
