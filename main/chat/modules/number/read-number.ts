export type DecimalMark = 'point' | 'comma';

/** Far beyond what anybody types, and every one of them exact. */
const MAX_DIGITS = 15;

const FORMS: Readonly<Record<DecimalMark, RegExp>> = {
  point: /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/,
  comma: /^[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/,
};

/**
 * A number as people write it: with the decimal mark of their language, and the other mark, blanks or
 * apostrophes between groups of three digits. Null for anything else; `1.5` is nothing where the
 * comma is the mark, since it could be meant as 1.5 and as 15.
 */
export function readNumber(typed: string, mark: DecimalMark): number | null {
  const text = typed.trim().replace('\u2212', '-');
  if (text.length > 2 * MAX_DIGITS) return null;
  const packed = text.replaceAll(/(?<=\d)[\s'\u2019](?=\d{3}(?!\d))/g, '');
  if (!FORMS[mark].test(packed)) return null;
  const plain =
    mark === 'comma' ? packed.replaceAll('.', '').replace(',', '.') : packed.replaceAll(',', '');
  if (plain.replaceAll(/\D/g, '').length > MAX_DIGITS) return null;
  return Number(plain);
}
