import { readEmail } from './read-email';

/** A piece of a pasted list. */
export interface ListedAddress {
  /** As it was pasted. */
  readonly text: string;
  /** Null where the piece is not understood. */
  readonly email: string | null;
}

/** What a list is made of, first come first served; a quote that opens a name begins a word. */
const TOKENS = new RegExp(
  [
    String.raw`(?<end>[\r\n\u2028\u2029;；؛]+)`,
    '(?<comma>[,，、،])',
    String.raw`(?<tab>\t)`,
    String.raw`(?<blank>\s+?)`,
    String.raw`(?<quoted>"(?:[^"\\\r\n]|\\.)*"(?=[\s,;<]|$))`,
    String.raw`(?<bracketed><[^<>\r\n]*>)`,
    String.raw`(?<link>mailto:[^\s;<>"]*)`,
    String.raw`(?<word>[^\s,，、،;；؛<]+|<)`,
  ].join('|'),
  'giu',
);

type Kind = 'end' | 'comma' | 'tab' | 'blank' | 'quoted' | 'bracketed' | 'link' | 'word';

interface Token {
  readonly kind: Kind;
  readonly text: string;
}

/**
 * The addresses of a list as people paste it: one per line, or with commas, semicolons, tabs or blanks
 * between them, alone or as `Name <address>`, with names in quotes or in cells beside them. Every
 * piece that is more than a separator is in the result, in its order.
 */
export function readAddressList(text: string): ListedAddress[] {
  const tokens = [...text.matchAll(TOKENS)].map(({ groups = {}, 0: matched }): Token => {
    const [kind = 'word'] = Object.keys(groups).filter((name) => groups[name] !== undefined);
    return { kind: kind as Kind, text: matched };
  });
  return splitAt(tokens, 'end')
    .flatMap((line) => joinNames(line))
    .flatMap((cell) => entriesOf(cell));
}

function splitAt(tokens: readonly Token[], kind: Kind): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === kind) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The cells of a line; a name that a comma or a tab parts from its address stays with it. */
function joinNames(line: readonly Token[]): Token[][] {
  const rows = splitAt(line, 'comma').map((part) => {
    const cells = splitAt(part, 'tab').filter(isFilled);
    const addresses = cells.filter(hasAddress);
    // A row of a table: what stands beside its only address is about that person.
    return addresses.length === 1 ? [cells.flatMap((cell) => [...cell, TAB])] : cells;
  });
  const joined: Token[][] = [];
  let name: Token[] = [];
  for (const cell of rows.flat()) {
    const isName = !hasAddress(cell);
    const isNamed = cell.some(({ kind }) => kind === 'bracketed') && cell[0]?.kind !== 'bracketed';
    if (name.length > 0 && !isNamed) joined.push(name);
    const whole = isNamed && name.length > 0 ? [...name, COMMA, ...cell] : cell;
    if (isName) name = whole;
    else joined.push(whole);
    if (!isName) name = [];
  }
  return name.length > 0 ? [...joined, name] : joined;
}

const COMMA: Token = { kind: 'comma', text: ',' };
const TAB: Token = { kind: 'blank', text: '\t' };

const isFilled = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind, text }) => kind !== 'blank' && text.replaceAll(/\p{DI}/gu, '') !== '');

const holdsAt = ({ kind, text }: Token): boolean => kind !== 'blank' && /[@＠﹫]/.test(text);

const hasAddress = (tokens: readonly Token[]): boolean => tokens.some(holdsAt);

/** A piece ends with each address; what comes behind the last one belongs to it. */
function entriesOf(cell: readonly Token[]): ListedAddress[] {
  const pieces: Token[][] = [[]];
  const last = cell.findLastIndex(holdsAt);
  for (const [index, token] of cell.entries()) {
    pieces.at(-1)?.push(token);
    if (index < last && holdsAt(token) && !isName(cell, index)) pieces.push([]);
  }
  return pieces.filter(isFilled).flatMap(entryOf);
}

/** A name in quotes, with the address right behind it. */
function isName(cell: readonly Token[], at: number): boolean {
  if (cell[at]?.kind !== 'quoted') return false;
  let next = at + 1;
  while (cell[next]?.kind === 'blank') next++;
  return cell[next]?.kind === 'bracketed';
}

function entryOf(piece: readonly Token[]): ListedAddress[] {
  const text = piece
    .map((token) => token.text)
    .join('')
    .trim();
  const [carrier] = piece.filter(holdsAt).toReversed();
  const link = carrier?.kind === 'link' ? /^mailto:([^?]*)/i.exec(carrier.text)?.[1] : undefined;
  if (link?.includes(',')) return link.split(',').map((each) => entry(`mailto:${each}`, each));
  const email = readEmail(text) ?? (carrier ? readEmail(carrier.text) : null);
  const isSeveral = email === null && carrier?.kind === 'quoted' && /[@＠].*[@＠]/.test(text);
  return isSeveral ? readAddressList(carrier.text.slice(1, -1)) : [{ text, email }];
}

const entry = (link: string, text: string): ListedAddress => ({ text, email: readEmail(link) });
