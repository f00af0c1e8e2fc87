import { boxesIn } from '../../files/metadata/boxes';
import { pngSize } from '../../files/metadata/png';
import { ensure, viewOf } from './read';

/** In pixels. */
export interface Size {
  width: number;
  height: number;
}

/*
 * How large pictures say they are: read before anyone decodes them. Where a file says it more than once,
 * the largest counts, as one of them is what a decoder makes room for.
 */

/** @throws Malformed when it does not say */
export function sizeOfPng(content: Uint8Array): Size {
  const size = pngSize(content);
  ensure(size !== null);
  return size;
}

/** ITU-T T.81, B.2.2: frames begin with these markers. */
const FRAMES = new Set([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7],
  ...[0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf],
]);
const SCAN = 0xda;

/** @throws Malformed when no frame comes before the picture's data */
export function sizeOfJpeg(content: Uint8Array): Size {
  const view = viewOf(content);
  const sizes: Size[] = [];
  for (let at = 2; at + 9 < view.length; ) {
    const code = view[at + 1] ?? 0;
    ensure(view[at] === 0xff);
    if (code === SCAN) break;
    if (FRAMES.has(code)) {
      sizes.push({ height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) });
    }
    at += code === 0xff ? 1 : 2 + view.readUInt16BE(at + 2);
  }
  return largest(sizes);
}

/** @throws Malformed */
export function sizeOfWebp(content: Uint8Array): Size {
  return largest(webpSizes(viewOf(content).subarray(12)));
}

function webpSizes(chunks: Buffer): Size[] {
  const sizes: Size[] = [];
  for (let at = 0; at + 8 <= chunks.length; ) {
    const length = chunks.readUInt32LE(at + 4);
    const data = chunks.subarray(at + 8, at + 8 + length);
    const name = chunks.toString('latin1', at, at + 4);
    if (name === 'VP8X' && data.length >= 10) {
      sizes.push({ width: 1 + data.readUIntLE(4, 3), height: 1 + data.readUIntLE(7, 3) });
    } else if (name === 'VP8 ' && data.length >= 10) {
      sizes.push({ width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff });
    } else if (name === 'VP8L' && data.length >= 5) {
      const bits = data.readUInt32LE(1);
      sizes.push({ width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) });
    } else if (name === 'ANMF' && data.length >= 16) {
      sizes.push({ width: 1 + data.readUIntLE(6, 3), height: 1 + data.readUIntLE(9, 3) });
      for (const size of webpSizes(data.subarray(16))) sizes.push(size);
    }
    at += 8 + length + (length % 2);
  }
  return sizes;
}

const FULL_BOX = 4;

/** ISO/IEC 23008-12, 6.5.3: `ispe`, of every item that the file has. @throws Malformed */
export function sizeOfAvif(content: Uint8Array): Size {
  const meta = inside(boxesIn(viewOf(content)), 'meta').map((data) => data.subarray(FULL_BOX));
  const properties = meta
    .flatMap((data) => inside(boxesIn(data), 'iprp'))
    .flatMap((data) => inside(boxesIn(data), 'ipco'))
    .flatMap((data) => inside(boxesIn(data), 'ispe'));
  return largest(
    properties.map((data) => {
      ensure(data.length >= 12);
      return { width: data.readUInt32BE(4), height: data.readUInt32BE(8) };
    }),
  );
}

function inside(boxes: ReturnType<typeof boxesIn>, type: string): Buffer[] {
  return boxes.flatMap((box) => (box.type === type ? [box.data] : []));
}

/** A file made to do harm says it a million times. */
function largest(sizes: readonly Size[]): Size {
  ensure(sizes.length > 0);
  return sizes.reduce((most, { width, height }) => ({
    width: Math.max(most.width, width),
    height: Math.max(most.height, height),
  }));
}
