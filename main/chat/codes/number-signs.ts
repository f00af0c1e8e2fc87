import type { CodeFileWarning } from '../../../preload/contract';

/** Digits that Excel keeps of a number. */
const DIGITS_KEPT = 15;
/** Shorter numbers are more likely to be counted than to have lost a zero. */
const LEAST_LENGTH = 5;
/** One in ten numbers begins with a zero, so that many become shorter. */
const MOST_SHORTER = 0.25;

const MAX_DATE = 20;
/** `05.01.2024`, `5. Mai`, `Jan 24`: what spreadsheets make of 5-1-24, 5-5 and JAN24. */
const DATE =
  /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{2}|\d{4})|\d{1,2}[-. ]{1,2}(?:jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)|(?:jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[-. ]{1,2}\d{2})$/iu;

/**
 * Tells from all codes what cannot be told from one: that a spreadsheet has taken them for numbers, and
 * dropped their zeros or what is behind the fifteenth digit.
 */
export class NumberSigns {
  readonly #ofLength = new Map<number, number>();
  #numbers = 0;
  #others = 0;
  #withZero = 0;
  #long = 0;
  #rounded = 0;
  #dates = 0;

  add(code: string): void {
    if (code.length <= MAX_DATE && DATE.test(code)) this.#dates += 1;
    if (!/^\d+$/.test(code)) {
      this.#others += 1;
      return;
    }
    this.#numbers += 1;
    this.#ofLength.set(code.length, (this.#ofLength.get(code.length) ?? 0) + 1);
    if (code.startsWith('0')) this.#withZero += 1;
    if (code.length <= DIGITS_KEPT) return;
    this.#long += 1;
    if (/^0+$/.test(code.slice(DIGITS_KEPT))) this.#rounded += 1;
  }

  warnings(): CodeFileWarning[] {
    const warnings: CodeFileWarning[] = [];
    if (this.#hasLostZeros()) warnings.push('leading_zeros');
    if (this.#long > 1 && this.#rounded === this.#long) warnings.push('rounded_numbers');
    if (this.#dates > 0) warnings.push('dates');
    return warnings;
  }

  #hasLostZeros(): boolean {
    if (this.#withZero > 0 || this.#others > 0) return false;
    const longest = Math.max(0, ...this.#ofLength.keys());
    const shorter = this.#numbers - (this.#ofLength.get(longest) ?? 0);
    return longest >= LEAST_LENGTH && shorter > 0 && shorter <= this.#numbers * MOST_SHORTER;
  }
}
