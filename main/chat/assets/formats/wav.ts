import { ensure, isAt, viewOf } from './read';

/* RIFF: chunks of a name, a length and data, padded to even lengths. */
const KEPT = new Set(['fmt ', 'fact', 'data']);

export function isWav(content: Uint8Array): boolean {
  const view = viewOf(content);
  return isAt(view, 0, 'RIFF') && isAt(view, 8, 'WAVE');
}

/** Its sound and how to play it; titles, makers, marks and all else are left out. @throws Malformed */
export function readWav(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  const parts = new Map<string, Buffer>();
  for (let at = 12; at + 8 <= view.length; ) {
    const name = view.toString('latin1', at, at + 4);
    const end = at + 8 + view.readUInt32LE(at + 4);
    ensure(end <= view.length);
    if (KEPT.has(name) && !parts.has(name)) {
      parts.set(name, Buffer.concat([view.subarray(at, end), Buffer.alloc((end - at) % 2)]));
    }
    at = end + ((end - at) % 2);
  }
  ensure(parts.has('fmt ') && parts.has('data'));
  const body = Buffer.concat([Buffer.from('WAVE'), ...parts.values()]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
