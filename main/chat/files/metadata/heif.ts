import { type Box, boxesIn, Fields } from './boxes';
import { cleanMeta, type Extent } from './heif-meta';
import { Malformed } from './malformed';

/** Brands that say how pictures are coded (ISO/IEC 23008-12, annex B; AVIF 1.1, 6). */
const BRANDS = new Set([
  ...['mif1', 'mif2', 'miaf', 'heic', 'heix', 'heim', 'heis', 'avif'],
  ...['MA1A', 'MA1B', 'MiHA', 'MiHB', 'MiHE', 'MiPr'],
]);
/** Says no more than that it is a picture. */
const PLAIN_BRAND = 'mif1';

/** Cameras write one. */
const MAX_MEDIA = 100;

/**
 * A HEIC, HEIF or AVIF picture with nothing but what its picture is made of: the item that is shown, what it
 * is put together from, and its transparency. Exif, XMP, thumbnails, depth maps, names, boxes of no
 * known meaning and whatever lies between are overwritten with zeros, so that all offsets still hold; what
 * follows the picture is cut off. How it is turned is a property of the picture (`irot`) and stays.
 *
 * @throws Malformed
 */
export function stripHeif(content: Uint8Array): Uint8Array {
  const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const boxes = boxesIn(file);
  const [first, ...rest] = boxes;
  const [meta, second] = rest.filter(({ type }) => type === 'meta');
  const media = rest.filter(({ type }) => type === 'mdat');
  if (first?.type !== 'ftyp' || !meta || second || media.length > MAX_MEDIA) throw new Malformed();
  const cleaned = cleanMeta(meta.data);
  const end = Math.max(meta.end, ...media.map((box) => box.end));
  const stripped = Buffer.alloc(end);
  for (const box of boxes.filter((each) => each.start < end)) writeHeader(stripped, file, box);
  brandsOf(first).copy(stripped, first.from);
  cleaned.content.copy(stripped, meta.from);
  for (const { from, to } of merged(cleaned.extents)) {
    if (!media.some((box) => from >= box.from && to <= box.end)) throw new Malformed();
    file.copy(stripped, from, from, to);
  }
  return stripped;
}

const KEPT = new Set(['ftyp', 'meta', 'mdat']);

function writeHeader(target: Buffer, file: Buffer, { type, start, from }: Box): void {
  file.copy(target, start, start, from);
  if (!KEPT.has(type) || (type === 'ftyp' && start > 0)) target.write('free', start + 4, 'latin1');
}

function brandsOf({ data }: Box): Buffer {
  const fields = new Fields(data);
  const known = (brand: string): string => (BRANDS.has(brand) ? brand : PLAIN_BRAND);
  const major = known(fields.latin1(4));
  fields.uint(4);
  const compatible: string[] = [];
  while (!fields.isAtEnd) compatible.push(known(fields.latin1(4)));
  return Buffer.from([major, '\0\0\0\0', ...compatible].join(''), 'latin1');
}

/** In order and without overlap, so that a copy costs no more than the file is long. */
function merged(extents: readonly Extent[]): Extent[] {
  const result: Extent[] = [];
  for (const { from, to } of extents.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from < last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else result.push({ from, to });
  }
  return result;
}

/** The kind that the brands of a file say; null when it is no still picture that is known. */
export function heifKindOf(head: Uint8Array): 'heic' | 'avif' | null {
  const file = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (file.length < 16 || file.toString('latin1', 4, 8) !== 'ftyp') return null;
  const end = Math.min(file.readUInt32BE(0), file.length);
  const brands = [file.toString('latin1', 8, 12)];
  if (!BRANDS.has(brands[0] ?? '')) return null;
  for (let at = 16; at + 4 <= end; at += 4) brands.push(file.toString('latin1', at, at + 4));
  if (brands.includes('avif')) return 'avif';
  return brands.some((brand) => /^(hei[cxms]|mif[12])$/.test(brand)) ? 'heic' : null;
}
