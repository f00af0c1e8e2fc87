/** Longer ones hold no codes: a row of a million columns, or a file that is no table at all. */
export const MAX_LINE = 10_000;

export interface Line {
  /** From 1, as an editor counts. */
  readonly number: number;
  /** Null when it is too long to be read. */
  readonly text: string | null;
}

/** Cuts a text that comes in pieces into its lines, whichever way they end. */
export class LineSplitter {
  #number = 0;
  #rest = '';
  #isTooLong = false;

  /** The lines that are complete with this piece. */
  take(piece: string): Line[] {
    // A carriage return at the end may be the half of a line end.
    const parts = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.#rest = parts.pop() ?? '';
    const lines = parts.map((text) => this.#line(text));
    if (this.#rest.length > MAX_LINE) {
      // Not kept: a file without line ends would otherwise be in memory as a whole.
      this.#rest = this.#rest.endsWith('\r') ? '\r' : '';
      this.#isTooLong = true;
    }
    return lines;
  }

  /** The last line, when no line end follows it. */
  end(): Line[] {
    return this.#rest === '' && !this.#isTooLong ? [] : [this.#line(this.#rest.replace(/\r$/, ''))];
  }

  #line(text: string): Line {
    const isTooLong = this.#isTooLong || text.length > MAX_LINE;
    this.#isTooLong = false;
    this.#number += 1;
    return { number: this.#number, text: isTooLong ? null : text };
  }
}
