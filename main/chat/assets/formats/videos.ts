import { AppError } from '../../../../preload/contract';
import type { Checked } from './checked';
import { isMp4, readMp4 } from './mp4';
import { isEbml, readWebm } from './webm';

/** @throws Malformed, AppError `media.not_a_video` */
export function readVideo(bytes: Uint8Array): Checked {
  const [mimeType, film] = isMp4(bytes)
    ? (['video/mp4', readMp4(bytes)] as const)
    : (['video/webm', isEbml(bytes) ? readWebm(bytes) : null] as const);
  if (!film?.hasPicture) throw new AppError('media.not_a_video');
  return { mimeType, content: film.content };
}
