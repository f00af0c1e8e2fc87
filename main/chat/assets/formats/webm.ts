import { ensure, viewOf } from './read';

/* RFC 8794 (EBML) and RFC 9559 (Matroska): elements of an id, a size and data. Places of clusters are
   written in the file, so nothing moves: what goes becomes an element that says nothing. */

const HEADER = 0x1a45dfa3;
const DOC_TYPE = 0x4282;
const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const TRACK_TYPE = 0x83;
const VOID = 0xec;

/** Elements that have elements in them, as far as this has to look. */
const PARENTS = new Set([SEGMENT, 0x1549a966, TRACKS, TRACK, 0x1f43b675]);
/** Tags, attached files, title, date, the file it was cut from; names of tracks; what is void already. */
const SPOKEN = new Set([
  ...[0x1254c367, 0x1941a469, 0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb],
  ...[0x536e, VOID],
]);
const PICTURE = 1;
/** Beyond any film that is small enough; what has more is made to be slow. */
const MAX_ELEMENTS = 200_000;
/** A block group of a cluster of the segment is at 3. */
const MAX_DEPTH = 12;

interface Element {
  readonly id: number;
  readonly start: number;
  readonly from: number;
  /** Where the parent ends, for one of unknown size. */
  readonly end: number;
}

export function isEbml(content: Uint8Array): boolean {
  return content.length >= 4 && viewOf(content).readUInt32BE(0) === HEADER;
}

/**
 * A WebM film without its tags, attached files, titles and dates; and whether it has a picture.
 *
 * @throws Malformed
 */
export function readWebm(bytes: Uint8Array): { content: Uint8Array; hasPicture: boolean } {
  const content = Buffer.from(bytes);
  const header = elementAt(content, 0, content.length);
  ensure(header.id === HEADER && documentType(content, header) === 'webm');
  let hasPicture = false;
  let count = 0;
  const walk = (from: number, end: number, depth: number): void => {
    ensure(depth <= MAX_DEPTH);
    for (let at = from; at < end; ) {
      ensure(++count <= MAX_ELEMENTS);
      const element = elementAt(content, at, end);
      if (element.id === TRACK_TYPE) hasPicture ||= content[element.from] === PICTURE;
      if (SPOKEN.has(element.id)) silence(content, element);
      else if (PARENTS.has(element.id)) walk(element.from, element.end, depth + 1);
      at = element.end;
    }
  };
  walk(header.end, content.length, 0);
  return { content, hasPicture };
}

function documentType(content: Buffer, { from, end }: Element): string {
  for (let at = from; at < end; ) {
    const element = elementAt(content, at, end);
    if (element.id === DOC_TYPE) {
      return content.toString('latin1', element.from, element.end).replace(/\0+$/, '');
    }
    at = element.end;
  }
  return '';
}

function elementAt(content: Buffer, start: number, limit: number): Element {
  const idBytes = bytesOfNumber(content[start]);
  ensure(idBytes <= 4 && start + idBytes < limit);
  const id = content.readUIntBE(start, idBytes);
  const sizeAt = start + idBytes;
  const sizeBytes = bytesOfNumber(content[sizeAt]);
  const from = sizeAt + sizeBytes;
  ensure(from <= limit);
  const size = numberAt(content, sizeAt, sizeBytes);
  const end = size === null ? limit : from + size;
  ensure(end <= limit);
  return { id, start, from, end };
}

/** The zeros before the first bit that is set tell how many bytes follow. */
function bytesOfNumber(first: number | undefined): number {
  ensure(first !== undefined && first > 0);
  return Math.clz32(first) - 23;
}

/** Null for all ones, which stand for a size that was not known when it was written. */
function numberAt(content: Buffer, at: number, bytes: number): number | null {
  let value = (content[at] ?? 0) & (0xff >> bytes);
  let isUnknown = value === 0xff >> bytes;
  for (let index = 1; index < bytes; index++) {
    const byte = content[at + index] ?? 0;
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  if (isUnknown) return null;
  ensure(Number.isSafeInteger(value));
  return value;
}

/** Void, of the same length: the id, the size in one or in eight bytes, and zeros. */
function silence(content: Buffer, { start, end }: Element): void {
  const length = end - start;
  content.fill(0, start, end);
  content[start] = VOID;
  if (length < 9) content[start + 1] = 0x80 | (length - 2);
  else {
    content[start + 1] = 0x01;
    content.writeUIntBE(length - 9, start + 3, 6);
  }
}
