import { cleanProfile } from './icc';
import { Malformed } from './malformed';

/* RFC 9649: a RIFF file of chunks, padded to even lengths; an animation's frames hold chunks again. */
const HEADER_BYTES = 12;
const FRAME_HEADER_BYTES = 16;
const VP8X_BYTES = 10;
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const KEPT_IN_FRAMES = new Set(['VP8 ', 'VP8L', 'ALPH']);

/** Bits of the first byte of VP8X that announce Exif and XMP. */
const METADATA_FLAGS = 0x08 | 0x04;
const PROFILE_FLAG = 0x20;

/**
 * The picture without Exif, XMP, unknown chunks and what follows its end.
 *
 * @throws Malformed
 */
export function stripWebp(content: Uint8Array): Uint8Array {
  const view = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (view.length < HEADER_BYTES) throw new Malformed();
  const end = 8 + view.readUInt32LE(4);
  if (end > view.length || end < HEADER_BYTES) throw new Malformed();
  const chunks = [...chunksIn(view.subarray(HEADER_BYTES, end))];
  const hasProfile = chunks.some(([type, data]) => type === 'ICCP' && cleanProfile(data) !== null);
  const announced = METADATA_FLAGS | (hasProfile ? 0 : PROFILE_FLAG);
  const kept = chunks.flatMap(([type, data]) =>
    KEPT.has(type) ? keptOf(type, data, announced).map((kept) => chunk(type, kept)) : [],
  );
  if (kept.length === 0) throw new Malformed();
  const body = Buffer.concat([Buffer.from('WEBP'), ...kept]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF'), size, body]);
}

/** `gone` are bits of what is announced and left out. */
function keptOf(type: string, data: Buffer, gone: number): Buffer[] {
  if (type === 'VP8X') {
    const [flags = 0] = data;
    return [Buffer.concat([Buffer.from([flags & ~gone]), data.subarray(1, VP8X_BYTES)])];
  }
  if (type === 'ICCP') {
    const profile = cleanProfile(data);
    return profile ? [profile] : [];
  }
  if (type !== 'ANMF') return [data];
  const inner = [...chunksIn(data.subarray(FRAME_HEADER_BYTES))].flatMap(([name, content]) =>
    KEPT_IN_FRAMES.has(name) ? [chunk(name, content)] : [],
  );
  return [Buffer.concat([data.subarray(0, FRAME_HEADER_BYTES), ...inner])];
}

function* chunksIn(content: Buffer): Generator<[type: string, data: Buffer]> {
  for (let at = 0; at + 8 <= content.length; ) {
    const size = content.readUInt32LE(at + 4);
    if (at + 8 + size > content.length) throw new Malformed();
    yield [content.toString('latin1', at, at + 4), content.subarray(at + 8, at + 8 + size)];
    at += 8 + size + (size % 2);
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
