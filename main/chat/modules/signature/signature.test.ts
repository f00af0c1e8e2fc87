import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../preload/contract';
import { ask } from '../../../../tests/support/questions';

const picture = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    readFileSync(join(import.meta.dirname, '../../../../tests/fixtures/pictures', name)),
  );
const png = picture('gps.png');

const drawn = (bytes: Uint8Array<ArrayBuffer>): Answer => ({
  kind: 'signature',
  by: 'drawing',
  png: bytes,
});
const initials = (text: string): Answer => ({ kind: 'signature', by: 'initials', text });

/** The same picture that says it has another size. */
function sized(width: number, height: number): Uint8Array<ArrayBuffer> {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  return Uint8Array.from(changed);
}

describe('signature', () => {
  it('keeps a drawing as a picture without metadata, and that it was signed', () => {
    const result = ask('signature').answer(drawn(png));
    expect(result).toMatchObject({
      set: { signature: 'signed' },
      store: [{ store: 'files', row: { file_name: 'signature.png', mime_type: 'image/png' } }],
      go: 'next',
    });
    const content = result.store?.[0]?.row.content as Uint8Array;
    expect(Buffer.from(content).toString('latin1')).not.toMatch(/Secret|eXIf|tEXt/);
    expect(result.store?.[0]?.row.size_bytes).toBe(content.byteLength);
  });

  it('keeps typed initials, and no file', () => {
    for (const by of ['drawing', 'initials']) {
      const result = ask('signature', { by }).answer(initials(' J.\u200B D. '));
      expect(result).toEqual({ set: { signature: 'J. D.' }, go: 'next' });
    }
    expect(ask('signature').answer(initials('山'))).toMatchObject({ set: { signature: '山' } });
  });

  it.each([
    ['nothing', drawn(new Uint8Array())],
    ['another kind of picture', drawn(picture('gps.jpg'))],
    ['half a picture', drawn(png.slice(0, 100))],
    ['a picture without an area', drawn(sized(0, 100))],
    ['a picture far too large', drawn(sized(100_000, 100))],
    ['a picture far too high', drawn(sized(100, 100_000))],
    ['too many bytes', drawn(new Uint8Array([...png, ...new Uint8Array(1024 * 1024)]))],
    ['empty initials', initials(' \u200B')],
    ['initials without a letter', initials('...')],
    ['far too long initials', initials('x'.repeat(1_000))],
    ['a text', { kind: 'text', text: 'JD', acceptedTerms: false } as Answer],
  ])('asks again for %s', (_, answer) => {
    const result = ask('signature').answer(answer);
    expect(result).toMatchObject({
      say: [expect.stringContaining('try again')],
      ask: { kind: 'signature', draws: true },
    });
    expect(result).not.toHaveProperty('store');
  });

  it('takes no drawing where only initials are asked for', () => {
    const question = ask('signature', { by: 'initials' });
    expect(question.enter()).toMatchObject({ ask: { kind: 'signature', draws: false } });
    expect(question.answer(drawn(png))).toHaveProperty('ask');
  });
});
