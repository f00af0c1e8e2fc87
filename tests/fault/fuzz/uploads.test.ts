import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { FileKind } from '../../../main/chat/files/kinds';
import { withoutMetadata } from '../../../main/chat/files/metadata';
import { stepOf } from '../../support/chat';
import { node } from '../../support/graphs';
import { added } from '../../support/questions';
import { fuzz } from './fuzz';
import { mutateBytes } from './mutate';

const PICTURES = join(import.meta.dirname, '../../fixtures/pictures');
const KINDS: Record<string, FileKind> = {
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  heic: 'heic',
  avif: 'avif',
};

const uploads = [
  ...readdirSync(PICTURES).map((name) => ({ name, bytes: readFileSync(join(PICTURES, name)) })),
  { name: 'letter.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Title (x) >>\nendobj\n') },
  { name: 'note.txt', bytes: Buffer.from('Grüße, 😀\n') },
];
const asks = node('file', 'file_upload', added('file_upload').settings);

fuzz(
  'a damaged upload',
  0.18,
  () => undefined,
  (random) => {
    const { name, bytes } = random.of(uploads);
    const damaged = Uint8Array.from(mutateBytes(random, bytes));
    const answer = {
      kind: 'file' as const,
      name: mutateBytes(random, Buffer.from(name)).toString(),
      bytes: damaged,
    };
    const event = {
      kind: 'answer' as const,
      answer: random.below(2) === 0 ? { ...answer, name } : answer,
    };
    const result = stepOf(asks, event);
    expect('ask' in result || (result.store ?? []).length === 1).toBe(true);
    const kind = KINDS[name.split('.').at(-1) ?? ''];
    const stripped = kind ? withoutMetadata(kind, damaged) : null;
    // What was taken once is taken again as it is.
    if (kind && stripped) expect(withoutMetadata(kind, stripped)).toEqual(stripped);
    return !('ask' in result);
  },
);
