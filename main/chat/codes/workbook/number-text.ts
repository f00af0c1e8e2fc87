/** What Excel keeps of a number; further digits were replaced by zeros. */
const DIGITS_KEPT = 15;
const NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?(?:E([+-]?\d{1,3}))?$/i;

/** A number without an exponent, however it is stored. `isRounded` when digits of it were lost. */
export function numberText(stored: string): { text: string; isRounded: boolean } {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(stored.trim()) ?? [];
  if (whole === '') return { text: stored, isRounded: false };
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point < fraction.length - 20 || point > 400) return { text: stored, isRounded: true };
  const padded = point > 0 ? digits.padEnd(point, '0') : '0'.repeat(1 - point) + digits;
  const at = Math.max(1, point);
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(at).replace(/0+$/, '');
  // 0.1 is stored as 0.10000000000000001.
  if (rest !== '') return { text: String(Number(stored)), isRounded: false };
  const isRounded = integer.length > DIGITS_KEPT && /^0+$/.test(integer.slice(DIGITS_KEPT));
  return { text: (sign === '-' ? '-' : '') + integer, isRounded };
}

/**
 * A whole number as a format of zeros and signs shows it: `00000` gives 00042, `000-000` 123-456. Null
 * for any other format.
 */
export function maskedNumber(text: string, format: string): string | null {
  const mask = maskOf(format.split(';')[0] ?? '');
  if (!mask || !/^\d+$/.test(text)) return null;
  const places = mask.filter((each) => each === null).length;
  const digits = text.padStart(places, '0');
  let next = digits.length - places;
  let isFirst = true;
  return mask
    .map((sign) => {
      if (sign !== null) return sign;
      const shown = isFirst ? digits.slice(0, next + 1) : (digits[next] ?? '');
      isFirst = false;
      next += 1;
      return shown;
    })
    .join('');
}

/** Null stands for a digit. */
function maskOf(format: string): (string | null)[] | null {
  const mask: (string | null)[] = [];
  const token = /0|\\(.)|"([^"]*)"|([-\s/():])/gy;
  while (token.lastIndex < format.length) {
    const found = token.exec(format);
    if (!found) return null;
    mask.push(found[0] === '0' ? null : (found[1] ?? found[2] ?? found[3] ?? ''));
  }
  return mask.filter((each) => each === null).length > 1 || mask.length > 1 ? mask : null;
}

/** Formats that ECMA-376 part 1, 18.8.30 numbers, and East Asian ones beside them. */
export function isDateFormat(id: number, format: string | undefined): boolean {
  if (format === undefined)
    return (
      (id >= 14 && id <= 22) ||
      (id >= 27 && id <= 36) ||
      (id >= 45 && id <= 47) ||
      (id >= 50 && id <= 58)
    );
  const signs = format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  return /[ymdhs]/i.test(signs) && !/[0#?]/.test(signs.replaceAll(/\.0+/g, ''));
}

const DAY_MS = 86_400_000;

/** The day that a number means, as `2026-11-29`; with a time, when it has one. */
export function dayOf(stored: string, is1904: boolean): string {
  const days = Number(stored) + (is1904 ? 1_462 : 0);
  const ms = Date.UTC(1899, 11, 30) + Math.round(days * DAY_MS);
  if (!Number.isFinite(days) || Math.abs(ms) > 8.64e15) return stored;
  const text = new Date(ms).toISOString();
  return Number.isInteger(days) ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}
