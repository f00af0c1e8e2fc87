import { AppError } from '../../../../preload/contract';
import type { Checked } from './checked';
import { readFrames } from './mp3';
import { isMp4, readMp4 } from './mp4';
import { isOgg, readOgg } from './ogg';
import { isWav, readWav } from './wav';

/** @throws Malformed, AppError `media.not_a_sound` */
export function readSound(bytes: Uint8Array): Checked {
  if (isWav(bytes)) return { mimeType: 'audio/wav', content: readWav(bytes) };
  if (isOgg(bytes)) return { mimeType: 'audio/ogg', content: readOgg(bytes) };
  if (isMp4(bytes)) {
    const { content, hasPicture, hasSound } = readMp4(bytes);
    if (hasSound && !hasPicture) return { mimeType: 'audio/mp4', content };
    throw new AppError('media.not_a_sound');
  }
  const frames = readFrames(bytes);
  if (!frames) throw new AppError('media.not_a_sound');
  return frames;
}
