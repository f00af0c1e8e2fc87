import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodesProgress } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { givePool } from '../../../tests/support/pools';
import { openTestStore, type TestStore } from '../../../tests/support/store';
import type { LaneContext } from '../../foundation/operation/context';
import { codeKey } from '../claims/code-key';
import { removeLeftovers } from './leftovers';
import { lookAtCodes } from './look-at-codes';
import { type Staging, stageCodes } from './stage-codes';

type Content = string | Uint8Array;

async function stage(
  test: TestStore,
  content: Content,
  changes: Partial<Staging> = {},
  watch: Partial<Pick<LaneContext<CodesProgress>, 'signal' | 'report'>> = {},
) {
  const file = join(test.folder, 'codes.csv');
  writeFileSync(file, content);
  const context = { ...laneContext<CodesProgress>(test.store), ...watch };
  const path = changes.file ?? file;
  const { layout, columns } = await lookAtCodes(context, { file: path, layout: {} });
  const staging = { file, poolId: 'pool', layout, columns, ...changes };
  const staged = await stageCodes(context, staging);
  return { ...staged, ...staged.preview, layout };
}

const read = async (content: Content) => stage(await openTestStore(), content);
const codesOf = ({ rows }: Awaited<ReturnType<typeof read>>) => rows.map(({ code }) => code);
const issuesOf = ({ issues }: Awaited<ReturnType<typeof read>>) =>
  issues.map(({ line, problem }) => `${line} ${problem}`);
const stored = ({ connection }: TestStore) =>
  connection.prepare('select code from pool_codes order by position').pluck().all();

describe('a file of codes', () => {
  it.each([
    ['one column without a header', 'AAA\nBBB\nCCC'],
    ['other line ends', 'AAA\r\nBBB\rCCC\r\n'],
    ['a header', 'Code\nAAA\nBBB\nCCC\n'],
    ['a column called code among others', 'id;code;note\n1;AAA;x\n2;BBB;y\n3;CCC;z\n'],
    ['the first of several columns', 'AAA,1\nBBB,2\nCCC,3\n'],
    ['tabs', 'note\tCODE\nx\tAAA\ny\tBBB\nz\tCCC'],
    ['quotes', '"AAA"\n"BBB"\n"CCC"\n'],
    ['blanks and blank lines', '\n AAA \n\n\tBBB\n   \nCCC\n\n'],
    ['a byte order mark', '\ufeffAAA\nBBB\nCCC'],
  ])('is read with %s', async (_, content) => {
    const read_ = await read(content);
    expect(codesOf(read_)).toEqual(['AAA', 'BBB', 'CCC']);
    expect(read_.problems).toBe(0);
  });

  it('says how often each code may be used, and once where it does not', async () => {
    const { rows } = await read('code,uses\nAAA,3\nBBB,\nCCC,1000000\n');
    expect(rows.map(({ maxUses }) => maxUses)).toEqual([3, 1, 1_000_000]);
  });

  it.each([
    ['utf-8', Buffer.from('Grüße-1\nÄ-2')],
    ['utf-16le', Buffer.from('\ufeffGrüße-1\nÄ-2', 'utf16le')],
    ['utf-16le', Buffer.from('Grüße-1\nÄ-2', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffGrüße-1\nÄ-2', 'utf16le').swap16()],
    ['utf-16be', Buffer.from('Grüße-1\nÄ-2', 'utf16le').swap16()],
    ['windows-1252', Buffer.from('Grüße-1\nÄ-2', 'latin1')],
  ])('is read in %s', async (encoding, bytes) => {
    const result = await read(bytes);
    expect(result.layout.encoding).toBe(encoding);
    expect(codesOf(result)).toEqual(['Grüße-1', 'Ä-2']);
  });

  it('tells what is wrong in which line, and reads on', async () => {
    const result = await read(
      [
        'code,uses',
        'AAA,1',
        '"BBB,1',
        'CCC,0',
        ',7',
        `${'D'.repeat(201)},1`,
        'E\u0000E,1',
        'FFF,many',
        'AAA,1',
        `GGG,${'1,'.repeat(10_000)}`,
        'HHH,2',
      ].join('\r\n'),
    );
    expect(codesOf(result)).toEqual(['AAA', 'HHH']);
    expect(issuesOf(result)).toEqual([
      '3 quotes',
      '4 uses_invalid',
      '5 code_missing',
      '6 code_too_long',
      '7 forbidden_character',
      '8 uses_invalid',
      '10 row_too_long',
    ]);
    expect(result.problems).toBe(7);
    expect(result.repeated).toEqual([{ line: 9, sameAs: 2 }]);
  });

  it('takes formulas for the texts that they are', async () => {
    expect(codesOf(await read('=1+1\n+A\n@SUM(A1)\n-7'))).toEqual(['=1+1', '+A', '@SUM(A1)', '-7']);
  });

  it('survives a million columns and a file without a line end', async () => {
    const wide = await read(`AAA\n${'x,'.repeat(1_000_000)}\nBBB`);
    expect(codesOf(wide)).toEqual(['AAA', 'BBB']);
    expect(issuesOf(wide)).toEqual(['2 row_too_long']);
    expect(issuesOf(await read('x'.repeat(3_000_000)))).toEqual(['1 row_too_long']);
  });

  it('counts lines across the pieces in which the file is read', async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `CODE-${index}`);
    lines[54_321] = '"';
    const result = await read(lines.join('\r\n'));
    expect(result.codes).toBe(59_999);
    expect(issuesOf(result)).toEqual(['54322 quotes']);
  });

  it('tells duplicates in the file from those in the pool', async () => {
    const test = await openTestStore();
    givePool(test, ['OLD']);
    const result = await stage(test, 'NEW\nold\nNEW\nnew\nN\u200bew');
    expect(codesOf(result)).toEqual(['NEW']);
    expect(issuesOf(result)).toEqual(['2 already_in_pool']);
    expect(result.repeated.map(({ line, sameAs }) => [line, sameAs])).toEqual([
      [3, 1],
      [4, 1],
      [5, 1],
    ]);
    expect(result.base).toBe(1);
  });

  it('knows which barcodes can show every code', async () => {
    expect((await read('4006381333931')).encodable).toEqual({ ean13: true, code128: true });
    expect((await read('4006381333931\nABC')).encodable).toEqual({ ean13: false, code128: true });
    expect((await read('Ä')).encodable).toEqual({ ean13: false, code128: false });
  });

  it('keeps the codes in order, each with its comparable form', async () => {
    const test = await openTestStore();
    await stage(test, 'b-1\nA\u20132\n');
    const all = 'select position, code, code_key from pool_codes order by position';
    expect(test.connection.prepare(all).all()).toEqual([
      { position: 1, code: 'b-1', code_key: codeKey('b-1') },
      { position: 2, code: 'A\u20132', code_key: 'A-2' },
    ]);
  });
});

describe('a file that holds no codes', () => {
  it.each([
    ['nothing', '', 'codes.none'],
    ['blank lines', '\n \n', 'codes.none'],
    ['a header alone', 'code\n', 'codes.none'],
    ['half a workbook', Buffer.from('PK\u0003\u0004 a workbook'), 'codes.workbook_damaged'],
    ['neither text nor workbook', Buffer.from([1, 2, 0xff, 0xfe, 3]), 'codes.not_text'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]),
      'codes.is_image',
    ],
  ])('with %s is refused', async (_, content, code) => {
    await expect(read(content)).rejects.toThrow(code);
  });

  it('because it is gone, a folder, a pipe or too large is refused', async () => {
    const test = await openTestStore();
    const large = join(test.folder, 'large.csv');
    writeFileSync(large, '');
    truncateSync(large, 100 * 1024 * 1024 + 1);
    await expect(stage(test, 'A', { file: large })).rejects.toThrow('codes.too_large');
    for (const name of ['gone.csv', '']) {
      const file = join(test.folder, name);
      await expect(stage(test, 'A', { file })).rejects.toThrow('codes.unreadable');
    }
    if (process.platform === 'win32') return;
    const pipe = join(test.folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    await expect(stage(test, 'A', { file: pipe })).rejects.toThrow('codes.unreadable');
  });
});

describe('what is read', () => {
  it('is gone when it is cancelled or fails, and the pool is as it was', async () => {
    const test = await openTestStore();
    givePool(test, ['OLD']);
    const controller = new AbortController();
    const many = Array.from({ length: 200_000 }, (_, index) => `CODE-${index}`).join('\n');
    const watch = { signal: controller.signal, report: () => controller.abort() };
    const cancelled = stage(test, many, {}, watch);
    await expect(cancelled).rejects.toThrow();
    expect(stored(test)).toEqual(['OLD']);
    await expect(stage(test, 'code\n')).rejects.toThrow('codes.none');
    expect(stored(test)).toEqual(['OLD']);
  });

  it('goes with the next import, and with the next start', async () => {
    const test = await openTestStore();
    givePool(test, ['OLD']);
    await stage(test, 'ONE\nTWO');
    await stage(test, 'THREE', { poolId: 'other' });
    expect(stored(test)).toEqual(['OLD', 'THREE']);
    await removeLeftovers(test.store);
    expect(stored(test)).toEqual(['OLD']);
  });

  it('is told while it is read', async () => {
    const test = await openTestStore();
    const seen: number[] = [];
    const many = Array.from({ length: 50_000 }, (_, index) => `A-LONGER-CODE-${index}`).join('\n');
    await stage(test, many, {}, { report: ({ codes }) => seen.push(codes) });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});
