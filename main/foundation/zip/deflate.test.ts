import { randomBytes } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { deflated, inflated } from './deflate';

const PIECES = [Buffer.alloc(3_000_000, 'abc,'), randomBytes(2_000_000), Buffer.from('end')];

async function* of(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

it('deflates and inflates pieces of any size, and none', async () => {
  const content = Buffer.concat(PIECES);
  const packed = await collect(deflated(of(PIECES)));
  expect(inflateRawSync(packed).equals(content)).toBe(true);
  expect((await collect(inflated(of([packed])))).equals(content)).toBe(true);
  expect(await collect(inflated(deflated(of([]))))).toHaveLength(0);
});

it('refuses what was not deflated, or not wholly', async () => {
  const packed = await collect(deflated(of(PIECES)));
  await expect(collect(inflated(of([packed.subarray(0, -5)])))).rejects.toThrow();
  await expect(collect(inflated(of([Buffer.alloc(100, 0xff), packed])))).rejects.toThrow();
});

it('fails with what its source fails with, and lets go of it when nobody reads on', async () => {
  let isEnded = false;
  const source = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* PIECES;
      throw new Error('The database is gone.');
    } finally {
      isEnded = true;
    }
  };
  await expect(collect(deflated(source()))).rejects.toThrow('The database is gone.');
  isEnded = false;
  for await (const _ of deflated(source())) break;
  expect(isEnded).toBe(true);
});
