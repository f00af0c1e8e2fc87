const MAX_LENGTH = 60;

/** A file name from an experience's name that every system takes: letters, digits and hyphens. */
export function fileNameFor(experienceName: string): string {
  const words = experienceName
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  const name = words.toLowerCase().slice(0, MAX_LENGTH).replace(/-+$/, '');
  return `${name || 'experience'}.json`;
}
