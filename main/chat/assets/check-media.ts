import { AppError, MAX_MEDIA_BYTES, type MediaKind } from '../../../preload/contract';
import { Malformed } from '../files/metadata/malformed';
import type { Checked } from './formats/checked';
import { readFont } from './formats/fonts';
import { readPicture } from './formats/pictures';
import { readSound } from './formats/sounds';
import { readVideo } from './formats/videos';

const READERS: Readonly<Record<MediaKind, (bytes: Uint8Array) => Checked>> = {
  picture: readPicture,
  sound: readSound,
  video: readVideo,
  font: readFont,
};

/**
 * What a file is by its content, of which only what is shown or played is kept. Nobody vouches for it:
 * it is looked at as if it had been made to do harm. What was kept once is kept again as it is.
 *
 * @throws AppError `media.*`
 */
export function checkMedia(kind: MediaKind, bytes: Uint8Array): Checked {
  const max = MAX_MEDIA_BYTES[kind];
  if (bytes.length > max) throw new AppError('media.too_large', { max: max / 1024 / 1024 });
  try {
    const { mimeType, content } = READERS[kind](bytes);
    // A buffer of its own, which can be given to another thread.
    return { mimeType, content: new Uint8Array(content) };
  } catch (error) {
    if (error instanceof Malformed) throw new AppError('media.damaged', {}, { cause: error });
    throw error;
  }
}
