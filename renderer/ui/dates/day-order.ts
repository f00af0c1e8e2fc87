type Part = 'day' | 'month' | 'year';

const DIGITS: Readonly<Record<Part, number>> = { day: 2, month: 2, year: 4 };

/** What some languages put around the sign between two numbers. */
const MARKS = /[\u200e\u200f\s]/g;

/** How a day is written where the language is spoken: its parts, and what is between them. */
interface DayOrder {
  readonly parts: readonly Part[];
  readonly between: string;
}

export function dayOrderOf(language: string): DayOrder {
  const format = new Intl.DateTimeFormat(language, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  const parts = format.formatToParts(new Date(2_001, 1, 3));
  const isPart = (type: string): type is Part => type in DIGITS;
  return {
    parts: parts.map(({ type }) => type).filter(isPart),
    between: parts.find(({ type }) => type === 'literal')?.value.replaceAll(MARKS, '') || '.',
  };
}

/** The digits of an ISO 8601 day in the order in which they are typed; none of what is no day. */
export function digitsOf(iso: string, { parts }: DayOrder): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  return parts.map((part) => ({ year, month, day })[part]).join('');
}

/** The ISO 8601 day that was typed; null while it is none, as 31 February never is. */
export function isoOf(digits: string, { parts }: DayOrder): string | null {
  if (!/^\d{8}$/.test(digits)) return null;
  const found = { day: '', month: '', year: '' };
  let at = 0;
  for (const part of parts) {
    found[part] = digits.slice(at, at + DIGITS[part]);
    at += DIGITS[part];
  }
  const iso = `${found.year}-${found.month}-${found.day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return isDay && found.year !== '0000' ? iso : null;
}

/** The digits that were typed so far, as they are written: `24.12.2`. */
export function withSeparators(digits: string, { parts, between }: DayOrder): string {
  let rest = digits;
  const written = parts.map((part) => {
    const number = rest.slice(0, DIGITS[part]);
    rest = rest.slice(DIGITS[part]);
    return number;
  });
  return written.filter(Boolean).join(between);
}

/** An ISO 8601 day in numbers; what is none stays as it is. */
export function writeInNumbers(iso: string, language: string): string {
  const order = dayOrderOf(language);
  return withSeparators(digitsOf(iso, order), order) || iso;
}

/** The ISO 8601 day of numbers in this order, with a year of four digits; else null. */
export function readInNumbers(text: string, language: string): string | null {
  const order = dayOrderOf(language);
  if (/^\d{8}$/.test(text)) return isoOf(text, order);
  const numbers = /^(\d{1,4})[./-] ?(\d{1,4})[./-] ?(\d{1,4})\.?$/.exec(text)?.slice(1) ?? [];
  const digits = numbers.map((number, at) =>
    number.padStart(DIGITS[order.parts[at] ?? 'day'], '0'),
  );
  const hasYear = numbers[order.parts.indexOf('year')]?.length === 4;
  return hasYear ? isoOf(digits.join(''), order) : null;
}
