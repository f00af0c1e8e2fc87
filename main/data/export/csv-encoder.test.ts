import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvFormat, DELIMITERS, PLAIN_CSV } from '../../../preload/contract';
import { collect } from '../../../tests/support/collect';
import { csvOf } from '../../foundation/files/csv';
import { checked, instant, number, text } from '../../foundation/store/tables/define-table';
import { CELL_END, CsvEncoder, type EncodedColumn } from './csv-encoder';

const COLUMNS: EncodedColumn[] = [
  { name: 'at', kind: 'instant' },
  { name: 'a', kind: 'text' },
  { name: 'b', kind: 'text', checked: true },
  { name: 'n', kind: 'number' },
];

interface Row extends Record<string, string | number | null> {
  at: number;
  a: string | null;
  b: string | null;
  n: number | null;
}

/** As the database gives them: UTF-8, in which a lone surrogate has become U+FFFD. */
const cellsOf = (rows: readonly Row[]): Buffer =>
  Buffer.concat(
    rows.flatMap(({ at, a, b, n }) =>
      [`${at}`, a ?? '', b ?? '', `${n ?? ''}`].flatMap((cell) => [
        Buffer.from(cell),
        Buffer.of(CELL_END),
      ]),
    ),
  );

function encoded(rows: readonly Row[], format: CsvFormat): string {
  const encoder = new CsvEncoder(COLUMNS, format);
  return Buffer.concat([encoder.header(), encoder.encode(cellsOf(rows), rows.length)]).toString();
}

async function asPapaparse(rows: readonly Row[], format: CsvFormat): Promise<string> {
  async function* source() {
    yield* rows;
  }
  const chunks = await collect(
    csvOf({ at: instant, a: text, b: checked(text), n: number }, source(), format),
  );
  return Buffer.from(chunks.map((chunk) => chunk.text).join('')).toString();
}

const AWKWARD = [
  ...[
    '',
    ' ',
    '"',
    '""',
    "'",
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\v',
    '\f',
    '\x7f',
    '\x85',
  ],
  ...[
    '=',
    '+',
    '-',
    '@',
    '＝',
    '＋',
    '－',
    '＠',
    '=1+1',
    '+49 30',
    '-1',
    '+4930123456',
    '+4930123456;ext=12',
    '-5,3',
    '+1.5',
    '-1.2.3',
    "'=1",
    '=a,"b"',
    '＝1',
  ],
  ...['\u00a0', '\u1680', '\u2003', '\u2028', '\u202f', '\u205f', '\u3000', '\ufeff', '\u200b'],
  ...[
    '\ud800',
    '\udc00',
    '\u202ertl',
    'مرحبا',
    'עברית',
    '한국어',
    '日本',
    '😀',
    'é',
    'Ö',
    'a',
    'null',
  ],
];
const cell = fc.option(
  fc.oneof(
    fc.constantFrom(...AWKWARD),
    fc.array(fc.constantFrom(...AWKWARD), { maxLength: 6 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  ),
  { freq: 8 },
);
/** Any time that JavaScript knows, more often one near today. */
const at = fc.oneof(
  fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
  fc.integer({ min: 0, max: 8.64e15 }),
);
const row: fc.Arbitrary<Row> = fc.record({
  at,
  a: cell,
  b: cell,
  n: fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
});
const format: fc.Arbitrary<CsvFormat> = fc.record({
  delimiter: fc.constantFrom(...DELIMITERS),
  byteOrderMark: fc.boolean(),
  times: fc.constantFrom('iso', 'plain'),
  decimalComma: fc.boolean(),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns'),
});

describe('the encoder of many rows', () => {
  it('writes byte for byte what papaparse writes, whatever the cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), format, async (rows, anyFormat) => {
        expect(encoded(rows, anyFormat)).toBe(await asPapaparse(rows, anyFormat));
      }),
      { numRuns: 3_000 },
    );
  });

  it('makes room for cells of any length', async () => {
    const long = ['"', '=,', '\u3000\ufeff', '\ud800'].map((part) => part.repeat(50_000));
    const rows = long.map((each) => ({ at: 0, a: each, b: `${each} `, n: 0 }));
    expect(encoded(rows, PLAIN_CSV)).toBe(await asPapaparse(rows, PLAIN_CSV));
  });

  it('replaces the cells of a column by what its function makes of them, but no empty ones', () => {
    const encoder = new CsvEncoder(
      [{ name: 'a', kind: (value) => value.toUpperCase() }],
      PLAIN_CSV,
    );
    const cells = Buffer.from([0x61, 0x62, CELL_END, CELL_END, 0x63, CELL_END]);
    expect(encoder.encode(cells, 3).toString()).toBe('AB\r\n\r\nC\r\n');
  });

  it('refuses cells that are more or fewer than the rows have', () => {
    const encoder = new CsvEncoder(COLUMNS, PLAIN_CSV);
    const cells = cellsOf([{ at: 0, a: 'a', b: 'b', n: 1 }]);
    expect(() => encoder.encode(cells, 2)).toThrow(RangeError);
    expect(() => encoder.encode(cells, 0)).toThrow(RangeError);
    expect(() => encoder.encode(cells.subarray(0, -1), 1)).toThrow(RangeError);
  });

  it('refuses a time that is none', () => {
    const cells = Buffer.concat([Buffer.from('1e300'), Buffer.alloc(4, CELL_END)]);
    expect(() => new CsvEncoder(COLUMNS, PLAIN_CSV).encode(cells, 1)).toThrow('Invalid time value');
  });
});
