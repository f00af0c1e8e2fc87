import { type Inline, inlineReader, plainInline, type Reader } from './light-inline';

/**
 * The light markdown of a chat's texts: headings of two levels, lists that are nested once, bold, italic
 * and links. Lines stay as they are typed, and what is none of this stays as it was typed, too: HTML,
 * pictures, tables. It is no CommonMark, which folds lines and blanks and reads `24. December` as a list.
 */
export type Block =
  /** Lines as they are typed. */
  | { kind: 'text'; lines: Inline[][] }
  | { kind: 'heading'; level: 1 | 2; children: Inline[] }
  | List;

export interface List {
  kind: 'list';
  isOrdered: boolean;
  items: ListItem[];
}

export interface ListItem {
  lines: Inline[][];
  /** One level only: its items have none. */
  nested: List | null;
}

const HEADING = /^(#{1,6}) +(\S.*)$/;
const ITEM = /^([ \t]*)([-*]|\d{1,9}\.)[ \t]+(\S.*)$/;
const CONTINUED = /^(?: {2}|\t)\s*(\S.*)$/;
/** Backslashes before what would otherwise begin a heading or a list. */
const ESCAPED_START = /^([ \t]*)(\\+)(?=[#\-\d])/;

/** A text as it is shown: what a value has put in cannot be a reference any more. */
export function parseMarkdown(text: string): Block[] {
  return blocksOf(inlineReader(text, { hasReferences: false }));
}

/** A text as its author writes it, with `${…}` as references. */
export function parseTemplate(text: string): Block[] {
  return blocksOf(inlineReader(text, { hasReferences: true }));
}

function blocksOf({ source, read }: Reader): Block[] {
  const lines = source.split(/\r\n?|\n/);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const heading = HEADING.exec(line);
    const list = heading ? null : readList(lines, at);
    const last = blocks.at(-1);
    if (heading) {
      const [, marks = '', words = ''] = heading;
      blocks.push({ kind: 'heading', level: marks.length === 1 ? 1 : 2, children: read(words) });
    } else if (list) {
      blocks.push(readItems(list.rows, read));
    } else if (last?.kind === 'text') {
      last.lines.push(read(withoutEscape(line)));
    } else {
      blocks.push({ kind: 'text', lines: [read(withoutEscape(line))] });
    }
    at = list ? list.end : at + 1;
  }
  return blocks;
}

interface Row {
  depth: 0 | 1;
  isOrdered: boolean;
  lines: string[];
}

interface Bullet {
  depth: 0 | 1;
  /** `-`, `*` or the number. */
  sign: string;
  words: string;
}

function bulletOf(line: string | undefined): Bullet | null {
  const match = ITEM.exec(line ?? '');
  if (!match) return null;
  const [, indent = '', sign = '', words = ''] = match;
  const depth = indent.replaceAll('\t', '    ').length >= 2 ? 1 : 0;
  return { depth, sign: sign.replace('.', ''), words };
}

/**
 * The list that begins at a line. Numbers count up from 1, since "24. December" is a date; a lone star is
 * the footnote to a price.
 */
function readList(lines: readonly string[], start: number): { rows: Row[]; end: number } | null {
  const rows: Row[] = [];
  const signs: [string | null, string | null] = [null, null];
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const bullet = bulletOf(line);
    const last = rows.at(-1);
    const isNear = end === at || bullet?.sign === String(Number(signs[0]) + 1);
    if (bullet && isNear && follows(bullet, signs, rows.length > 0)) {
      signs[bullet.depth] = bullet.sign;
      if (bullet.depth === 0) signs[1] = null;
      rows.push({ depth: bullet.depth, isOrdered: /\d/.test(bullet.sign), lines: [bullet.words] });
      end = at + 1;
      continue;
    }
    // Numbers go on after a blank line; bullets begin a list anew.
    if (line.trim() === '' && /\d/.test(signs[0] ?? '')) continue;
    const continued = CONTINUED.exec(line);
    if (!continued || !last || end !== at) break;
    last.lines.push(continued[1] ?? '');
    end = at + 1;
  }
  const isFootnote = signs[0] === '*' && rows.filter(({ depth }) => depth === 0).length < 2;
  return rows.length === 0 || isFootnote ? null : { rows, end };
}

function follows(
  { depth, sign }: Bullet,
  signs: readonly [string | null, string | null],
  isInList: boolean,
): boolean {
  if (depth === 1 && !isInList) return false;
  const before = signs[depth];
  if (before === null) return sign === '-' || sign === '*' || sign === '1';
  return /\d/.test(before) ? sign === String(Number(before) + 1) : sign === before;
}

function readItems(rows: readonly Row[], read: Reader['read']): List {
  const list: List = { kind: 'list', isOrdered: rows[0]?.isOrdered ?? false, items: [] };
  for (const { depth, isOrdered, lines } of rows) {
    const [first = '', ...others] = lines;
    const item = { lines: [first, ...others.map(withoutEscape)].map(read), nested: null };
    const parent = list.items.at(-1);
    if (depth === 0 || !parent) list.items.push(item);
    else if (parent.nested) parent.nested.items.push(item);
    else parent.nested = { kind: 'list', isOrdered, items: [item] };
  }
  return list;
}

/** Before a mark, two backslashes mean one, and a single one takes the mark its meaning. */
function withoutEscape(line: string): string {
  return line.replace(
    ESCAPED_START,
    (_, indent: string, slashes: string) => indent + '\\'.repeat(slashes.length >> 1),
  );
}

/** Whether a line that is meant as words would be read as something else. */
export function beginsBlock(line: string, isAfterList: boolean): boolean {
  if (HEADING.test(line) || ESCAPED_START.test(line)) return true;
  const bullet = bulletOf(line);
  return bullet !== null && (isAfterList || !/\d/.test(bullet.sign) || bullet.sign === '1');
}

/** The words without their marks, for one line of summary; references are shown as `‹name›`. */
export function plainText(source: string): string {
  return parseTemplate(source)
    .flatMap((block) => linesOf(block))
    .join('\n');
}

function linesOf(block: Block): string[] {
  if (block.kind === 'heading') return [plainInline(block.children)];
  if (block.kind === 'text') return block.lines.map(plainInline);
  return block.items.flatMap(({ lines, nested }, at) => {
    const [first = '', ...rest] = lines.map(plainInline);
    const sign = block.isOrdered ? `${at + 1}.` : '•';
    return [`${sign} ${first}`, ...rest, ...(nested ? linesOf(nested) : [])];
  });
}

/** Where the links of a text lead. */
export function addressesIn(text: string): string[] {
  const within = (parts: readonly Inline[]): string[] =>
    parts.flatMap((part) => {
      if (typeof part === 'string' || 'reference' in part) return [];
      const inner = within(part.children);
      return 'address' in part ? [part.address, ...inner] : inner;
    });
  const ofBlock = (block: Block): string[] => {
    if (block.kind === 'heading') return within(block.children);
    if (block.kind === 'text') return block.lines.flatMap(within);
    return block.items.flatMap(({ lines, nested }) => [
      ...lines.flatMap(within),
      ...(nested ? ofBlock(nested) : []),
    ]);
  };
  return parseMarkdown(text).flatMap(ofBlock);
}

/** A link as a text has it: what it does, and where it does not open, is the same everywhere. */
export function linkTo(words: string, address: string): string {
  return `[${words.replaceAll(/[[\]\\]/g, '')}](${withoutParentheses(address)})`;
}

/** An address within a text ends with the first of them. */
export function withoutParentheses(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}
