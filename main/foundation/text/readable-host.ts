import { domainToUnicode } from 'node:url';

/** The name of a host in its own script (IDNA), as long as it is not made to look like another one. */
export function readableHost(host: string): string {
  const name = domainToUnicode(host);
  return name !== '' && isHonest(name) ? name : host;
}

/**
 * Marks of print, such as curled quotes and long dashes, which IDNA allows in no name (RFC 5892) though
 * UTS 46 lets them pass; not those that belong to words (A.3 to A.7).
 */
const PRINTED = /(?![-_\u00B7\u0375\u05F3\u05F4\u30FB])[\p{P}\p{Z}]/u;

/** Whether a host has a mark that was copied with its name and is no part of it. */
export function hasPrintedMark(host: string): boolean {
  return domainToUnicode(host)
    .split('.')
    .some((label) => PRINTED.test(label));
}

const SCRIPTS = [
  /^[\p{scx=Latin}\d-]+$/u,
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}a-z\d-]+$/u,
  ...['Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Tamil', 'Thai', 'Armenian', 'Georgian'].map(
    (script) => new RegExp(`^[\\p{scx=${script}}\\d-]+$`, 'u'),
  ),
];
/** Scripts of which whole words look like Latin ones: readable only below an ending that is not Latin. */
const LOOKS_LATIN = [/^[\p{scx=Cyrillic}\d-]+$/u, /^[\p{scx=Greek}\d-]+$/u];

/** Whether a name is what it looks like: each of its labels is in one script (Unicode TS 39, 5.2). */
function isHonest(name: string): boolean {
  const labels = name.split('.');
  const isLatin = /^[a-z\d-]+$/.test(labels.at(-1) ?? '');
  const allowed = isLatin ? SCRIPTS : [...SCRIPTS, ...LOOKS_LATIN];
  return labels.every((label) => allowed.some((script) => script.test(label)));
}
