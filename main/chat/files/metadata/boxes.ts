import { Malformed } from './malformed';

/* ISO/IEC 14496-12 (ISO BMFF), 4.2: a file of boxes, each with its size, its type and what is in it. */
const HEADER_BYTES = 8;
const LARGE_HEADER_BYTES = 16;
/** Beyond any picture; what has more is made to be slow. */
const MAX_BOXES = 20_000;

export interface Box {
  readonly type: string;
  readonly start: number;
  /** Where its content begins. */
  readonly from: number;
  readonly end: number;
  readonly data: Buffer;
}

/** The boxes side by side in `content`, which they fill. @throws Malformed */
export function boxesIn(content: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let start = 0; start < content.length; ) {
    if (boxes.length >= MAX_BOXES) throw new Malformed();
    const head = new Fields(content.subarray(start));
    const short = head.uint(4);
    const type = head.latin1(4);
    const size = short === 1 ? head.uint(8) : short === 0 ? content.length - start : short;
    const from = start + (short === 1 ? LARGE_HEADER_BYTES : HEADER_BYTES);
    const end = start + size;
    if (end < from || end > content.length) throw new Malformed();
    boxes.push({ type, start, from, end, data: content.subarray(from, end) });
    start = end;
  }
  return boxes;
}

export function boxOf(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(HEADER_BYTES);
  const size = parts.reduce((sum, { length }) => sum + length, HEADER_BYTES);
  head.writeUInt32BE(size);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...parts]);
}

/** A number in so many bytes. */
export function uint(bytes: 2 | 4, value: number): Buffer {
  const field = Buffer.alloc(bytes);
  field.writeUIntBE(value, 0, bytes);
  return field;
}

/** Reads one field after the other. Each method throws Malformed at the end of the content. */
export class Fields {
  at = 0;
  readonly #content: Buffer;

  constructor(content: Buffer) {
    this.#content = content;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#content.length;
  }

  bytes(count: number): Buffer {
    const end = this.at + count;
    if (end > this.#content.length) throw new Malformed();
    const taken = this.#content.subarray(this.at, end);
    this.at = end;
    return taken;
  }

  /** An unsigned number of 0, 1, 2, 4 or 8 bytes; one of none is 0. */
  uint(bytes: number): number {
    const field = this.bytes(bytes);
    if (bytes < 8) return bytes === 0 ? 0 : field.readUIntBE(0, bytes);
    const value = field.readBigUInt64BE();
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Malformed();
    return Number(value);
  }

  latin1(bytes: number): string {
    return this.bytes(bytes).toString('latin1');
  }

  /** Version and flags, with which full boxes begin (14496-12, 4.2.2). */
  full(): { version: number; flags: number } {
    return { version: this.uint(1), flags: this.bytes(3).readUIntBE(0, 3) };
  }
}
