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
const APP15 = 0xef;
const COM = 0xfe;

const JFIF_BYTES = 14;

/**
 * The picture without what it says about its origin: Exif, GPS, XMP, IPTC, comments, thumbnails and
 * what follows its end. Its colour profile and its orientation stay, since it would look different.
 *
 * @throws Malformed
 */
export function stripJpeg(content: Uint8Array): Uint8Array {
  if (content[0] !== 0xff || content[1] !== SOI) throw new Malformed();
  const parts: Uint8Array[] = [content.subarray(0, 2)];
  let at = 2;
  for (;;) {
    const { code, start } = markerAt(content, at);
    if (code === EOI) {
      parts.push(content.subarray(start, start + 2));
      return Buffer.concat(parts);
    }
    if (isBare(code)) {
      at = start + 2;
      continue;
    }
    const end = start + 2 + lengthAt(content, start + 2);
    if (end > content.length) throw new Malformed();
    parts.push(...keptOf(code, content.subarray(start, end)));
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
  if (code === COM) return [];
  if (code < APP0 || code > APP15) return [segment];
  if (code === APP0) return startsWith(data, 'JFIF\0') ? [withoutThumbnail(data)] : [];
  if (code === APP1 && startsWith(data, 'Exif\0\0')) {
    return orientationSegment(orientationIn(data.subarray(6)));
  }
  if (code === APP2 && startsWith(data, 'ICC_PROFILE\0')) return [segment];
  if (code === APP14 && startsWith(data, 'Adobe')) return [segment];
  return [];
}

/** ITU-T T.871, 10.1: the last two of the fixed bytes are the size of a thumbnail behind them. */
function withoutThumbnail(data: Uint8Array): Uint8Array {
  if (data.length < JFIF_BYTES) throw new Malformed();
  const head = Buffer.from([0xff, APP0, 0, JFIF_BYTES + 2]);
  return Buffer.concat([head, data.subarray(0, JFIF_BYTES - 2), Buffer.from([0, 0])]);
}
