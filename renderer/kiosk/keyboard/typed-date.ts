type Part = 'day' | 'month' | 'year';

const DIGITS: Readonly<Record<Part, number>> = { day: 2, month: 2, year: 4 };
const BLANK = '_';

/** How a day is written where the language is spoken: its parts, and what is between them. */
interface DateFormat {
  readonly parts: readonly Part[];
  readonly between: string;
}

export function dateFormatOf(language: string): DateFormat {
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
    between: parts.find(({ type }) => type === 'literal')?.value.trim() || '.',
  };
}

/** The digits of an ISO 8601 day in the order in which they are typed; none of what is no day. */
export function digitsOf(iso: string, { parts }: DateFormat): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  return parts.map((part) => ({ year, month, day })[part]).join('');
}

/** The ISO 8601 day that was typed; null while it is none, as 31 February never is. */
export function isoOf(digits: string, { parts }: DateFormat): string | null {
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

/** What has been typed so far, with blanks for what is missing: `24.1_.____`. */
export function shownDate(digits: string, { parts, between }: DateFormat): string {
  let at = 0;
  const shown = parts.map((part) => {
    const text = digits.slice(at, at + DIGITS[part]).padEnd(DIGITS[part], BLANK);
    at += DIGITS[part];
    return text;
  });
  return shown.join(between);
}
