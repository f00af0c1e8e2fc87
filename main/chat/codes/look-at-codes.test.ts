import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CodeFileLayout, CodesProgress } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { temporaryFolder } from '../../../tests/support/folder';
import { openTestStore } from '../../../tests/support/store';
import { type Looking, lookAtCodes } from './look-at-codes';
import { stageCodes } from './stage-codes';

const CASES = join(import.meta.dirname, '../../../tests/fixtures/cases');
const signal = new AbortController().signal;

function fileWith(content: string | Uint8Array): string {
  const file = join(temporaryFolder(), 'codes.csv');
  writeFileSync(file, content);
  return file;
}

const look = (content: string | Uint8Array, layout: Partial<CodeFileLayout> = {}) =>
  lookAtCodes({ signal }, { file: fileWith(content), layout });

/** Takes what is suggested. */
async function taken({ file, layout }: Looking) {
  const test = await openTestStore();
  const context = laneContext<CodesProgress>(test.store);
  const sample = await lookAtCodes(context, { file, layout });
  const { preview } = await stageCodes(context, { ...sample, file, poolId: 'pool' });
  const rows = test.connection
    .prepare('select code, max_uses as uses, points from pool_codes order by position')
    .all() as { code: string; uses: number; points: number }[];
  return { ...preview, sample, stored: rows };
}

const ofCase = (name: string) => taken({ file: join(CASES, name), layout: {} });

describe('a file that went wrong elsewhere', () => {
  it('has its German names understood, and its first column not taken for codes', async () => {
    const { sample, stored } = await ofCase('codes-german-header.csv');
    expect(sample.layout).toMatchObject({ delimiter: ';', headerLine: 1, encoding: 'utf-8' });
    expect(sample.columns).toEqual({ code: 1, uses: 2, points: null });
    expect(sample.notes).toContain('counting_column');
    expect(stored.map(({ code, uses }) => [code, uses])).toEqual([
      ['HX7-AAA', 5],
      ['HX7-BBB', 5],
      ['HX7-CCC', 5],
    ]);
  });

  it('names its separator, which is no code', async () => {
    const { sample, stored, problems } = await ofCase('codes-sep-line.csv');
    expect(sample).toMatchObject({ layout: { headerLine: 2 }, notes: ['separator_line'] });
    expect(stored.map(({ code, uses }) => [code, uses])).toEqual([
      ['HX7-AAA', 3],
      ['HX7-BBB', 2],
    ]);
    expect(problems).toBe(0);
  });

  it('was damaged by a spreadsheet, row by row', async () => {
    const { codes, issues } = await ofCase('codes-excel-damaged.csv');
    expect(codes).toBe(0);
    expect(issues.map(({ line, problem }) => `${line} ${problem}`)).toEqual([
      '2 rounded_number',
      '3 rounded_number',
      '4 formula_error',
      '5 too_narrow',
    ]);
  });

  it('has an invisible character, which is not handed out', async () => {
    const { stored, sample } = await ofCase('codes-zero-width.csv');
    expect(stored.map(({ code }) => code)).toEqual(['HX7-AAA']);
    expect(sample.notes).toEqual(['invisible_characters']);
  });

  it('has one code in three spellings, which is one', async () => {
    const { stored, repeats, repeated, problems } = await ofCase('codes-case-duplicates.csv');
    expect(stored.map(({ code }) => code)).toEqual(['AB-1']);
    expect({ repeats, problems }).toEqual({ repeats: 2, problems: 0 });
    expect(repeated.map(({ sameAs }) => sameAs)).toEqual([2, 2]);
  });

  it('is one of those that are tried here', () => {
    expect(readdirSync(CASES).filter((name) => name.startsWith('codes-'))).toHaveLength(5);
  });
});

describe('the column with the codes', () => {
  it.each([
    ['Nr;Gutscheincode;Max. Einlösungen\n1;A-1;5', 1, 2, null],
    ['Voucher Code,Uses,Points\nA-1,5,7', 0, 1, 2],
    ['id;Code promo;Utilisations max\n7;A-1;5', 1, 2, null],
    ['Código,Puntos\nA-1,20', 0, null, 1],
    ['numero;codice;utilizzi\n1;A-1;3', 1, 2, null],
    ['lp;Kod rabatowy;Liczba użyć\n1;A-1;3', 1, 2, null],
    ['E-Mail\tKupon\tPunkte\nann@example.com\tA-1\t3', 1, null, 2],
    ['No,クーポンコード,使用回数\n1,A-1,3', 1, 2, null],
    ['№;Промокод;Баллы\n1;A-1;3', 1, null, 2],
    ['name,postal code,code\nAnn,10115,A-1', 2, null, null],
    ['Code;Gutschein\n1;K7XA\n2;K7XB\n3;K7XC', 1, null, null],
    ['Code;Name\n1;Anna\n2;Bob\n3;Cleo', 0, null, null],
    ['Code;Kennung\n1;K7XA\n2;K7XB\n3;K7XC', null, null, null],
    ['Coupon;Code\nK7XA;L1-A\nK7XB;L1-B', null, null, null],
    ['Nr;Rabattkennung;Anzahl\n1;K7XA;5\n2;K7XB;5', 1, 2, null],
    ['Anna;A7-X9-K2\nBob;B3-Z8-L1', null, null, null],
    ['1;K7XA\n2;K7XB\n3;K7XC', 1, null, null],
    ['ann@example.com,K7XA\nbob@example.com,K7XB', 1, null, null],
    ['K7XA,5\nK7XB,5\nK7XC,5', 0, null, null],
    ['1\n2\n3', null, null, null],
    ['ann@example.com\nbob@example.com', null, null, null],
  ])('of %j is %s', async (content, code, uses, points) => {
    expect((await look(content)).columns).toEqual({ code, uses, points });
  });

  it('stands below titles', async () => {
    const { layout, columns, notes } = await look(
      'Gutscheine Sommer 2026;;\n;;\nNr;Gutscheincode;Punkte\n1;A-1;2\n2;A-2;2\n',
    );
    expect({ layout, columns }).toMatchObject({
      layout: { headerLine: 3 },
      columns: { code: 1, points: 2 },
    });
    expect(notes).toContain('lines_above');
  });

  it('has to be chosen where its name is not known', async () => {
    const { layout, columns, notes } = await look('Rabattkennung\nA-1\nA-2\nA-3\n');
    expect(layout.headerLine).toBe(1);
    expect(columns.code).toBe(null);
    expect(notes).toEqual(['header_guessed']);
  });

  it.each([
    ['SUMMERCODE\nWINTERCODE\nSPRINGCODE\n', null, 0],
    ['COUPON\nVOUCHER\nPROMO\n', null, 0],
    ['Our Voucher Codes\nAA-1\nAA-2\n', 1, 0],
    ['Our Voucher Codes\nAAA\nBBB\n', 1, null],
    ['Campaign\nSummer\nCode;Uses\nAA-1;1\n', 3, 0],
  ])('of %j has its name in line %s, and is %s', async (content, headerLine, code) => {
    expect(await look(content)).toMatchObject({ layout: { headerLine }, columns: { code } });
  });

  it('is every column where several codes stand in each line, if its user says so', async () => {
    const file = fileWith('K7X-A;K7X-B;K7X-C\nK7X-D;K7X-E;K7X-F\n');
    const sample = await lookAtCodes({ signal }, { file, layout: {} });
    expect(sample).toMatchObject({ columns: { code: null }, notes: ['each_cell'] });
    const test = await openTestStore();
    const columns = { code: 'each', uses: null, points: null } as const;
    const context = laneContext<CodesProgress>(test.store);
    const { preview } = await stageCodes(context, { ...sample, file, poolId: 'pool', columns });
    expect(preview.codes).toBe(6);
  });
});

describe('what its user corrects', () => {
  it('is looked at with another delimiter, encoding or header line', async () => {
    const latin = Buffer.from('Code;Ort\nA-1;Köln\nA-2;Ulm\n', 'latin1');
    expect((await look(latin)).layout.encoding).toBe('windows-1252');
    const wrong = await look(latin, { encoding: 'windows-1251' });
    expect(wrong.rows[1]?.cells).toEqual(['A-1', 'Kцln']);
    const whole = await look(latin, { delimiter: '', headerLine: null });
    expect(whole).toMatchObject({ width: 1, layout: { delimiter: '', headerLine: null } });
    expect((await look(latin, { headerLine: 2 })).layout.headerLine).toBe(2);
  });
});

describe('rows that cannot be imported, or not as they are', () => {
  it.each([
    ['="000123"', '000123'],
    ["'000123", '000123'],
    ["'000123'", '000123'],
    ['\u202eA-1\u202c', 'A-1'],
    ['A\u00ad-\u200d1\ufeff', 'A-1'],
    ['\u00a0A-1 \t', 'A-1'],
    ['4E10', '4E10'],
    ['#SUMMER!', '#SUMMER!'],
  ])('%j is %j', async (cell, code) => {
    const { stored } = await taken({ file: fileWith(`code\n${cell}\nOTHER\n`), layout: {} });
    expect(stored[0]?.code).toBe(code);
  });

  it.each([
    ['1.23457E+12', 'rounded_number'],
    ['1,2E-05', 'rounded_number'],
    ['#N/A', 'formula_error'],
    ['#BEZUG!', 'formula_error'],
    ['#¿NOMBRE?', 'formula_error'],
    ['#DIV/0!', 'formula_error'],
    ['##', 'too_narrow'],
    ['A\u0007B', 'forbidden_character'],
    ['\u200b', 'code_missing'],
  ])('%j is told as %s', async (cell, problem) => {
    const { issues } = await taken({
      file: fileWith(`code,uses\n${cell},1\nOTHER,1\n`),
      layout: { delimiter: ',' },
    });
    const quoted = cell.includes(',');
    if (!quoted) expect(issues).toMatchObject([{ line: 2, problem }]);
    const { issues: alone } = await taken({
      file: fileWith(`code;uses\n${cell};1\nOTHER;1\n`),
      layout: {},
    });
    expect(alone).toMatchObject([{ line: 2, problem }]);
  });

  it('says the same code with other uses or points only once', async () => {
    const content = 'code;uses;points\nA-1;1;5\na-1;1;5\nA–1;2;5\nA 1;1;6\nA-1;1;6\n';
    const { stored, issues, repeats } = await taken({ file: fileWith(content), layout: {} });
    expect(stored).toEqual([
      { code: 'A-1', uses: 1, points: 5 },
      { code: 'A 1', uses: 1, points: 6 },
    ]);
    expect(issues).toEqual([
      { line: 4, problem: 'other_uses', sameAs: 2 },
      { line: 6, problem: 'other_uses', sameAs: 2 },
    ]);
    expect(repeats).toBe(1);
  });

  it('tells zeros and digits that all codes together seem to have lost', async () => {
    const lost = Array.from({ length: 50 }, (_, index) =>
      String((index * 1_999 + 57) % 100_000),
    ).join('\n');
    expect((await taken({ file: fileWith(lost), layout: {} })).warnings).toEqual(['leading_zeros']);
    const rounded = 'code\n1234567890123450\n9876543210987650\n';
    expect((await taken({ file: fileWith(rounded), layout: {} })).warnings).toEqual([
      'rounded_numbers',
    ]);
    expect((await taken({ file: fileWith('0012345\n1234567\n'), layout: {} })).warnings).toEqual(
      [],
    );
  });
});

describe('a file that is no table', () => {
  it.each([
    ['\ufeff<!DOCTYPE html><html><body>Sign in</body></html>', 'codes.is_web_page'],
    ['<table><tr><td>A-1</td></tr></table>', 'codes.is_web_page'],
    ['<?xml version="1.0"?><Workbook/>', 'codes.is_web_page'],
    ['%PDF-1.7\n%\u00e2', 'codes.is_pdf'],
    ['{\\rtf1\\ansi A-1}', 'codes.is_rtf'],
    [Buffer.from([0x1f, 0x8b, 8, 0, 0]), 'codes.is_archive'],
    [Buffer.from('R0lGODlhAQABAAAAACw=', 'base64'), 'codes.is_image'],
    [compound('Workbook'), 'codes.is_other_workbook'],
    [compound('EncryptedPackage'), 'codes.workbook_locked'],
    [compound('WordDocument'), 'codes.is_document'],
  ])('is named as what it is: %j', async (content, code) => {
    await expect(look(content)).rejects.toThrow(code);
    if (typeof content === 'string' && code === 'codes.is_web_page')
      await expect(look(Buffer.from(`\ufeff${content}`, 'utf16le'))).rejects.toThrow(code);
  });

  it('is not suspected where codes begin as pictures do', async () => {
    expect((await look('BM-1\nBM-2\n')).columns.code).toBe(0);
  });
});

function compound(name: string): Buffer {
  const file = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  Buffer.from(name, 'utf16le').copy(file, 1024);
  return file;
}

const codeText = fc
  .stringMatching(/^[A-Z]{2}[a-zäß0-9]{2}[-_.; ,|'"]?[0-9A-Z]{3}$/)
  .filter((text) => !/E[-]?\d+$/.test(text));

describe('any table of codes', () => {
  it('is read back as it was written, however that was', async () => {
    const table = fc.record({
      codes: fc.uniqueArray(
        codeText.filter((text) => !text.includes('"')),
        {
          minLength: 3,
          maxLength: 30,
          selector: (text) => text.toUpperCase().replaceAll(/\s/g, ''),
        },
      ),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      encoding: fc.constantFrom('utf8', 'bom', 'utf16le', 'utf16be', 'latin1'),
      quotes: fc.boolean(),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
      isNamed: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(table, async ({ codes, delimiter, encoding, quotes, newline, isNamed }) => {
        const rows = codes.map((code, index) => [String(index + 1), code, String((index % 7) + 2)]);
        const header = ['Nr', 'Gutscheincode', 'Max. Einlösungen'];
        const text = Papa.unparse([header, ...rows], { delimiter, quotes, newline });
        const named = isNamed ? `sep=${delimiter}${newline}${text}` : text;
        const file = fileWith(encoded(named, encoding));
        const { stored, problems } = await taken({ file, layout: {} });
        expect(problems).toBe(0);
        expect(stored.map(({ code, uses }) => [code, String(uses)])).toEqual(
          rows.map(([, code, uses]) => [code, uses]),
        );
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

function encoded(
  text: string,
  encoding: 'utf8' | 'bom' | 'utf16le' | 'utf16be' | 'latin1',
): Buffer {
  if (encoding === 'bom') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'utf16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from(encoding === 'utf16le' ? `\ufeff${text}` : text, encoding);
}
