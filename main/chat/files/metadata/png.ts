import { Malformed } from './malformed';

const SIGNATURE_BYTES = 8;

/** PNG 3rd edition, 5.6, and APNG: what a picture needs to look as it does; all else is text or time. */
const KEPT = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS'],
  ...['gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'pHYs'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

/**
 * The picture without Exif, XMP, comments, times, unknown chunks and what follows its end.
 *
 * @throws Malformed
 */
export function stripPng(content: Uint8Array): Uint8Array {
  const view = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const parts: Uint8Array[] = [view.subarray(0, SIGNATURE_BYTES)];
  for (let at = SIGNATURE_BYTES; at + 12 <= view.length; ) {
    const type = view.toString('latin1', at + 4, at + 8);
    const end = at + 12 + view.readUInt32BE(at);
    if (end > view.length) break;
    if (KEPT.has(type)) parts.push(view.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  throw new Malformed();
}
