import type { TypebotReason } from '../../../../preload/contract';
import { isObject, type Loose, list, text } from './loose';

/**
 * The text of a bubble in Typebot's own notation, with our marks for bold and italic. Newer files keep a
 * tree, older ones HTML or plain text.
 */
export function bubbleText(content: Loose, lost: Set<TypebotReason>): string {
  const rich = list(content.richText).filter(isObject);
  if (rich.length > 0) return rich.map((node) => lineOf(node, lost, '')).join('\n');
  const html = text(content.html);
  return html ? textOfHtml(html, lost) : text(content.plainText);
}

const LISTS = new Set(['ul', 'ol']);

/** One element of the tree, with the elements inside it; items of lists stand on lines of their own. */
function lineOf(node: Loose, lost: Set<TypebotReason>, indent: string): string {
  const type = text(node.type);
  const children = list(node.children).filter(isObject);
  if (LISTS.has(type)) {
    return children
      .map((item, at) => {
        const mark = type === 'ol' ? `${at + 1}.` : '-';
        return `${indent}${mark} ${lineOf(item, lost, `${indent}  `)}`;
      })
      .join('\n');
  }
  if (/^(h\d|blockquote|code_block)$/.test(type)) lost.add('formatting_lost');
  return children
    .map((child, at) => {
      const isBlock = LISTS.has(text(child.type)) || /^(p|li|h\d)$/.test(text(child.type));
      return `${isBlock && at > 0 ? '\n' : ''}${inlineOf(child, lost, indent)}`;
    })
    .join('');
}

function inlineOf(node: Loose, lost: Set<TypebotReason>, indent: string): string {
  if (typeof node.text === 'string') return leafOf(node, node.text, lost);
  const inner = lineOf(node, lost, indent);
  if (node.type !== 'a') return inner;
  lost.add('links_as_text');
  const url = text(node.url);
  return url && url !== inner ? `[${inner}](${url})` : inner;
}

/** Would be read as bold or italic, though it was typed as it is. */
const MARKS =
  /\*{1,2}(?=\S).{0,300}?\S\*|(^|\W)_{1,2}(?=\S).{0,300}?\S_|\[[^\]]{1,300}\]\([^()\s]+\)/;

function leafOf(node: Loose, words: string, lost: Set<TypebotReason>): string {
  if (node.underline || node.code || node.strikethrough) lost.add('formatting_lost');
  if (MARKS.test(words.slice(0, 5_000))) lost.add('marks_as_formatting');
  if (!node.bold && !node.italic) return words;
  const [open, close] = node.bold ? (node.italic ? ['**_', '_**'] : ['**', '**']) : ['*', '*'];
  return words
    .split('\n')
    .map((line) => line.replace(/^(\s*)(\S.*?)(\s*)$/, `$1${open}$2${close}$3`))
    .join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function textOfHtml(html: string, lost: Set<TypebotReason>): string {
  if (/<a\s/i.test(html)) lost.add('links_as_text');
  if (/slate-|<(b|i|u|strong|em|h\d)\b/i.test(html)) lost.add('formatting_lost');
  return html
    .replaceAll(/<br\s{0,3}\/?>|<\/(?:div|p|li|h\d)>/gi, '\n')
    .replaceAll(/<[^<>]{0,2000}>/g, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) =>
      name === undefined ? characterOf(Number(decimal ?? `0x${hex}`)) : (ENTITIES[name] ?? whole),
    )
    .trim();
}

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** As long as a text of a module may be. */
const MAX_TEXT = 5_000;
const MAX_PIECES = 20;

/** Pieces that fit into a module each, divided at ends of lines where there are any. */
export function divide(source: string, lost: Set<TypebotReason>): string[] {
  const pieces: string[] = [];
  for (let rest = source.trim(); rest !== ''; ) {
    if (pieces.length === MAX_PIECES) {
      lost.add('shortened');
      break;
    }
    const end = rest.length <= MAX_TEXT ? rest.length : endWithin(rest.slice(0, MAX_TEXT));
    pieces.push(rest.slice(0, end).trim().toWellFormed());
    rest = rest.slice(end).trim();
  }
  return pieces;
}

/** Never inside of an expression. */
function endWithin(piece: string): number {
  const opened = piece.lastIndexOf('${');
  const isOpen = opened > 0 && !piece.slice(opened).includes('}');
  const within = isOpen ? piece.slice(0, opened) : piece;
  const end = Math.max(within.lastIndexOf('\n'), within.lastIndexOf(' '));
  return end > 0 ? end : within.length;
}
