import { type Answer, MAX_SIGNATURE_BYTES } from '../../../../preload/contract';
import { cleanLine } from '../../../foundation/text/clean-text';
import { kindOf } from '../../files/kinds';
import { withoutMetadata } from '../../files/metadata';
import { pngSize } from '../../files/metadata/png';
import type { FileToKeep } from '../ask/file-row';

export interface Signature {
  /** {@link SIGNED}, or the initials. */
  readonly value: string;
  /** Of a signature that was drawn. */
  readonly file?: FileToKeep;
}

/** What a variable holds after a signature that was drawn, in every language. */
export const SIGNED = 'signed';
const NAME = 'signature.png';

/** In pixels; a page that draws larger ones is not ours. */
const MAX_WIDTH = 4_000;
const MAX_HEIGHT = 2_000;
/** Room for a whole name, by which some sign. */
const MAX_INITIALS = 60;

/** Null for what is none. `draws` is false where only initials are asked for. */
export function readSignature(answer: Answer, draws: boolean): Signature | null {
  if (answer.kind !== 'signature') return null;
  if (answer.by === 'initials') {
    const value = cleanLine(answer.text);
    return value.length <= MAX_INITIALS && /[\p{L}\p{N}]/u.test(value) ? { value } : null;
  }
  const picture = draws ? cleanPicture(answer.png) : null;
  return picture && { value: SIGNED, file: { name: NAME, kind: 'png', content: picture } };
}

function cleanPicture(content: Uint8Array): Uint8Array | null {
  if (content.byteLength > MAX_SIGNATURE_BYTES || kindOf(content) !== 'png') return null;
  const { width, height } = pngSize(content) ?? { width: 0, height: 0 };
  const fits = width > 0 && width <= MAX_WIDTH && height > 0 && height <= MAX_HEIGHT;
  return fits ? withoutMetadata('png', content) : null;
}
