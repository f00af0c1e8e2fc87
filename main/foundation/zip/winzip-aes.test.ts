import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decrypted, encrypted } from './winzip-aes';

const PASSWORD = 'AAAA-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH';

async function* piecesOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (const size of sizes) {
    yield Buffer.from(bytes.subarray(at, at + size));
    at += size;
  }
  yield Buffer.from(bytes.subarray(at));
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}

/** Made by zip.js from a stored entry with PASSWORD. */
const BY_ZIP_JS = Buffer.from(
  'be73576c0c72ba7245f319aae561974b83052f55c4b2715e83a03619106ccd0f8e0affb6eaba92262317c5a6bbe1327df7aafa00',
  'hex',
);

it('reads what zip.js encrypts', async () => {
  const content = await collect(decrypted(piecesOf(BY_ZIP_JS, []), PASSWORD));
  expect(content.toString()).toBe('email\r\nann@example.com\r\n');
});

it('gives the content back, whatever the pieces, and 28 bytes longer in between', async () => {
  const sizes = fc.array(fc.nat({ max: 70 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), sizes, sizes, async (bytes, to, from) => {
      const entry = await collect(encrypted(piecesOf(bytes, to), PASSWORD));
      expect(entry).toHaveLength(bytes.length + 28);
      const content = await collect(decrypted(piecesOf(entry, from), PASSWORD));
      expect(content.equals(bytes)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it('never uses a byte of the key stream twice', async () => {
  const zeros = Buffer.alloc(600 * 1024);
  const entry = await collect(encrypted(piecesOf(zeros, [100_000, 262_144]), PASSWORD));
  const blocks = new Set<string>();
  const stream = entry.subarray(18, -10);
  for (let at = 0; at < stream.length; at += 16) blocks.add(stream.toString('hex', at, at + 16));
  expect(blocks.size).toBe(zeros.length / 16);
});

it('has another salt each time', async () => {
  const entry = () => collect(encrypted(piecesOf(Buffer.from('same'), []), PASSWORD));
  expect((await entry()).equals(await entry())).toBe(false);
});

it('refuses another password, an altered byte, and a missing one', async () => {
  const entry = await collect(encrypted(piecesOf(Buffer.alloc(100, 'x'), []), PASSWORD));
  const read = (bytes: Uint8Array, password = PASSWORD) =>
    collect(decrypted(piecesOf(bytes, [50]), password));
  await expect(read(entry, `${PASSWORD}!`)).rejects.toThrow();
  for (let position = 0; position < entry.length; position++) {
    const altered = Buffer.from(entry);
    altered[position] = (altered[position] ?? 0) ^ 1;
    await expect(read(altered), `byte ${position}`).rejects.toThrow();
  }
  for (const length of [0, 17, 18, 27, 28, entry.length - 1]) {
    await expect(read(entry.subarray(0, length)), `${length} bytes`).rejects.toThrow();
  }
});
