const ASCII = /^[\0-\x7f]*$/;
const MARKS = /\p{M}/gu;

/** The form in which texts are compared: without letter case and accents, so that `muller` finds `MÜLLER`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower.normalize('NFKD').replace(MARKS, '').replaceAll('ß', 'ss');
}
