import { type Inline, parseTemplate, REFERENCE } from '../../../../preload/contract';

/** Words of a line, or the expression of a reference, with what they are marked as. */
export interface Piece {
  text: string;
  isReference: boolean;
  bold: boolean;
  italic: boolean;
  link: string | null;
}

const ESCAPED = /(\\*)([*_[\]]|(?<=\]\\*)\()/g;

type Marks = Pick<Piece, 'bold' | 'italic' | 'link'>;
const NO_MARKS: Marks = { bold: false, italic: false, link: null };

export function piecesOf(parts: readonly Inline[], marks: Marks = NO_MARKS): Piece[] {
  return merged(
    parts.flatMap((part): Piece[] => {
      if (typeof part === 'string') return [{ text: part, isReference: false, ...marks }];
      if ('reference' in part) return [{ text: part.reference, isReference: true, ...marks }];
      if ('address' in part) return piecesOf(part.children, { ...marks, link: part.address });
      const mark = part.mark === 'strong' ? { bold: true } : { italic: true };
      return piecesOf(part.children, { ...marks, ...mark });
    }),
  );
}

/** Signs for bold and italic. Beside letters or one another, not all of them are read as meant. */
const SIGNS = [
  { bold: '**', italic: '*' },
  { bold: '**', italic: '_' },
  { bold: '__', italic: '*' },
] as const;

type Signs = (typeof SIGNS)[number];

/**
 * A line of light markdown that is read as these pieces: the plainest way to write them. An emphasis that
 * no way of writing can express is left out.
 */
export function writePieces(pieces: readonly Piece[]): string {
  const wanted = merged(merged(pieces.map(withoutBreaks)).flatMap(withReferences));
  const tidy = tidied(wanted);
  for (const simpler of [wanted, tidy, tidy.map(withoutItalic), tidy.map(withoutMarks)]) {
    const meant = merged(simpler);
    for (const isEscaped of [false, true]) {
      for (const signs of SIGNS) {
        const line = write(meant, signs, isEscaped);
        if (isSame(read(line), meant)) return line;
      }
    }
  }
  return write(merged(wanted.map(withoutMarks)), SIGNS[0], true);
}

/** Before a line, it keeps a sign at the beginning from making it a heading: that is for others to see to. */
const BEFORE = '"';

function read(line: string): Piece[] {
  const [block] = parseTemplate(BEFORE + line);
  const parts = block?.kind === 'text' ? (block.lines[0] ?? []) : [];
  const [first, ...rest] = piecesOf(parts);
  if (first?.isReference !== false || !first.text.startsWith(BEFORE)) return [];
  const text = first.text.slice(1);
  return text ? [{ ...first, text }, ...rest] : rest;
}

function withoutBreaks(piece: Piece): Piece {
  return piece.isReference ? piece : { ...piece, text: piece.text.replaceAll(/[\r\n]+/g, ' ') };
}

/** A reference that was typed by hand is one, too. */
function withReferences(piece: Piece): Piece[] {
  if (piece.isReference) return [piece];
  return piece.text
    .split(REFERENCE)
    .map((text, at) => ({ ...piece, text, isReference: at % 2 === 1 }));
}

function withoutItalic(piece: Piece): Piece {
  return { ...piece, italic: false };
}

function withoutMarks(piece: Piece): Piece {
  return { ...piece, ...NO_MARKS };
}

/** Blanks at the edge of an emphasis are outside of it, where they look the same. */
function tidied(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) => {
    const { text, isReference, link } = piece;
    if (isReference || !(piece.bold || piece.italic)) return [piece];
    const words = text.trim();
    const at = text.indexOf(words);
    const blank = { isReference, link, bold: false, italic: false };
    return [
      { ...blank, text: text.slice(0, at) },
      { ...piece, text: words },
      { ...blank, text: text.slice(at + words.length) },
    ].filter((part) => part.text !== '');
  });
}

function merged(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (!piece.isReference && piece.text === '') continue;
    const last = result.at(-1);
    if (last && !last.isReference && !piece.isReference && hasSameMarks(last, piece)) {
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    } else result.push(piece);
  }
  return result;
}

function hasSameMarks(a: Marks, b: Marks): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.link === b.link;
}

function isSame(a: readonly Piece[], b: readonly Piece[]): boolean {
  return (
    a.length === b.length &&
    a.every((piece, at) => {
      const other = b[at];
      return (
        other?.text === piece.text &&
        other.isReference === piece.isReference &&
        hasSameMarks(other, piece)
      );
    })
  );
}

/** Bold around links around italic, each as long as its pieces are side by side. */
function write(pieces: readonly Piece[], signs: Signs, isEscaped: boolean): string {
  return runs(pieces, 'bold')
    .map((bold) => {
      const inner = runs(bold.pieces, 'link')
        .map((linked) => {
          const words = runs(linked.pieces, 'italic')
            .map((run) => around(run.value, signs.italic, run.pieces.map(wordsOf).join('')))
            .join('');
          return linked.value === null ? words : `[${words}](${linked.value})`;
        })
        .join('');
      return around(bold.value, signs.bold, inner);
    })
    .join('');

  function wordsOf({ text, isReference }: Piece): string {
    if (isReference) return `\${${text}}`;
    return isEscaped ? text.replaceAll(ESCAPED, '$1$1\\$2') : text;
  }
}

function around(isMarked: unknown, sign: string, words: string): string {
  return isMarked ? sign + words + sign : words;
}

function runs<K extends keyof Marks>(
  pieces: readonly Piece[],
  key: K,
): { value: Marks[K]; pieces: Piece[] }[] {
  const result: { value: Marks[K]; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.value === piece[key]) last.pieces.push(piece);
    else result.push({ value: piece[key], pieces: [piece] });
  }
  return result;
}
