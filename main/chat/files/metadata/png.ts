import { crc32 } from 'node:zlib';
import { cleanCompressedProfile } from './icc';
import { Malformed } from './malformed';

const SIGNATURE_BYTES = 8;

/** PNG 3rd edition, 5.6, and APNG: what a picture needs to look as it does; all else is text or time. */
const KEPT = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS'],
  ...['gAMA', 'cHRM', 'sRGB', 'sBIT', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'pHYs'],
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
    if (type === 'iCCP') parts.push(...profileChunk(view.subarray(at + 8, end - 4)));
    else if (KEPT.has(type)) parts.push(view.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  throw new Malformed();
}

/** In pixels, as the first chunk says (PNG 3rd edition, 11.2.1); null when there is none. */
export function pngSize(content: Uint8Array): { width: number; height: number } | null {
  const view = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const at = SIGNATURE_BYTES + 8;
  if (view.length < at + 8 || view.toString('latin1', at - 4, at) !== 'IHDR') return null;
  return { width: view.readUInt32BE(at), height: view.readUInt32BE(at + 4) };
}

/** PNG 3rd edition, 11.3.2.3: a name, a method and the compressed profile. The name says nothing. */
function profileChunk(data: Buffer): Buffer[] {
  const profile = cleanCompressedProfile(data.subarray(data.indexOf(0) + 2));
  if (!profile) return [];
  const body = Buffer.concat([Buffer.from('iCCPicc\0\0', 'latin1'), profile]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  check.writeUInt32BE(crc32(body));
  return [Buffer.concat([length, body, check])];
}
