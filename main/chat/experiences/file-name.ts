import { fitBytes } from '../../foundation/text/fit-bytes';

const MAX_BYTES = 120;

/** A file name from an experience's name that every system takes: letters, digits and hyphens. */
export function fileNameFor(experienceName: string): string {
  const words = experienceName
    .normalize('NFKD')
    // Accents go; the vowel signs of Indian and Thai letters are no accents.
    .replaceAll(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  const name = fitBytes(words.toLowerCase(), MAX_BYTES).replace(/-+$/, '');
  return `${name || 'experience'}.json`;
}
