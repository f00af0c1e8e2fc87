import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { checkMedia } from '../../../main/chat/assets/check-media';
import { AppError, MAX_MEDIA_BYTES, MEDIA_TYPES, type MediaKind } from '../../../preload/contract';
import { gif, mp3, mp4, ogg, png, sfnt, wav, webm, woff } from '../../support/media';
import { fuzz } from './fuzz';
import { mutateBytes } from './mutate';

const ROOT = join(import.meta.dirname, '../../..');
const PICTURES = join(ROOT, 'tests/fixtures/pictures');
const FONT = 'node_modules/@fontsource-variable/inter/files/inter-greek-ext-wght-normal.woff2';

const files: { kind: MediaKind; bytes: Buffer }[] = [
  ...readdirSync(PICTURES).map((name) => ({
    kind: 'picture' as const,
    bytes: readFileSync(join(PICTURES, name)),
  })),
  { kind: 'picture', bytes: png() },
  { kind: 'picture', bytes: gif() },
  { kind: 'sound', bytes: wav(20) },
  { kind: 'sound', bytes: mp3() },
  { kind: 'sound', bytes: ogg() },
  { kind: 'sound', bytes: mp4('soun') },
  { kind: 'video', bytes: mp4('vide', 'soun', 'meta') },
  { kind: 'video', bytes: webm() },
  { kind: 'font', bytes: sfnt() },
  { kind: 'font', bytes: woff() },
  { kind: 'font', bytes: readFileSync(join(ROOT, FONT)) },
];

fuzz(
  'a damaged file of an experience',
  0.02,
  () => undefined,
  (random) => {
    const { kind, bytes } = random.of(files);
    const damaged = Uint8Array.from(mutateBytes(random, bytes));
    try {
      const { mimeType, content } = checkMedia(kind, damaged);
      expect(MEDIA_TYPES[kind]).toContain(mimeType);
      expect(content.length).toBeLessThanOrEqual(MAX_MEDIA_BYTES[kind]);
      // What was taken once is taken again as it is.
      expect(checkMedia(kind, content)).toEqual({ mimeType, content });
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      expect(error.code).toMatch(/^media\./);
      return false;
    }
  },
);
