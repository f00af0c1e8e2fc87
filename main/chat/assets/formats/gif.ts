import { Malformed } from '../../files/metadata/malformed';
import { ensure, isAt, viewOf } from './read';
import type { Size } from './size';

/* GIF89a: a screen, then blocks: pictures, and extensions that are control, text, comment or application. */
const SCREEN_END = 13;
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;
/** How often an animation repeats; of applications nothing else matters to the picture. */
const LOOP = 'NETSCAPE2.0';
/** Many times what animations have; more is made to be slow. */
const MAX_FRAMES = 2_000;

export function isGif(content: Uint8Array): boolean {
  const view = viewOf(content);
  return isAt(view, 0, 'GIF87a') || isAt(view, 0, 'GIF89a');
}

/**
 * The picture without comments, texts, what programs wrote into it and what follows its end; and how
 * large its screen or its largest frame is.
 *
 * @throws Malformed
 */
export function readGif(content: Uint8Array): { content: Uint8Array; size: Size } {
  const view = viewOf(content);
  ensure(view.length > SCREEN_END);
  const size = { width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
  let at = SCREEN_END + tableBytes(view[10] ?? 0);
  const parts = [view.subarray(0, at)];
  let frames = 0;
  for (;;) {
    const start = at;
    switch (view[at]) {
      case TRAILER:
        ensure(frames > 0);
        return { content: Buffer.concat([...parts, view.subarray(at, at + 1)]), size };
      case IMAGE: {
        ensure(view.length > at + 10 && ++frames <= MAX_FRAMES);
        size.width = Math.max(size.width, view.readUInt16LE(at + 1) + view.readUInt16LE(at + 5));
        size.height = Math.max(size.height, view.readUInt16LE(at + 3) + view.readUInt16LE(at + 7));
        at = endOfBlocks(view, at + 11 + tableBytes(view[at + 9] ?? 0));
        parts.push(view.subarray(start, at));
        break;
      }
      case EXTENSION:
        at = endOfBlocks(view, at + 2);
        if (isKept(view, start)) parts.push(view.subarray(start, at));
        break;
      default:
        throw new Malformed();
    }
  }
}

function isKept(view: Buffer, start: number): boolean {
  const label = view[start + 1];
  return label === CONTROL || (label === APPLICATION && isAt(view, start + 3, LOOP));
}

/** The palette behind a header whose flags these are. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Blocks of data begin with their length; one of none ends them. */
function endOfBlocks(view: Buffer, from: number): number {
  let at = from;
  for (let length = view[at]; length !== 0; length = view[at]) {
    if (length === undefined) throw new Malformed();
    at += 1 + length;
  }
  return at + 1;
}
