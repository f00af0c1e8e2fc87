import { deflateSync, inflateSync } from 'node:zlib';
import { startsWith } from './malformed';

/* ICC.1:2022: 128 bytes of header, a table of tags, and what they point at. */
const HEADER_BYTES = 128;
const ENTRY_BYTES = 12;
const MAX_TAGS = 100;
/** Larger than any profile in use, and too small to fill the memory. */
const MAX_PROFILE_BYTES = 4 * 1024 * 1024;

/** What colours are made of: all other tags describe, name, date or are somebody's own. */
const KEPT_TAGS = new Set([
  ...['rXYZ', 'gXYZ', 'bXYZ', 'wtpt', 'bkpt', 'chad', 'cicp'],
  ...['rTRC', 'gTRC', 'bTRC', 'kTRC'],
  ...['A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2'],
]);
const KEPT_TYPES = new Set([
  'XYZ ',
  'curv',
  'para',
  'sf32',
  'cicp',
  'mft1',
  'mft2',
  'mAB ',
  'mBA ',
]);

/** When and by what it was made, for which device, and its checksum. */
const EMPTIED: readonly (readonly [from: number, to: number])[] = [
  [4, 8],
  [24, 36],
  [40, 44],
  [48, 64],
  [80, HEADER_BYTES],
];

/**
 * The colours of a profile, without the words in it. Null for what is no profile: it is left out, and
 * the picture has the usual colours.
 */
export function cleanProfile(content: Uint8Array): Buffer | null {
  const profile = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const tags = isProfile(profile) ? tagsIn(profile) : null;
  if (!tags || tags.length === 0) return null;
  const header = Buffer.from(profile.subarray(0, HEADER_BYTES));
  for (const [from, to] of EMPTIED) header.fill(0, from, to);
  const table = Buffer.alloc(4 + tags.length * ENTRY_BYTES);
  table.writeUInt32BE(tags.length);
  const parts: Buffer[] = [header, table];
  // Red, green and blue often have one curve, which is there once: else a profile would grow.
  const places = new Map<string, number>();
  let at = HEADER_BYTES + table.length;
  for (const [index, { name, data }] of tags.entries()) {
    const entry = 4 + index * ENTRY_BYTES;
    const content = data.toString('latin1');
    const known = places.get(content);
    table.write(name, entry, 'latin1');
    table.writeUInt32BE(known ?? at, entry + 4);
    table.writeUInt32BE(data.length, entry + 8);
    if (known !== undefined) continue;
    places.set(content, at);
    const padding = Buffer.alloc(-data.length & 3);
    parts.push(data, padding);
    at += data.length + padding.length;
  }
  header.writeUInt32BE(at);
  return Buffer.concat(parts);
}

/** The same for a profile as PNG has it: compressed. */
export function cleanCompressedProfile(content: Uint8Array): Buffer | null {
  try {
    const profile = inflateSync(content, { maxOutputLength: MAX_PROFILE_BYTES });
    const cleaned = cleanProfile(profile);
    return cleaned && deflateSync(cleaned);
  } catch {
    return null;
  }
}

function isProfile(profile: Buffer): boolean {
  return (
    profile.length >= HEADER_BYTES + 4 &&
    profile.length <= MAX_PROFILE_BYTES &&
    profile.readUInt32BE(0) === profile.length &&
    startsWith(profile.subarray(36), 'acsp')
  );
}

interface Tag {
  readonly name: string;
  readonly data: Buffer;
}

/** Null when the table points beyond the profile. */
function tagsIn(profile: Buffer): Tag[] | null {
  const count = profile.readUInt32BE(HEADER_BYTES);
  if (count > MAX_TAGS || HEADER_BYTES + 4 + count * ENTRY_BYTES > profile.length) return null;
  const tags = new Map<string, Tag>();
  for (let index = 0; index < count; index++) {
    const entry = HEADER_BYTES + 4 + index * ENTRY_BYTES;
    const name = profile.toString('latin1', entry, entry + 4);
    const from = profile.readUInt32BE(entry + 4);
    const data = profile.subarray(from, from + profile.readUInt32BE(entry + 8));
    if (data.length < 8 || data.length !== profile.readUInt32BE(entry + 8)) return null;
    if (!KEPT_TAGS.has(name) || !KEPT_TYPES.has(data.toString('latin1', 0, 4))) continue;
    tags.set(name, { name, data: exact(data) });
  }
  return [...tags.values()];
}

/** Without what follows the values that its type has: a curve says how long it is. */
function exact(data: Buffer): Buffer {
  const type = data.toString('latin1', 0, 4);
  if (type === 'curv' && data.length >= 12) return data.subarray(0, 12 + data.readUInt32BE(8) * 2);
  if (type === 'XYZ ') return data.subarray(0, 20);
  if (type === 'sf32') return data.subarray(0, 8 + 9 * 4);
  if (type === 'para') return data.subarray(0, 12 + 7 * 4);
  return data;
}
