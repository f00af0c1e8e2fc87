import { AppError } from '../../../preload/contract';

/**
 * The text of a file: UTF-8, or UTF-16 with its byte order mark, in which spreadsheets save "Unicode text".
 * Any other encoding would be a guess, and a wrong guess takes letters from every translation.
 *
 * @throws AppError `translations.not_unicode`
 */
export function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  try {
    if (first === 0xff && second === 0xfe) return utf16(bytes);
    if (first === 0xfe && second === 0xff) {
      return utf16(Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16());
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('translations.not_unicode', {}, { cause: error });
  }
}

const utf16 = (bytes: Buffer): string => new TextDecoder('utf-16le', { fatal: true }).decode(bytes);
