import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { path7za } from '7zip-bin';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folder';
import { NOW_MS } from '../../../tests/support/now';
import type { EncodedColumn } from './csv-encoder';
import { cellsOf, type Sheet } from './sheet';
import { workbookFile } from './workbook-file';

const COLUMNS: EncodedColumn[] = [
  { name: 'at', kind: 'instant' },
  { name: '=a "title" & <more>', kind: 'text' },
  { name: 'n', kind: 'number' },
];

type Line = readonly [at: number, text: string, number: string];

const sheetOf = (lines: readonly Line[], columns = COLUMNS): Sheet => ({
  name: 'answers',
  columns,
  chunks: async function* () {
    const texts = lines.map(([at, ...rest]) => [String(at), ...rest]);
    yield { rows: lines.length, cells: cellsOf(texts.flat()) };
  },
});

async function bytesOf(
  lines: readonly Line[],
  timeZone = 'UTC',
  maxRows?: number,
): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const file = workbookFile(sheetOf(lines), timeZone, {}, maxRows);
  for await (const piece of file.content()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** As another program reads it. */
async function pagesOf(bytes: Buffer) {
  const { sheets } = await readXlsx(bytes);
  return sheets.map(({ name, rows }) => ({ name, rows }));
}

async function textRead(text: string): Promise<unknown> {
  const [page] = await pagesOf(await bytesOf([[NOW_MS, text, '']]));
  return page?.rows[1]?.[1];
}

/** A part of a workbook, as 7-Zip takes it out. */
function partOf(bytes: Buffer, part: string): string {
  const file = join(temporaryFolder(), 'book.xlsx');
  writeFileSync(file, bytes);
  chmodSync(path7za, 0o755);
  return execFileSync(path7za, ['e', '-so', '-tzip', file, part], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

const AWKWARD = [
  '=1+1',
  '+4930123456',
  '-5',
  '@SUM(A1)',
  '00950',
  '12345678901234567890',
  '1e5',
  'TRUE',
  '2026-07-15',
  'http://example.com',
  ' leading',
  'trailing ',
  '\ttab',
  'line\nbreak',
  'carriage\r\nreturn\r',
  '\0\x01\x0b\x1f',
  '_x0041_',
  '_x005F_',
  '_x0041_x0042_',
  '_x00aa_',
  '\ufffe\uffff',
  '<b>&amp;</b>',
  ']]>',
  '"\'',
  '😀',
  'עברית',
  '\u2028',
  '\ufeff',
];
const cell = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.array(fc.constantFrom(...AWKWARD), { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
  // As the database gives them: a lone surrogate has become U+FFFD.
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
);

describe('a workbook', () => {
  it.each(AWKWARD)('keeps %j as a text', async (text) => {
    expect(await textRead(text)).toBe(text);
  });

  it('keeps every text exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (texts) => {
        const lines = texts.map((text): Line => [NOW_MS, text, '']);
        const [page] = await pagesOf(await bytesOf(lines));
        expect(page?.rows.slice(1).map((row) => row[1] ?? '')).toEqual(texts);
      }),
      { numRuns: 150 },
    );
  });

  it('has names of columns, times of the zone, numbers, and nothing for what is missing', async () => {
    const [page] = await pagesOf(
      await bytesOf(
        [
          [NOW_MS, '', '-2.5'],
          [0, 'x', ''],
        ],
        'Europe/Berlin',
      ),
    );
    expect(page).toEqual({
      name: 'answers',
      rows: [
        ['at', '=a "title" & <more>', 'n'],
        [new Date('2026-07-15T12:00:00Z'), null, -2.5],
        [new Date('1970-01-01T01:00:00Z'), 'x', null],
      ],
    });
  });

  it('is without formulas and links, with a head that stays and a filter', async () => {
    const bytes = await bytesOf(AWKWARD.map((text): Line => [NOW_MS, text, '1']));
    const page = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(page).toContain('state="frozen"');
    expect(page).toContain(`<autoFilter ref="A1:C${AWKWARD.length + 1}"/></worksheet>`);
    expect(page).not.toMatch(/<f[ >]|hyperlink/);
    // Nothing that XML 1.0 has no place for.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(page).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
  });

  it('goes on on further pages, each with its head and filter', async () => {
    const lines = Array.from({ length: 7 }, (_, index): Line => [NOW_MS, `row ${index}`, '']);
    const bytes = await bytesOf(lines, 'UTC', 4);
    const pages = await pagesOf(bytes);
    expect(pages.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['answers', 4],
      ['answers_2', 4],
      ['answers_3', 2],
    ]);
    expect(pages.flatMap(({ rows }) => rows.slice(1).map((row) => row[1]))).toEqual(
      lines.map(([, text]) => text),
    );
    expect(partOf(bytes, 'xl/worksheets/sheet3.xml')).toContain('<autoFilter ref="A1:C2"/>');
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('<autoFilter ref="A1:C4"/>');
  });

  it('of no rows has its head', async () => {
    const [page] = await pagesOf(await bytesOf([]));
    expect(page?.rows).toHaveLength(1);
  });

  it('says which cells it has cut, and cuts no character in two', async () => {
    const cuts: string[] = [];
    const long = `${'a'.repeat(32_762)}😀😀😀`;
    const file = workbookFile(
      sheetOf([
        [0, long, ''],
        [0, 'b'.repeat(32_767), ''],
      ]),
      'UTC',
      {
        onCut: (sheet, column) => cuts.push(`${sheet} ${column}`),
      },
    );
    const pieces: Uint8Array[] = [];
    for await (const piece of file.content()) pieces.push(piece);
    const [page] = await pagesOf(Buffer.concat(pieces));
    expect(page?.rows[1]?.[1]).toBe(`${'a'.repeat(32_762)} […]`.slice(-32_767));
    expect(page?.rows[2]?.[1]).toBe('b'.repeat(32_767));
    expect(cuts).toEqual(['answers =a "title" & <more>']);
  });

  it('writes a time that Excel does not know as text', async () => {
    const [page] = await pagesOf(await bytesOf([[Date.UTC(12_000, 0, 1), '', '']]));
    expect(page?.rows[1]?.[0]).toBe('+012000-01-01T00:00:00.000Z');
  });
});

describe('the check of a workbook', () => {
  const lines = AWKWARD.map((text, index): Line => [NOW_MS + index * 999, text, `${index}`]);

  async function written(changed: readonly Line[] = lines) {
    const file = workbookFile(sheetOf(lines), 'Europe/Berlin');
    for await (const _ of file.content());
    const other = await bytesOf(changed, 'Europe/Berlin');
    async function* pieces() {
      for (let at = 0; at < other.length; at += 100) yield other.subarray(at, at + 100);
    }
    return file.check?.(pieces());
  }

  it('passes what was written', async () => {
    await written();
  });

  it.each([
    ['a row is missing', lines.slice(1)],
    ['a row is there twice', [...lines, lines[0]] as Line[]],
    ['rows have changed places', [lines[1], lines[0], ...lines.slice(2)] as Line[]],
    ['a text is another', [[NOW_MS, '=1+2', '0'], ...lines.slice(1)] as Line[]],
    ['a number is another', [[NOW_MS, '=1+1', '1'], ...lines.slice(1)] as Line[]],
    ['a time is another', [[NOW_MS + 1_000, '=1+1', '0'], ...lines.slice(1)] as Line[]],
  ])('fails when %s', async (_, changed) => {
    await expect(written(changed)).rejects.toThrow('does not hold what was written');
  });
});
