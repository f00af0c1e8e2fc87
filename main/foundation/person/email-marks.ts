import { cleanLine } from '../text/clean-text';

/** The forms of ASCII signs that are as wide as a Chinese one, and their small ones (UAX 11). */
const WIDE = /[\uFE50-\uFE6B\uFF01-\uFF9F]/g;
/** Joiners and selectors that {@link cleanLine} leaves to emoji and to some scripts. */
const INVISIBLE = /(?![\u200C\u200D])\p{DI}/gu;
/** What is longer is no address with a name and marks around it, and not worth the time. */
const MAX_LENGTH = 2_000;
/** Quotes and brackets that stand around a whole address. */
const PAIRS = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['‘', '’'],
  ['‚', '‘'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['<', '>'],
  ['(', ')'],
  ['[', ']'],
] as const;
const ATEXT: ReadonlySet<string> = new Set("'`");
/** `Name <address>`; a name in quotes may hold anything. */
const NAMED = /^(?:"[^"]*"|[^<>"])*<([^<>]*)>$/;
const LINK = /^mailto:([^?]*)(?:\?.*)?$/i;
/** What ends a sentence or an entry; a dot ends the name of a domain as well (RFC 1034, 3.1). */
const BEHIND = /(?<!\.)(?:[\s,;:!?]|\.(?!\.))+$/;
const BEFORE = /^[\s,;:]+/;

/**
 * A text without what people type, copy and paste around an address: invisible characters, blanks,
 * `mailto:`, a name before it, brackets, quotes, and the comma or dot behind it. Wide signs are plain.
 */
export function bareAddress(text: string): string {
  if (text.length > MAX_LENGTH) return cleanLine(text);
  let bare = cleanLine(text.replaceAll(WIDE, (sign) => sign.normalize('NFKC')));
  bare = bare.replaceAll(INVISIBLE, '').trim();
  for (;;) {
    const before = bare;
    bare = unwrapped(bare.replace(BEHIND, '').replace(BEFORE, ''));
    if (bare === before) return bare;
  }
}

function unwrapped(text: string): string {
  const link = LINK.exec(text)?.[1];
  if (link !== undefined) return percentDecoded(link);
  const named = NAMED.exec(text)?.[1];
  if (named !== undefined) return named.trim();
  for (const [opening, closing] of PAIRS) {
    const isOpened = text.startsWith(opening);
    const isClosed = text.length > 1 && text.endsWith(closing);
    const within = text.slice(1, -1);
    if (isOpened && isClosed && !within.includes(opening)) return within.trim();
    // Half of a pair, where only a part was copied. An address can begin with such a quote, and not end.
    if (isClosed && !text.slice(0, -1).includes(opening)) return text.slice(0, -1).trim();
    if (isOpened && !ATEXT.has(opening) && !text.slice(1).includes(closing)) return text.slice(1);
  }
  return text;
}

function percentDecoded(text: string): string {
  try {
    return cleanLine(decodeURIComponent(text));
  } catch {
    return text;
  }
}
