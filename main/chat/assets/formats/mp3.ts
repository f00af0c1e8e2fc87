import { ensure, isAt, viewOf } from './read';

/* ISO/IEC 11172-3, 2.4.2.3, and 14496-3, 1.A.2.2: frames, each with a header that begins with ones. */

const TAG_BYTES = 10;
const OLD_TAG_BYTES = 128;
const APE_FOOTER_BYTES = 32;

/** In kbit/s, by the field of the header; of layer III in MPEG-1, and in MPEG-2 and 2.5. */
const RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const LOW_RATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const FREQUENCIES = [44_100, 48_000, 32_000];

/** Frames that have to follow each other at the beginning: by chance, they do not. */
const FRAMES_LOOKED_AT = 3;

/**
 * MP3 or AAC as a stream of frames, without the tags before and behind it: title, artist, cover.
 * Null when it is none.
 */
export function readFrames(bytes: Uint8Array): { mimeType: string; content: Uint8Array } | null {
  const view = withoutTags(viewOf(bytes));
  if (beginsWithFrames(view, mp3FrameBytes)) return { mimeType: 'audio/mpeg', content: view };
  if (beginsWithFrames(view, aacFrameBytes)) return { mimeType: 'audio/aac', content: view };
  return null;
}

function beginsWithFrames(view: Buffer, frameBytes: (view: Buffer, at: number) => number): boolean {
  let at = 0;
  for (let frame = 0; frame < FRAMES_LOOKED_AT; frame++) {
    const bytes = at + 7 <= view.length ? frameBytes(view, at) : 0;
    if (bytes === 0) return frame > 0 && at >= view.length;
    at += bytes;
  }
  return true;
}

/** 0 where no frame begins. */
function mp3FrameBytes(view: Buffer, at: number): number {
  const [first = 0, second = 0, third = 0] = view.subarray(at, at + 3);
  const isSync = first === 0xff && (second & 0xe0) === 0xe0;
  const version = (second >> 3) & 3;
  const isLayer3 = ((second >> 1) & 3) === 1;
  const rate = (version === 3 ? RATES : LOW_RATES)[third >> 4];
  const frequency = FREQUENCIES[(third >> 2) & 3];
  if (!isSync || !isLayer3 || version === 1 || !rate || !frequency) return 0;
  const divisor = version === 3 ? 1 : version === 2 ? 2 : 4;
  const samples = version === 3 ? 144 : 72;
  return Math.floor((samples * rate * 1_000) / (frequency / divisor)) + ((third >> 1) & 1);
}

function aacFrameBytes(view: Buffer, at: number): number {
  const isSync = view[at] === 0xff && ((view[at + 1] ?? 0) & 0xf6) === 0xf0;
  if (!isSync) return 0;
  const bytes = (view.readUInt32BE(at + 3) >>> 13) & 0x1fff;
  return bytes >= 7 ? bytes : 0;
}

/** ID3v2 in front (with padding), ID3v1 and APE behind. */
function withoutTags(view: Buffer): Buffer {
  let from = 0;
  while (isAt(view, from, 'ID3') && from + TAG_BYTES <= view.length) {
    const hasFooter = ((view[from + 5] ?? 0) & 0x10) !== 0;
    from += TAG_BYTES + syncSafe(view, from + 6) + (hasFooter ? TAG_BYTES : 0);
    while (view[from] === 0) from++;
  }
  let to = view.length;
  for (let end = -1; end !== to; ) {
    end = to;
    if (isAt(view, to - OLD_TAG_BYTES, 'TAG')) to -= OLD_TAG_BYTES;
    if (isAt(view, to - APE_FOOTER_BYTES, 'APETAGEX')) to -= apeBytes(view, to);
  }
  ensure(from < to);
  return view.subarray(from, to);
}

/** Seven bits of each byte. */
function syncSafe(view: Buffer, at: number): number {
  return [...view.subarray(at, at + 4)].reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
}

/** The size counts items and footer; a flag tells whether a header comes before them. */
function apeBytes(view: Buffer, end: number): number {
  const footer = end - APE_FOOTER_BYTES;
  const hasHeader = view.readUInt32LE(footer + 20) >= 0x8000_0000;
  const bytes = view.readUInt32LE(footer + 12) + (hasHeader ? APE_FOOTER_BYTES : 0);
  ensure(bytes >= APE_FOOTER_BYTES && bytes <= end);
  return bytes;
}
