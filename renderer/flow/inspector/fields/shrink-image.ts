const LONGEST_EDGE = 960;
/** In characters of the address; what the settings' schema takes at most. */
const MAX_LENGTH = 400_000;
const QUALITIES = [0.85, 0.7, 0.5, 0.3];

/**
 * The picture as a `data:` address: redrawn, which also leaves out where and when it was taken.
 *
 * @throws when the file is no picture, or too large however it is compressed.
 */
export async function shrinkImage(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_EDGE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  for (const quality of QUALITIES) {
    const address = canvas.toDataURL('image/webp', quality);
    if (address.length <= MAX_LENGTH) return address;
  }
  throw new Error('The picture is too large.');
}
