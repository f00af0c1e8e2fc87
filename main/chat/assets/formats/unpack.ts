import { AppError } from '../../../../preload/contract';
import { Malformed } from '../../files/metadata/malformed';
import { ensure } from './read';

/** Of all tables of a font. The largest fonts of one script in two megabytes unpack to about eight. */
const MAX_FONT_BYTES = 16 * 1024 * 1024;

/** @throws AppError `media.font_too_large` */
export function refuseLargeFont(bytes: number): void {
  if (bytes > MAX_FONT_BYTES) throw new AppError('media.font_too_large');
}

/**
 * What was packed, of exactly the length that it is said to have: no more room is made than that.
 *
 * @throws Malformed
 */
export function unpacked(
  length: number,
  unpack: (limit: { maxOutputLength: number }) => Buffer,
): Buffer {
  try {
    const content = unpack({ maxOutputLength: Math.max(1, length) });
    ensure(content.length === length);
    return content;
  } catch {
    throw new Malformed();
  }
}
