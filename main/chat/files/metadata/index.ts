import type { FileKind } from '../kinds';
import { stripHeif } from './heif';
import { stripJpeg } from './jpeg';
import { Malformed } from './malformed';
import { stripPng } from './png';
import { stripWebp } from './webp';

const STRIPPERS: Partial<Record<FileKind, (content: Uint8Array) => Uint8Array>> = {
  jpeg: stripJpeg,
  png: stripPng,
  webp: stripWebp,
  heic: stripHeif,
  avif: stripHeif,
};

/**
 * A picture without what it says about where, when and with what it was made. Other kinds are left as
 * they are. Null when the content is not built as its kind is.
 */
export function withoutMetadata(kind: FileKind, content: Uint8Array): Uint8Array | null {
  try {
    return STRIPPERS[kind]?.(content) ?? content;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}
