import { ensure, isAt, viewOf } from './read';

/* RFC 3533: pages of up to 255 segments each; a packet is segments, of which the first below 255 bytes ends
   it. The second packet is the comment (RFC 7845, 5.2; Vorbis I, 5). */

const HEAD_BYTES = 27;
const CHECKSUM_AT = 22;
const SERIAL_AT = 14;

interface Page {
  readonly start: number;
  /** Where its first segment begins, behind the lengths of all. */
  readonly from: number;
  readonly end: number;
}

interface Segment {
  readonly from: number;
  readonly to: number;
}

export function isOgg(content: Uint8Array): boolean {
  const [first] = isAt(viewOf(content), 0, 'OggS') ? pagesIn(viewOf(content), 1) : [];
  const head = first && viewOf(content).subarray(first.from, first.end);
  return head !== undefined && (isAt(head, 0, 'OpusHead') || isAt(head, 0, '\x01vorbis'));
}

/**
 * Opus or Vorbis without what its comment says: title, maker, program, cover. Bytes of it stay in their
 * place and say nothing, so that no page changes its size.
 *
 * @throws Malformed also for several streams in one file
 */
export function readOgg(bytes: Uint8Array): Uint8Array {
  const content = Buffer.from(bytes);
  const pages = pagesIn(content, Number.POSITIVE_INFINITY);
  const serials = new Set(pages.map(({ start }) => content.readUInt32LE(start + SERIAL_AT)));
  ensure(serials.size === 1);
  const places = placesOfComment(content, pages);
  const empty = emptyComment(
    Buffer.concat(places.map(({ from, to }) => content.subarray(from, to))),
  );
  let done = 0;
  for (const { from, to } of places) {
    empty.copy(content, from, done, done + to - from);
    done += to - from;
  }
  const last = places.at(-1)?.to ?? 0;
  for (const page of pages.filter(({ start }) => start < last)) renewChecksum(content, page);
  return content;
}

function pagesIn(content: Buffer, most: number): Page[] {
  const pages: Page[] = [];
  for (let start = 0; start < content.length && pages.length < most; ) {
    ensure(isAt(content, start, 'OggS') && start + HEAD_BYTES <= content.length);
    const from = start + HEAD_BYTES + (content[start + HEAD_BYTES - 1] ?? 0);
    let end = from;
    for (const length of content.subarray(start + HEAD_BYTES, from)) end += length;
    ensure(end <= content.length);
    pages.push({ start, from, end });
    start = end;
  }
  return pages;
}

/** One after the other, since there may be millions of them. */
function* segmentsIn(content: Buffer, pages: readonly Page[]): Generator<Segment> {
  for (const { start, from } of pages) {
    let at = from;
    for (const length of content.subarray(start + HEAD_BYTES, from)) {
      yield { from: at, to: at + length };
      at += length;
    }
  }
}

/** The segments of the second packet. @throws Malformed when it does not end */
function placesOfComment(content: Buffer, pages: readonly Page[]): Segment[] {
  const places: Segment[] = [];
  let packet = 0;
  for (const segment of segmentsIn(content, pages)) {
    if (packet === 1) places.push(segment);
    if (segment.to - segment.from === 255) continue;
    if (packet === 1) return places;
    packet++;
  }
  ensure(false);
}

/** Of the same length. Opus takes what follows as padding; of Vorbis, blanks are who made it. */
function emptyComment(comment: Buffer): Buffer {
  const empty = Buffer.alloc(comment.length);
  if (isAt(comment, 0, 'OpusTags')) {
    ensure(comment.length >= 16);
    empty.write('OpusTags', 'latin1');
    return empty;
  }
  const vendorAt = 11;
  const vendorBytes = comment.length - vendorAt - 5;
  ensure(isAt(comment, 0, '\x03vorbis') && vendorBytes >= 0);
  empty.write('\x03vorbis', 'latin1');
  empty.writeUInt32LE(vendorBytes, 7);
  empty.fill(' ', vendorAt, vendorAt + vendorBytes);
  empty[comment.length - 1] = 1;
  return empty;
}

function renewChecksum(content: Buffer, { start, end }: Page): void {
  content.writeUInt32LE(0, start + CHECKSUM_AT);
  content.writeUInt32LE(checksum(content.subarray(start, end)), start + CHECKSUM_AT);
}

/** RFC 3533, 6: the polynomial 0x04c11db7, not reflected, from zero. */
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value;
});

function checksum(page: Uint8Array): number {
  let value = 0;
  for (const byte of page) value = ((value << 8) ^ (TABLE[(value >>> 24) ^ byte] ?? 0)) >>> 0;
  return value;
}
