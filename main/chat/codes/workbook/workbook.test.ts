import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { CodeFileLayout, CodesProgress } from '../../../../preload/contract';
import { laneContext } from '../../../../tests/support/context';
import { temporaryFolder } from '../../../../tests/support/folder';
import { openTestStore } from '../../../../tests/support/store';
import { workbookOf, zipOf } from '../../../../tests/support/workbook';
import { lookAtCodes } from '../look-at-codes';
import { stageCodes } from '../stage-codes';
import { isDateFormat, maskedNumber, numberText } from './number-text';

const signal = new AbortController().signal;

function fileWith(content: Uint8Array): string {
  const file = join(temporaryFolder(), 'codes.xlsx');
  writeFileSync(file, content);
  return file;
}

const look = (content: Uint8Array, layout: Partial<CodeFileLayout> = {}) =>
  lookAtCodes({ signal }, { file: fileWith(content), layout });

async function taken(content: Uint8Array, layout: Partial<CodeFileLayout> = {}) {
  const test = await openTestStore();
  const context = laneContext<CodesProgress>(test.store);
  const file = fileWith(content);
  const sample = await lookAtCodes(context, { file, layout });
  const { preview } = await stageCodes(context, { ...sample, file, poolId: 'pool' });
  const rows = test.connection
    .prepare('select code, max_uses as uses from pool_codes order by position')
    .all() as { code: string; uses: number }[];
  return { ...preview, sample, stored: rows.map(({ code, uses }) => `${code} ${uses}`) };
}

const text = (cell: string, value: string) =>
  `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a workbook', () => {
  it('is read as its cells are shown: zeros of a format, long numbers, results of formulas', async () => {
    const styles = `<styleSheet><numFmts count="2"><numFmt numFmtId="170" formatCode="000000"/><numFmt numFmtId="171" formatCode="&quot;K&quot;\\-000"/></numFmts>
      <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const shared = `<sst><si><t>Gutscheincode</t></si><si><r><t>AB</t></r><r><t xml:space="preserve">-1</t></r><rPh><t>kana</t></rPh></si></sst>`;
    const rows = [
      `<row r="2"><c r="B2" t="s"><v>0</v></c>${text('C2', 'Max. Einl&#246;sungen')}</row>`,
      '<row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3"><v>5</v></c></row>',
      '<row r="4"><c r="B4" s="1"><v>123</v></c></row>',
      '<row r="5"><c r="B5" s="2"><v>7</v></c></row>',
      '<row r="6"><c r="B6"><v>4.006381333931E+12</v></c></row>',
      '<row r="7"><c r="B7" t="str"><f>"X"&amp;"Y"</f><v>XY_x002D_Z</v></c><c r="C7"><v>2</v></c></row>',
      '<row r="8"><c r="B8"><v>1.23456789012345E+17</v></c></row>',
      '<row r="9"><c r="B9" s="3"><v>46355</v></c></row>',
      '<row r="10"><c r="B10" t="e"><v>#REF!</v></c></row>',
      '<row r="11"/>',
    ].join('');
    const parts = { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': shared };
    const { sample, stored, issues } = await taken(await workbookOf(rows, parts));
    expect(sample.layout).toEqual({ encoding: null, delimiter: null, sheet: 0, headerLine: 2 });
    expect(sample.columns).toEqual({ code: 1, uses: 2, points: null });
    expect(sample.rows.at(-1)).toMatchObject({ line: 9, cells: ['', '2026-11-29'] });
    expect(stored).toEqual(['AB-1 5', '000123 1', 'K-007 1', '4006381333931 1', 'XY-Z 2']);
    expect(issues.map(({ line, problem }) => `${line} ${problem}`)).toEqual([
      '8 rounded_number',
      '9 date',
      '10 formula_error',
    ]);
  });

  it('tells of rows that are hidden, and of formulas that nobody has worked out', async () => {
    const rows = [
      `<row r="1">${text('A1', 'Code')}</row><row r="2">${text('A2', 'AA-1')}</row>`,
      `<row r="3" hidden="1">${text('A3', 'BB-2')}</row>`,
      '<row r="4"><c r="A4"><f>"CC-"&amp;3</f></c></row><row r="5"><c r="A5" t="str"><f>""</f><v></v></c></row>',
    ].join('');
    const { stored, issues, warnings } = await taken(await workbookOf(rows));
    expect(stored).toEqual(['AA-1 1', 'BB-2 1']);
    expect(issues.map(({ line, problem }) => `${line} ${problem}`)).toEqual(['4 formula_error']);
    expect(warnings).toEqual(['hidden_rows']);
  });

  it('that another program wrote is read the same, whatever its cells hold', async () => {
    const cell = fc.stringMatching(/^[A-Z]{2}[A-Z0-9äß&<> ._x-]{3,12}[A-Z]$/);
    const codes = fc.uniqueArray(cell, {
      minLength: 1,
      maxLength: 200,
      selector: (code) => code.normalize('NFKC').toLowerCase().toUpperCase().replaceAll(/\s/g, ''),
    });
    await fc.assert(
      fc.asyncProperty(codes, fc.constantFrom('shared', 'inline'), async (all, stringMode) => {
        const rows = [['Code', 'Uses'], ...all.map((code, index) => [code, index + 1])];
        const content = await writeXlsx({ sheets: [{ name: 'Codes', rows }], stringMode });
        const { stored, problems } = await taken(content as Uint8Array);
        expect(problems).toBe(0);
        const clean = (code: string) => code.replaceAll(/\s+/g, ' ');
        expect(stored).toEqual(all.map((code, index) => `${clean(code)} ${index + 1}`));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('has its sheets chosen among, hidden ones last', async () => {
    const content = (await writeXlsx({
      sheets: [
        { name: 'Empty', rows: [] },
        { name: 'Secret', rows: [['code'], ['S-1']], hidden: true },
        { name: 'Summer', rows: [['code'], ['A-1'], ['A-2']] },
        { name: 'Winter', rows: [['code'], ['W-1']] },
      ],
    })) as Uint8Array;
    const { sample, stored } = await taken(content);
    expect(sample.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Secret', true],
      ['Summer', false],
      ['Winter', false],
    ]);
    expect(stored).toEqual(['A-1 1', 'A-2 1']);
    expect((await taken(content, { sheet: 3 })).stored).toEqual(['W-1 1']);
  });

  it('is read to its end, however many pieces it comes in', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [`CODE-${index}`, 'x'.repeat(20)]);
    const content = await writeXlsx({
      sheets: [{ name: 'Codes', rows: [['code', 'note'], ...rows] }],
    });
    expect(await taken(content as Uint8Array)).toMatchObject({ codes: 30_000, problems: 0 });
  }, 30_000);
});

describe('a hostile workbook', () => {
  const one = `<row>${text('A1', 'code')}</row><row>${text('A2', 'A-1')}</row>`;

  it('unfolds no further than a sheet can, and none of it into memory', async () => {
    const bomb = `<sst>${`<si/>${' '.repeat(64 * 1024)}`.repeat(2_200)}</sst>`;
    const rows = `<row>${text('A1', 'code')}</row><row><c r="A2" t="s"><v>9999999</v></c></row>`;
    const content = await workbookOf(rows, { 'xl/sharedStrings.xml': bomb });
    expect(content.length).toBeLessThan(1024 * 1024);
    await expect(look(content)).rejects.toThrow('codes.workbook_too_large');
  }, 60_000);

  it('claims columns and rows that no sheet has', async () => {
    const far = `<row r="1">${text('A1', 'code')}${text('XFD1', 'far')}${text('ZZZZZZZ1', 'farther')}</row><row r="1048576">${text('A1048576', 'A-1')}</row>`;
    expect((await taken(await workbookOf(far))).stored).toEqual(['A-1 1']);
    for (const line of ['0', '-1', '1e9', '1048577', 'x'])
      await expect(look(await workbookOf(`<row r="${line}"/>`))).rejects.toThrow(
        'codes.workbook_damaged',
      );
  });

  it('has nothing fetched nor replaced that it declares', async () => {
    const sheet = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY lol "lollol">]><worksheet><sheetData><row>${text('A1', 'code')}</row><row>${text('A2', '&e;&lol;')}</row></sheetData></worksheet>`;
    const { stored } = await taken(await workbookOf('', { 'xl/worksheets/sheet1.xml': sheet }));
    expect(stored).toEqual(['&e;&lol; 1']);
  });

  it.each([
    ['a tag that does not end', `${one}<row r="3`],
    ['an attribute without a value', `${one}<row r></row>`],
    ['an endless tag', `<row ${'a'.repeat(1024 * 1024)}>`],
    ['an endless comment', `${one}<!-- ${'a'.repeat(1024 * 1024)}`],
    ['a text that no cell can hold', `<row>${text('A1', 'x'.repeat(200_000))}</row>`],
  ])('with %s is damaged', async (_, rows) => {
    await expect(taken(await workbookOf(rows))).rejects.toThrow('codes.workbook_damaged');
  });

  it('without its parts is damaged, and with bytes that are not those which were packed', async () => {
    const content = await workbookOf(one);
    const changed = Buffer.from(content);
    const data = changed.indexOf('xl/worksheets/sheet1.xml') + 60;
    for (let at = data; at < data + 40; at++) changed[at] = 0xff;
    await expect(look(changed)).rejects.toThrow('codes.workbook_damaged');
    await expect(look(await workbookOf(one, { 'xl/workbook.xml': '<workbook/>' }))).rejects.toThrow(
      'codes.workbook_damaged',
    );
    await expect(look(content.subarray(0, content.length - 30))).rejects.toThrow(
      'codes.workbook_damaged',
    );
  });

  it.each([
    ['a text document', { mimetype: '', 'content.xml': '' }, 'codes.is_other_workbook'],
    [
      'a Word document',
      { '[Content_Types].xml': '', 'word/document.xml': '' },
      'codes.is_document',
    ],
    [
      'a binary workbook',
      { '[Content_Types].xml': '', 'xl/workbook.bin': '' },
      'codes.is_other_workbook',
    ],
    ['an archive', { 'codes.csv': 'A-1' }, 'codes.is_archive'],
  ])('that is %s is named so', async (_, parts, code) => {
    await expect(look(await zipOf(parts))).rejects.toThrow(code);
  });
});

describe('a number', () => {
  it.each([
    ['42', '42', false],
    ['4.006381333931E+12', '4006381333931', false],
    ['1E+3', '1000', false],
    ['1.5', '1.5', false],
    ['0.10000000000000001', '0.1', false],
    ['123456789012345678', '123456789012345678', false],
    ['1.23456789012345E+17', '123456789012345000', true],
    ['1234567890123450', '1234567890123450', true],
    ['-7', '-7', false],
    ['1E-05', '0.00001', false],
    ['1E+999', '1E+999', true],
  ])('%s is shown as %s', (stored, shown, isRounded) => {
    expect(numberText(stored)).toEqual({ text: shown, isRounded });
  });

  it.each([
    ['42', '00000', '00042'],
    ['123456', '000-000', '123-456'],
    ['1234567', '000-000', '1234-567'],
    ['7', '"KD-"00', 'KD-07'],
    ['7', '0', null],
    ['7', '#,##0', null],
    ['1.5', '000', null],
  ])('%s in the format %s is %s', (number, format, shown) => {
    expect(maskedNumber(number, format)).toBe(shown);
  });

  it.each([
    [14, undefined, true],
    [0, undefined, false],
    [170, 'yyyy\\-mm\\-dd', true],
    [171, '[$-407]d. mmmm yyyy', true],
    [172, '0.00" days"', false],
    [173, 'General', false],
    [174, 'hh:mm:ss.000', true],
  ])('of format %i %s is a day: %s', (id, format, is) => {
    expect(isDateFormat(id, format)).toBe(is);
  });
});
