/** Digits, and what people write between them. */
const PHONE = /^[+\d\s()./\u2010-\u2015-]{1,40}$/;
/** A zero that is dialled only without the country's code before it. */
const INNER_ZERO = /\(0\)/g;

/** The digits of a number as people write it, so that `0171/123 45` is found by `017112345`. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(INNER_ZERO, '').replace(/\D/g, '');
}

/** Of a text that is nothing but a written number; null of any other. */
export function digitsOfNumber(text: string): string | null {
  return PHONE.test(text.normalize('NFKC')) ? digitsOf(text) : null;
}
