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

/** Returns where the tag, or what else begins there, ends. */
function parseTag(xml: string, at: number, handlers: XmlHandlers): number {
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at + 4);
  if (xml.startsWith('<?', at)) return after(xml, '?>', at);
  if (xml.startsWith('<![CDATA[', at)) {
    const end = after(xml, ']]>', at);
    handlers.onText?.(xml.slice(at + 9, end - 3));
    return end;
  }
  const end = endOfTag(xml, at);
  if (xml[at + 1] === '!') return end;
  if (xml[at + 1] === '/') {
    handlers.onCloseTag?.(localName(xml.slice(at + 2, end - 1).trim()));
    return end;
  }
  const isEmpty = xml[end - 2] === '/';
  const content = xml.slice(at + 1, isEmpty ? end - 2 : end - 1);
  const [tag = ''] = /^[^\s]+/.exec(content) ?? [];
  if (tag === '') damaged();
  const name = localName(tag);
  handlers.onOpenTag?.(name, attributesIn(content, tag.length));
  if (isEmpty) handlers.onCloseTag?.(name);
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
  for (let at = from; at < to; at++) if (xml[at] === '"' || xml[at] === "'") return at;
  return -1;
}

function attributesIn(content: string, from: number): Attributes {
  const attributes: Record<string, string> = Object.create(null);
  for (let at = from; ; ) {
    while (/\s/.test(content[at] ?? '')) at++;
    if (at >= content.length) return attributes;
    const equals = content.indexOf('=', at);
    if (equals < 0) return damaged();
    const name = content.slice(at, equals).trimEnd();
    at = equals + 1;
    while (/\s/.test(content[at] ?? '')) at++;
    const quote = content[at];
    if (quote !== '"' && quote !== "'") return damaged();
    const end = after(content, quote, at + 1);
    attributes[name] = decoded(content.slice(at + 1, end - 1));
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

const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1);

function damaged(): never {
  throw new AppError('codes.workbook_damaged');
}
