import { Malformed } from '../../files/metadata/malformed';

/** The same bytes, with methods that read numbers. */
export function viewOf(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

/** @throws Malformed where the bytes end before */
export function ensure(isTrue: boolean): asserts isTrue {
  if (!isTrue) throw new Malformed();
}

export function isAt(content: Buffer, at: number, text: string): boolean {
  return (
    content.length >= at + text.length && content.toString('latin1', at, at + text.length) === text
  );
}
