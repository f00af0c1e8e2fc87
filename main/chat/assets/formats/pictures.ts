import { AppError, MAX_PIXELS } from '../../../../preload/contract';
import { FILE_KINDS, type FileKind, kindOf } from '../../files/kinds';
import { withoutMetadata } from '../../files/metadata';
import type { Checked } from './checked';
import { isGif, readGif } from './gif';
import { ensure } from './read';
import { type Size, sizeOfAvif, sizeOfJpeg, sizeOfPng, sizeOfWebp } from './size';

const SIZES: Partial<Record<FileKind, (content: Uint8Array) => Size>> = {
  png: sizeOfPng,
  jpeg: sizeOfJpeg,
  webp: sizeOfWebp,
  avif: sizeOfAvif,
};

/**
 * A picture without what it says about where, when and with what it was made.
 *
 * @throws Malformed, AppError `media.not_a_picture`, `media.too_many_pixels`
 */
export function readPicture(bytes: Uint8Array): Checked {
  if (isGif(bytes)) {
    const { content, size } = readGif(bytes);
    refuseHuge(size);
    return { mimeType: 'image/gif', content };
  }
  const kind = kindOf(bytes);
  const sizeOf = kind && SIZES[kind];
  if (!kind || !sizeOf) throw new AppError('media.not_a_picture');
  const content = withoutMetadata(kind, bytes);
  ensure(content !== null);
  refuseHuge(sizeOf(content));
  return { mimeType: FILE_KINDS[kind].mime, content };
}

function refuseHuge({ width, height }: Size): void {
  ensure(width > 0 && height > 0);
  if (width * height > MAX_PIXELS) {
    throw new AppError('media.too_many_pixels', { max: MAX_PIXELS / 1_000_000 });
  }
}
