/** A part of a line: words, or words with an emphasis, a link around them, or a reference. */
export type Inline =
  | string
  | { mark: 'strong' | 'em'; children: Inline[] }
  /** `https:` as browsers read it, or `legal:` and the id of a legal text. */
  | { address: string; children: Inline[] }
  /** The expression of a `${…}`. */
  | { reference: string };

/** Braces around an expression; quoted texts inside it may hold braces of their own. */
export const REFERENCE = /\$\{((?:[^{}"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)\}/g;

/** What can be escaped anywhere, and behind the words of a link what begins its address. */
const MARKS = '*_[](';
const ESCAPED = /(\\+)([*_[\]]|(?<=\]\\+)\()/g;

/** Characters that no text has: Unicode keeps them for what a program does inside. */
const NONCHARACTERS = /[\uFDD0-\uFDEF]/g;
const HIDDEN = /[\uFDD0-\uFDD4]/g;
const FIRST_HIDDEN = 0xfdd0;
const HELD = '\uFDEF';

const PATTERN =
  /(?<strong>\*\*|__)(?=\S)(?<bold>.+?)(?<=\S)\k<strong>(?!(?<=\*)\*)|(?<em>[*_])(?=\S)(?<italic>.+?)(?<=\S)\k<em>|(?<typed>https?:\/\/\S+)|\[(?<words>[^\]]+)\]\((?<url>[^()\s]+)\)/;

/** Pages and Node have it; the contract is compiled without the library of either. */
declare const URL: {
  canParse(url: string): boolean;
  new (url: string): { protocol: string; username: string; password: string; href: string };
};

/** A text in which escaped marks and references are hidden, and what reads its lines in their order. */
export interface Reader {
  readonly source: string;
  read(line: string): Inline[];
}

export function inlineReader(text: string, { hasReferences }: { hasReferences: boolean }): Reader {
  const held: string[] = [];
  let source = text.replaceAll(NONCHARACTERS, '');
  if (hasReferences) {
    source = source.replaceAll(REFERENCE, (_, inner: string) => {
      held.push(inner);
      return HELD;
    });
  }
  source = source.replaceAll(ESCAPED, (_, slashes: string, mark: string) => {
    const shown = '\\'.repeat(slashes.length >> 1);
    return shown + (slashes.length % 2 ? hidden(mark) : mark);
  });
  return { source, read: (line) => parse(line, held) };
}

function hidden(mark: string): string {
  return String.fromCharCode(FIRST_HIDDEN + MARKS.indexOf(mark));
}

function shown(text: string): string {
  return text.replaceAll(HIDDEN, (mark) => MARKS[mark.charCodeAt(0) - FIRST_HIDDEN] ?? '');
}

function parse(line: string, held: string[]): Inline[] {
  const parts: Inline[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain) parts.push(...leaves(plain, held));
    plain = '';
  };
  let rest = line;
  for (let match = PATTERN.exec(rest); match?.groups; match = PATTERN.exec(rest)) {
    const { bold, italic, words, url } = match.groups;
    const before = plain + rest.slice(0, match.index);
    rest = rest.slice(match.index + match[0].length);
    const address = url === undefined ? null : addressOf(url);
    plain = before;
    if (bold !== undefined && !isInsideWord(before, match[0], rest)) {
      flush();
      parts.push({ mark: 'strong', children: parse(bold, held) });
    } else if (italic !== undefined && !isInsideWord(before, match[0], rest)) {
      flush();
      parts.push({ mark: 'em', children: parse(italic, held) });
    } else if (words !== undefined && address !== null) {
      flush();
      const children = parse(words, held);
      parts.push({ address: whole(address, held), children });
    } else if (words !== undefined && url !== undefined) {
      plain += words === url ? asRead(url) : `${words} (${asRead(url)})`;
    } else {
      plain += match[0];
    }
  }
  plain += rest;
  flush();
  return parts;
}

/** Words and the references between them. */
function leaves(text: string, held: string[]): Inline[] {
  return text.split(HELD).flatMap((words, at): Inline[] => {
    const reference = at === 0 ? [] : [{ reference: held.shift() ?? '' }];
    return words ? [...reference, shown(words)] : reference;
  });
}

/** An address with its references, as text. */
function whole(address: string, held: string[]): string {
  return shown(address).replaceAll(HELD, () => `\${${held.shift() ?? ''}}`);
}

const LEGAL = /^legal:[A-Za-z0-9_-]{1,64}$/;

/** Where a link leads; null for what the chat opens nothing for. */
function addressOf(typed: string): string | null {
  const url = shown(typed);
  if (LEGAL.test(url)) return url;
  // A template's address is one once its references are filled in.
  if (url.includes(HELD)) return isFixedSite(url) ? url : null;
  if (!URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  return protocol === 'https:' && username === '' && password === '' ? href : null;
}

/** Whether no reference stands in the name of the site. */
function isFixedSite(url: string): boolean {
  return /^https:\/\/[^/?#\\@\uFDEF]+[/?#]/i.test(url);
}

/** As a browser reads it, without letters that look like others or turn the direction of writing. */
function asRead(url: string): string {
  const typed = shown(url);
  return /^https?:/i.test(typed) && !typed.includes(HELD) && URL.canParse(typed)
    ? new URL(typed).href
    : url;
}

/** `snake_case_names` and addresses keep their underscores. */
function isInsideWord(before: string, match: string, after: string): boolean {
  return match.startsWith('_') && (/\w$/.test(before) || /^\w/.test(after));
}

/** The words of a line without emphasis; an address of the web stands behind its words. */
export function plainInline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('reference' in part) return `‹${part.reference.trim()}›`;
      const words = plainInline(part.children);
      if ('mark' in part || words === part.address) return words;
      // An address that is not filled in yet, or that of a legal text, says nothing to anybody.
      const isReadable = !part.address.startsWith('legal:') && !part.address.includes('${');
      return isReadable ? `${words} (${part.address})` : words;
    })
    .join('');
}
