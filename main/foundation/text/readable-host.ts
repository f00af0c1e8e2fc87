import { domainToUnicode } from 'node:url';

/** The name of a host in its own script (IDNA), as long as it is not made to look like another one. */
export function readableHost(host: string): string {
  const name = domainToUnicode(host);
  return name !== '' && isHonest(name) ? name : host;
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
