/** Backslashes before a mark, as a text begins with them. */
const BEGINS_WITH_MARK = /^\\*[*_[\]]/;
const MARKED = /(\\*)([*_[\]]|(?<=\]\\*)\()/g;
const AT_LINE_START = /(?:^|\n)[ \t]*$/;
const AT_END = /(?<!\\)(\\+)$/;
const AT_END_OF_START = /(?:^|\n)[ \t]*(\\+)$/;
/** What begins a heading or a list. */
const BEGINS_BLOCK = /^([ \t]*)(\\*)(?=[#\-\d])/;
/** Not behind a bracket that is escaped. */
const IN_ADDRESS = /(?<=(?<!\\)(?:\\\\)*)\]\(([^()\s]*)$/;
/** What would be the words of a link, were there an address behind them. */
const ENDS_WORDS = /\]\\*$/;
const BEGINS_ADDRESS = /^(\\*)\(/;
const AFTER_SITE = /^https:\/\/[^/?#\\@]+[/?#]/i;

/**
 * A text of light markdown from its fixed parts and the values between them. Each value means the
 * characters that it has; in the address of a link it cannot change where the link leads.
 */
export function joinMarked(fixed: readonly string[], values: readonly string[]): string {
  let joined = fixed[0] ?? '';
  let run = '';
  for (const [at, value] of values.entries()) {
    run += value;
    const next = fixed[at + 1] ?? '';
    // Values beside one another are one: together, they could be a mark that neither of them is.
    if (next === '' && at + 1 < values.length) continue;
    joined = append(withValue(joined, run, next), next);
    run = '';
  }
  return joined;
}

function withValue(before: string, value: string, after: string): string {
  const address = IN_ADDRESS.exec(before)?.[1];
  if (address === undefined) {
    const inner = escaped(before, value, after);
    const outer = ENDS_WORDS.test(before) ? inner.replace(BEGINS_ADDRESS, '$1$1\\(') : inner;
    return append(before, outer);
  }
  if (AFTER_SITE.test(address)) return before + inAddress(value);
  // A value in the name of the site would say where the link leads: it is none, then.
  const words = before.slice(0, before.length - address.length - 2);
  return append(`${words}\\](${address}`, escaped('x', value, after));
}

/** Without the characters that end an address or mean an emphasis. */
function inAddress(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replaceAll(
    /[()*_!']/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function escaped(before: string, value: string, after: string): string {
  const lines = value
    .replaceAll(MARKED, (_, slashes: string, mark: string) => `${slashes}${slashes}\\${mark}`)
    .split(/(?<=\r(?!\n)|\n)/);
  return lines
    .map((line, at) => {
      const startsLine = at > 0 || AT_LINE_START.test(before);
      return startsLine && couldBegin(line, at === lines.length - 1 ? after : '')
        ? line.replace(
            BEGINS_BLOCK,
            (_, blanks: string, slashes: string) => `${blanks}${slashes}${slashes}\\`,
          )
        : line;
    })
    .join('');
}

/** A number is only escaped where it would number a list. */
function couldBegin(line: string, after: string): boolean {
  return (
    /^\s*(?:\\*[#-]|\\+\d|\d+\.)/.test(line) || (/^\s*\d+$/.test(line) && after.startsWith('.'))
  );
}

/** Two texts side by side, in which backslashes at the seam stay what they are. */
function append(before: string, after: string): string {
  const isAddress = ENDS_WORDS.test(before) && BEGINS_ADDRESS.test(after);
  if (isAddress || BEGINS_WITH_MARK.test(after)) return before + endOf(before, AT_END) + after;
  const slashes = /^\\*(?=[#\-\d])/.exec(after)?.[0];
  const others = slashes === undefined ? '' : endOf(before, AT_END_OF_START);
  return others ? before + others + slashes + after : before + after;
}

function endOf(text: string, slashes: RegExp): string {
  return slashes.exec(text)?.[1] ?? '';
}
