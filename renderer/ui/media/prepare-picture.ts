import { AppError, MAX_MEDIA_BYTES } from '../../../preload/contract';
import { bytesOf, drawn, encoded } from './canvas';
import { drawSvg, isSvg } from './draw-svg';

/** Sharp on any screen that shows a chat. */
const LONGEST_EDGE = 2_560;
/** Of pictures that are made smaller here: as much as the largest cameras of phones take. */
const MAX_DRAWN_PIXELS = 110_000_000;
/** Files are read into memory as a whole. */
const MAX_READ_BYTES = 100 * 1024 * 1024;
const QUALITIES = [0.9, 0.8, 0.65, 0.5];

/**
 * The bytes to send: those of the file, or of a smaller picture drawn from it. An SVG file becomes a PNG
 * picture here: main gets pixels, and never what could run or ask for anything.
 *
 * @throws AppError `media.*`
 */
export async function preparePicture(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > MAX_READ_BYTES) throw tooLarge(MAX_READ_BYTES);
  if (await isSvg(file)) return drawSvg(file);
  const url = URL.createObjectURL(file);
  try {
    const image = await loaded(url);
    // Main says what is wrong with it.
    if (!image && file.size <= MAX_MEDIA_BYTES.picture) return await bytesOf(file);
    if (!image) throw new AppError('media.not_a_picture');
    const isSmall = Math.max(image.naturalWidth, image.naturalHeight) <= LONGEST_EDGE;
    const fits = file.size <= MAX_MEDIA_BYTES.picture;
    if (fits && (isSmall || (await isAnimated(file)))) return await bytesOf(file);
    // Drawn, it would stand still.
    if (await isAnimated(file)) throw tooLarge(MAX_MEDIA_BYTES.picture);
    return await shrunk(image);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function tooLarge(bytes: number): AppError {
  return new AppError('media.too_large', { max: bytes / 1024 / 1024 });
}

/** Its size is known before any pixel is decoded. Null for what the browser takes for no picture. */
async function loaded(url: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  const isPicture = await new Promise<boolean>((resolve) => {
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = url;
  });
  if (!isPicture) return null;
  if (image.naturalWidth * image.naturalHeight > MAX_DRAWN_PIXELS) {
    throw new AppError('media.too_many_pixels', { max: MAX_DRAWN_PIXELS / 1_000_000 });
  }
  return image;
}

async function isAnimated(file: File): Promise<boolean> {
  const isKnown = await ImageDecoder.isTypeSupported(file.type).catch(() => false);
  if (!isKnown) return false;
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type: file.type });
  try {
    await decoder.tracks.ready;
    return decoder.tracks.selectedTrack?.animated ?? false;
  } catch {
    return false;
  } finally {
    decoder.close();
  }
}

async function shrunk(image: HTMLImageElement): Promise<Uint8Array<ArrayBuffer>> {
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = drawn(image, Math.min(1, LONGEST_EDGE / Math.max(width, height)));
  for (const quality of QUALITIES) {
    const blob = await encoded(canvas, 'image/webp', quality);
    if (blob.size <= MAX_MEDIA_BYTES.picture) return bytesOf(blob);
  }
  throw tooLarge(MAX_MEDIA_BYTES.picture);
}
