import { z } from 'zod';
import { channel } from './channel';

/**
 * A file that belongs to experiences: a picture, a sound, a film or a font, kept once in the workspace
 * under the SHA-256 of its content.
 */
export const AssetRef = z.string().regex(/^asset:[0-9a-f]{64}$/);
export type AssetRef = z.infer<typeof AssetRef>;

/** In characters of a `data:` address, which settings of earlier versions hold. */
export const MAX_INLINE_PICTURE = 400_000;

/** A picture of the chat: an asset, or a `data:` address; empty is none. */
export const Picture = z
  .string()
  .max(MAX_INLINE_PICTURE)
  .regex(/^(asset:[0-9a-f]{64}|data:image\/(png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+=*)?$/);

/** Where a page finds it: main serves assets beside the pages. */
export function addressOfMedia(ref: string): string {
  return ref.startsWith('asset:') ? `/asset/${ref.slice('asset:'.length)}` : ref;
}

export const MediaKind = z.enum(['picture', 'sound', 'video', 'font']);
export type MediaKind = z.infer<typeof MediaKind>;

const MB = 1024 * 1024;

/** How large a file may be, in bytes. */
export const MAX_MEDIA_BYTES: Readonly<Record<MediaKind, number>> = {
  picture: 4 * MB,
  sound: 10 * MB,
  video: 25 * MB,
  font: 2 * MB,
};

/** Of one picture, as its header says: more would take more memory than it is worth. */
export const MAX_PIXELS = 40_000_000;

/** Types that are kept, which main tells by the content alone. */
export const MEDIA_TYPES = {
  picture: ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'],
  sound: ['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/wav'],
  video: ['video/mp4', 'video/webm'],
  font: ['font/woff2', 'font/woff', 'font/ttf', 'font/otf'],
} as const satisfies Record<MediaKind, readonly string[]>;

/** What a file has become; `bytes` is its size without what it said about its origin. */
export const StoredMedia = z.object({
  ref: AssetRef,
  mimeType: z.string(),
  bytes: z.number().int().positive(),
});
export type StoredMedia = z.infer<typeof StoredMedia>;

export const mediaChannels = {
  /** Keeps a file, whose name main does not learn. The same content is kept once. */
  'assets.add': channel({
    access: ['editor'],
    input: z.object({ kind: MediaKind, bytes: z.instanceof(Uint8Array) }),
    output: StoredMedia,
  }),
};
