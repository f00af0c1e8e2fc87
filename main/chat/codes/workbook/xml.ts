import { AppError } from '../../../../preload/contract';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  readonly onOpenTag?: (name: string, attributes: Attributes) => void;
  readonly onText?: (text: string) => void;
  readonly onCloseTag?: (name: string) => void;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Reads XML that begins and ends between tags; whether they are nested as they should be is for the
 * handlers. Names come without prefix, but for those of attributes. Nothing is ever fetched, and entities
 * that a document declares stay the texts that name them, so that none can grow.
 *
 * hucre reads workbooks as well, but tells neither how a number is formatted (`00042` would lose its
 * zeros) nor which sheets are hidden, and reads ahead of whoever takes its rows.
 *
 * @throws AppError `codes.workbook_damaged`
 */
export function parseXml(xml: string, handlers: XmlHandlers): void {
  for (let at = 0; at < xml.length; ) {
    const tag = xml.indexOf('<', at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at) handlers.onText?.(decoded(xml.slice(at, end)));
    if (tag < 0) return;
    at = parseTag(xml, tag, handlers);
  }
}

const BANG = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const QUESTION = 63;
/** Blank, tab and line ends; a sheet has no other characters below in a tag. */
const isBlank = (code: number): boolean => code <= 32;

/** Returns where the tag, or what else begins there, ends. A sheet has millions of them. */
function parseTag(xml: string, at: number, handlers: XmlHandlers): number {
  const second = xml.charCodeAt(at + 1);
  if (second === QUESTION) return after(xml, '?>', at);
  if (second === BANG) return parseDeclaration(xml, at, handlers);
  const end = endOfTag(xml, at);
  if (second === SLASH) {
    handlers.onCloseTag?.(localName(xml.slice(at + 2, end - 1)));
    return end;
  }
  const isEmpty = xml.charCodeAt(end - 2) === SLASH;
  const last = isEmpty ? end - 2 : end - 1;
  let nameEnd = at + 1;
  while (nameEnd < last && !isBlank(xml.charCodeAt(nameEnd))) nameEnd++;
  if (nameEnd === at + 1) damaged();
  const name = localName(xml.slice(at + 1, nameEnd));
  handlers.onOpenTag?.(name, attributesIn(xml, nameEnd, last));
  if (isEmpty) handlers.onCloseTag?.(name);
  return end;
}

/** A comment, character data, or a document type, whose entities are not read. */
function parseDeclaration(xml: string, at: number, handlers: XmlHandlers): number {
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at + 4);
  if (!xml.startsWith('<![CDATA[', at)) return endOfTag(xml, at);
  const end = after(xml, ']]>', at);
  handlers.onText?.(xml.slice(at + 9, end - 3));
  return end;
}

/** Behind the `>` that stands in no attribute. */
function endOfTag(xml: string, at: number): number {
  for (let from = at; ; ) {
    const close = xml.indexOf('>', from);
    if (close < 0) return damaged();
    const quote = firstQuote(xml, from, close);
    if (quote < 0) return close + 1;
    from = after(xml, xml[quote] ?? '', quote + 1);
  }
}

function firstQuote(xml: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = xml.charCodeAt(at);
    if (code === QUOTE || code === APOSTROPHE) return at;
  }
  return -1;
}

const NO_ATTRIBUTES: Attributes = Object.freeze(Object.create(null));

function attributesIn(xml: string, from: number, to: number): Attributes {
  let attributes: Record<string, string> | null = null;
  for (let at = from; ; ) {
    while (at < to && isBlank(xml.charCodeAt(at))) at++;
    if (at >= to) return attributes ?? NO_ATTRIBUTES;
    const equals = xml.indexOf('=', at);
    if (equals < 0 || equals >= to) return damaged();
    const name = xml.slice(at, equals).trimEnd();
    at = equals + 1;
    while (at < to && isBlank(xml.charCodeAt(at))) at++;
    const quote = xml.charCodeAt(at);
    if (quote !== QUOTE && quote !== APOSTROPHE) return damaged();
    const end = after(xml, quote === QUOTE ? '"' : "'", at + 1);
    if (end > to) return damaged();
    attributes ??= Object.create(null) as Record<string, string>;
    attributes[name] = decoded(xml.slice(at + 1, end - 1));
    at = end;
  }
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (all, hex, decimal, name) => {
      if (name !== undefined) return ENTITIES[name] ?? all;
      const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** `_x000D_` in a text of a workbook is the character of this number (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found < 0 ? damaged() : found + end.length;
}

function localName(tag: string): string {
  const name = tag.charCodeAt(tag.length - 1) <= 32 ? tag.trimEnd() : tag;
  return name.includes(':') ? name.slice(name.indexOf(':') + 1) : name;
}

function damaged(): never {
  throw new AppError('codes.workbook_damaged');
}
