import type { JSONContent } from '@tiptap/react';
import {
  beginsBlock,
  type Inline,
  type List,
  type ListItem,
  parseTemplate,
} from '../../../../preload/contract';
import { type Piece, piecesOf, writePieces } from './rich-line';

/**
 * The editor's document of a text: a paragraph for each line, so that what is written looks as the chat
 * will show it. `textOf(documentOf(text))` is the text for whatever the editor makes.
 */
export function documentOf(text: string): JSONContent {
  const content = parseTemplate(text).flatMap((block): JSONContent[] => {
    if (block.kind === 'list') return [listNode(block)];
    if (block.kind === 'text') return block.lines.map((line) => lineNode('paragraph', [line]));
    return [{ ...lineNode('heading', [block.children]), attrs: { level: block.level } }];
  });
  return { type: 'doc', content };
}

function listNode({ isOrdered, items }: List): JSONContent {
  return { type: isOrdered ? 'orderedList' : 'bulletList', content: items.map(itemNode) };
}

function itemNode({ lines, nested }: ListItem): JSONContent {
  const content = [lineNode('paragraph', lines), ...(nested ? [listNode(nested)] : [])];
  return { type: 'listItem', content };
}

function lineNode(type: string, lines: readonly Inline[][]): JSONContent {
  const content = lines.flatMap((line, at): JSONContent[] => [
    ...(at > 0 ? [{ type: 'hardBreak' }] : []),
    ...piecesOf(line).map(pieceNode),
  ]);
  return content.length > 0 ? { type, content } : { type };
}

function pieceNode({ text, isReference, bold, italic, link }: Piece): JSONContent {
  const marks = [
    ...(link === null ? [] : [{ type: 'link', attrs: { href: link } }]),
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
  ];
  const node = isReference
    ? { type: 'reference', attrs: { source: text } }
    : { type: 'text', text };
  return marks.length > 0 ? { ...node, marks } : node;
}

/** The text that is kept of a document. */
export function textOf({ content = [] }: JSONContent): string {
  const lines: string[] = [];
  let isAfterList = false;
  for (const node of content) {
    const isList = node.type === 'bulletList' || node.type === 'orderedList';
    if (isList) lines.push(...linesOfList(node));
    else {
      const own = linesOfNode(node, isAfterList);
      lines.push(...own);
      // A list that is numbered goes on after a blank line.
      if (own.every((line) => line.trim() === '')) continue;
    }
    isAfterList = isList;
  }
  return lines.join('\n');
}

function linesOfNode(node: JSONContent, isAfterList: boolean): string[] {
  const lines = linesIn(node);
  if (node.type === 'heading') {
    const words = writePieces(lines.flat()).trim();
    if (words === '') return [''];
    return [`${'#'.repeat(node.attrs?.level === 1 ? 1 : 2)} ${words}`];
  }
  return lines.map((line) => {
    const text = writePieces(line);
    // Behind a list, an indented line would go on with its last item.
    return asWords(isAfterList ? text.trimStart() : text, isAfterList);
  });
}

/** With a backslash where the words would be a heading or begin a list. */
function asWords(line: string, isAfterList: boolean): string {
  if (!beginsBlock(line, isAfterList)) return line;
  return line.replace(/^(\s*)(\\*)/, '$1$2$2\\');
}

/** An item's lines, and the items below it: lists are nested once, what is deeper stands beside. */
interface Row {
  lines: string[];
  nested: { isOrdered: boolean; rows: string[][] } | null;
}

/** Items without words are still to be written, or have been emptied: a text has none. */
function rowsOf({ content = [] }: JSONContent): Row[] {
  const rows: Row[] = [];
  for (const { content: [words = {}, ...lists] = [] } of content) {
    const lines = linesIn(words)
      .map((line) => writePieces(line).trim())
      .filter(Boolean);
    if (lines.length > 0) rows.push({ lines, nested: null });
    const row = rows.at(-1);
    for (const list of lists) {
      const below = rowsOf(list).flatMap(allLines);
      const isOrdered = row?.nested?.isOrdered ?? list.type === 'orderedList';
      if (!row) rows.push(...below.map((inner) => ({ lines: inner, nested: null })));
      else if (below.length > 0) {
        row.nested = { isOrdered, rows: [...(row.nested?.rows ?? []), ...below] };
      }
    }
  }
  return rows;
}

function allLines({ lines, nested }: Row): string[][] {
  return [lines, ...(nested?.rows ?? [])];
}

function linesOfList(list: JSONContent): string[] {
  const isOrdered = list.type === 'orderedList';
  const indent = ' '.repeat(isOrdered ? 3 : 2);
  return rowsOf(list).flatMap(({ lines, nested }, at) => [
    ...linesOfItem(lines, isOrdered, at),
    ...(nested?.rows ?? [])
      .flatMap((inner, index) => linesOfItem(inner, nested?.isOrdered ?? false, index))
      .map((line) => indent + line),
  ]);
}

function linesOfItem([first = '', ...others]: string[], isOrdered: boolean, at: number): string[] {
  const indent = ' '.repeat(isOrdered ? 3 : 2);
  const sign = isOrdered ? `${at + 1}. ` : '- ';
  return [sign + first, ...others.map((line) => indent + asWords(line, true))];
}

/** The lines that breaks within a node make. */
function linesIn({ content = [] }: JSONContent): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const node of content) {
    if (node.type === 'hardBreak') lines.push([]);
    else lines.at(-1)?.push(pieceOf(node));
  }
  return lines;
}

function pieceOf({ type, text, attrs, marks = [] }: JSONContent): Piece {
  const has = (name: string) => marks.some((mark) => mark.type === name);
  const link: unknown = marks.find((mark) => mark.type === 'link')?.attrs?.href;
  return {
    text: type === 'reference' ? String(attrs?.source ?? '') : (text ?? ''),
    isReference: type === 'reference',
    bold: has('bold'),
    italic: has('italic'),
    link: typeof link === 'string' ? link : null,
  };
}
