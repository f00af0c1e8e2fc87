import type { CodeFileDelimiter } from '../../../preload/contract';
import { type Line, MAX_LINE } from './lines';
import { quotedCells } from './quoted-cells';

/** A cell of more lines is one whose quote was never closed. */
const MAX_LINES = 100;

/** Puts lines together that are one row, since a cell in quotes has line breaks in it. */
export class BrokenCells {
  readonly #delimiter: CodeFileDelimiter;
  /** Lines from one on whose quotes do not fit together. */
  #open: Line[] = [];

  constructor(delimiter: CodeFileDelimiter) {
    this.#delimiter = delimiter;
  }

  /** Lines that can still be a part of a row are kept for the next ones, unless there are none. */
  mend(lines: readonly Line[], isLast: boolean): Line[] {
    if (this.#open.length === 0 && !lines.some(({ text }) => text?.includes('"')))
      return [...lines];
    const all = [...this.#open, ...lines];
    this.#open = [];
    const mended: Line[] = [];
    for (let at = 0; at < all.length; at++) {
      const line = all[at] as Line;
      const end = this.#isOpen(line) ? closingLine(all, at) : at;
      if (end === null && !isLast && all.length - at < MAX_LINES) {
        this.#open = all.slice(at);
        break;
      }
      const whole = end === null || end === at ? line : joined(all.slice(at, end + 1));
      if (whole !== line && !this.#fits(whole)) mended.push(line);
      else {
        mended.push(whole);
        at = end ?? at;
      }
    }
    return mended;
  }

  /** With an even number of quotes none is open: most lines are not looked at more closely. */
  #isOpen(line: Line): boolean {
    return hasOddQuotes(line.text) && !this.#fits(line);
  }

  #fits({ text }: Line): boolean {
    return text !== null && quotedCells(text, this.#delimiter) !== null;
  }
}

function hasOddQuotes(text: string | null): boolean {
  let isOdd = false;
  for (let at = text?.indexOf('"') ?? -1; at >= 0; at = text?.indexOf('"', at + 1) ?? -1) {
    isOdd = !isOdd;
  }
  return isOdd;
}

/** The next line with an odd number of quotes: there, the quote is closed or nowhere. Null where none is. */
function closingLine(lines: readonly Line[], from: number): number | null {
  const end = Math.min(lines.length, from + MAX_LINES);
  let length = lines[from]?.text?.length ?? 0;
  for (let at = from + 1; at < end; at++) {
    const text = lines[at]?.text ?? null;
    length += (text?.length ?? MAX_LINE) + 1;
    if (text === null || length > MAX_LINE) return from;
    if (hasOddQuotes(text)) return at;
  }
  return end < lines.length || end === from + MAX_LINES ? from : null;
}

function joined(lines: readonly Line[]): Line {
  return { number: lines[0]?.number ?? 0, text: lines.map(({ text }) => text).join('\n') };
}
