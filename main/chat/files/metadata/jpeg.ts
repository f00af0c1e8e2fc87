import { cleanProfile } from './icc';
import { Malformed, startsWith } from './malformed';
import { orientationIn, orientationSegment } from './orientation';

/* ITU-T T.81 (JPEG), B.1.1.3: markers are 0xFF and a code; segments follow with their length. */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const TEM = 0x01;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;

/** T.81, table B.1: frames, tables, scans and what belongs to them. All else is reserved, or is said. */
const PICTURE = new Set([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf],
  ...[SOS, 0xdb, 0xdc, 0xdd, 0xde, 0xdf],
]);

const ICC_LABEL = 'ICC_PROFILE\0';
/** The label, which part it is, and of how many. */
const ICC_HEAD_BYTES = ICC_LABEL.length + 2;
const MAX_SEGMENT_BYTES = 0xffff - 2;

const JFIF_BYTES = 14;
const ADOBE_BYTES = 12;

/**
 * The picture without what it says about its origin: Exif, GPS, XMP, IPTC, comments, thumbnails,
 * segments of no known meaning and what follows its end. Its colours and its orientation stay, since
 * it would look different.
 *
 * @throws Malformed
 */
export function stripJpeg(content: Uint8Array): Uint8Array {
  if (content[0] !== 0xff || content[1] !== SOI) throw new Malformed();
  const parts: Uint8Array[] = [content.subarray(0, 2)];
  const profile: Uint8Array[] = [];
  let profileAt = 1;
  let at = 2;
  for (;;) {
    const { code, start } = markerAt(content, at);
    if (code === EOI) {
      parts.push(content.subarray(start, start + 2));
      return Buffer.concat(parts.toSpliced(profileAt, 0, ...profileSegments(profile)));
    }
    if (isBare(code)) {
      at = start + 2;
      continue;
    }
    const end = start + 2 + lengthAt(content, start + 2);
    if (end > content.length) throw new Malformed();
    const segment = content.subarray(start, end);
    if (isProfilePart(code, segment)) {
      profileAt = profile.length === 0 ? parts.length : profileAt;
      profile.push(segment.subarray(4));
    } else parts.push(...keptOf(code, segment));
    at = end;
    if (code === SOS) {
      at = endOfScan(content, end);
      parts.push(content.subarray(end, at));
    }
  }
}

/** Any number of fill bytes may stand before a marker. */
function markerAt(content: Uint8Array, at: number): { code: number; start: number } {
  if (content[at] !== 0xff) throw new Malformed();
  let start = at;
  while (content[start + 1] === 0xff) start++;
  const code = content[start + 1];
  if (code === undefined || code === 0 || code === SOI) throw new Malformed();
  return { code, start };
}

function lengthAt(content: Uint8Array, at: number): number {
  const length = ((content[at] ?? 0) << 8) | (content[at + 1] ?? 0);
  if (length < 2) throw new Malformed();
  return length;
}

function isBare(code: number): boolean {
  return code === TEM || isRestart(code);
}

function isRestart(code: number): boolean {
  return code >= 0xd0 && code <= 0xd7;
}

/** Compressed data has no marker but restarts; 0xFF in it is followed by 0. */
function endOfScan(content: Uint8Array, from: number): number {
  for (let at = content.indexOf(0xff, from); at !== -1; at = content.indexOf(0xff, at + 1)) {
    const code = content[at + 1];
    if (code === undefined) break;
    if (code !== 0 && code !== 0xff && !isRestart(code)) return at;
  }
  throw new Malformed();
}

function keptOf(code: number, segment: Uint8Array): Uint8Array[] {
  const data = segment.subarray(4);
  if (PICTURE.has(code)) return [segment];
  if (code === APP0) return startsWith(data, 'JFIF\0') ? [withoutThumbnail(data)] : [];
  if (code === APP1 && startsWith(data, 'Exif\0\0')) {
    return orientationSegment(orientationIn(data.subarray(6)));
  }
  if (code === APP14 && startsWith(data, 'Adobe')) return [adobeSegment(data)];
  return [];
}

/** ITU-T T.871, 10.1: the last two of the fixed bytes are the size of a thumbnail behind them. */
function withoutThumbnail(data: Uint8Array): Uint8Array {
  if (data.length < JFIF_BYTES) throw new Malformed();
  const head = Buffer.from([0xff, APP0, 0, JFIF_BYTES + 2]);
  return Buffer.concat([head, data.subarray(0, JFIF_BYTES - 2), Buffer.from([0, 0])]);
}

/** Its twelve bytes say how colours are coded; what follows them says nothing of the picture. */
function adobeSegment(data: Uint8Array): Uint8Array {
  if (data.length < ADOBE_BYTES) throw new Malformed();
  const head = Buffer.from([0xff, APP14, 0, ADOBE_BYTES + 2]);
  return Buffer.concat([head, data.subarray(0, ADOBE_BYTES)]);
}

function isProfilePart(code: number, segment: Uint8Array): boolean {
  const data = segment.subarray(4);
  return code === APP2 && data.length > ICC_HEAD_BYTES && startsWith(data, ICC_LABEL);
}

/** ICC.1:2022, B.4: a profile too long for one segment is in several, which are numbered. */
function profileSegments(parts: readonly Uint8Array[]): Uint8Array[] {
  const number = (part: Uint8Array): number => part[ICC_LABEL.length] ?? 0;
  const inOrder = parts.toSorted((a, b) => number(a) - number(b));
  const profile = cleanProfile(Buffer.concat(inOrder.map((part) => part.subarray(ICC_HEAD_BYTES))));
  if (!profile) return [];
  const room = MAX_SEGMENT_BYTES - ICC_HEAD_BYTES;
  const count = Math.ceil(profile.length / room);
  return Array.from({ length: count }, (_, index) => {
    const piece = profile.subarray(index * room, (index + 1) * room);
    const head = Buffer.alloc(4);
    head.writeUInt16BE(0xff00 | APP2);
    head.writeUInt16BE(2 + ICC_HEAD_BYTES + piece.length, 2);
    const label = Buffer.from([...Buffer.from(ICC_LABEL, 'latin1'), index + 1, count]);
    return Buffer.concat([head, label, piece]);
  });
}
