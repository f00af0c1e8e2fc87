import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { collect } from '../../../tests/support/collect';
import { packParts, partsOf, type ZipPart } from './zip-parts';

async function* partsFrom(
  contents: Record<string, readonly Uint8Array[]>,
): AsyncGenerator<ZipPart> {
  for (const [name, pieces] of Object.entries(contents)) {
    async function* content() {
      yield* pieces;
    }
    yield { name, content: content() };
  }
}

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(zip: Buffer, size: number): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { name, content } of partsOf(cut(zip, size))) {
    found[name] = Buffer.concat(await collect(content)).toString('base64');
  }
  return found;
}

const CONTENTS = {
  'a.xml': [Buffer.from('some '), Buffer.from('text')],
  'empty.xml': [],
  'noise.bin': Array.from({ length: 40 }, () => randomBytes(20_000)),
};
const BASE64 = Object.fromEntries(
  Object.entries(CONTENTS).map(([name, pieces]) => [
    name,
    Buffer.concat(pieces).toString('base64'),
  ]),
);
const packed = async (): Promise<Buffer> =>
  Buffer.concat(await collect(packParts(partsFrom(CONTENTS))));

it.each([1, 7, 1_000, 10_000_000])('gives its parts back, in pieces of %i bytes', async (size) => {
  const zip =
    size === 1
      ? Buffer.concat(await collect(packParts(partsFrom({ a: CONTENTS['a.xml'] }))))
      : await packed();
  expect(await read(zip, size)).toEqual(size === 1 ? { a: BASE64['a.xml'] } : BASE64);
});

it('has nothing of ZIP64, which Excel would take for damage', async () => {
  const zip = await packed();
  expect(zip.readUInt16LE(4)).toBe(20);
  // No extra fields.
  expect(zip.readUInt16LE(28)).toBe(0);
});

it('is given up where it, or a part of it, would need ZIP64', async () => {
  const packing = collect(packParts(partsFrom(CONTENTS), 300_000));
  await expect(packing).rejects.toMatchObject({ name: 'ZipTooLarge' });
});

it('that was altered is found out', async () => {
  const zip = await packed();
  const at = zip.length - 200_000;
  zip[at] = (zip[at] ?? 0) ^ 1;
  await expect(read(zip, 1_000)).rejects.toThrow();
});

it('that ends too early is found out', async () => {
  const zip = await packed();
  await expect(read(zip.subarray(0, 400_000), 1_000)).rejects.toThrow('ends too early');
});
