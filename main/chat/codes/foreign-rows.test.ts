import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CodesProgress } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { temporaryFolder } from '../../../tests/support/folder';
import { openTestStore } from '../../../tests/support/store';
import { lookAtCodes } from './look-at-codes';
import { stageCodes } from './stage-codes';

async function taken(content: string) {
  const file = join(temporaryFolder(), 'codes.csv');
  writeFileSync(file, content);
  const test = await openTestStore();
  const context = laneContext<CodesProgress>(test.store);
  const sample = await lookAtCodes(context, { file, layout: {} });
  const { preview } = await stageCodes(context, { ...sample, file, poolId: 'pool' });
  const rows = test.connection
    .prepare('select code, max_uses as uses from pool_codes order by position')
    .all() as { code: string; uses: number }[];
  return {
    codes: rows.map(({ code, uses }) => `${code} ${uses}`),
    issues: preview.issues.map(({ line, problem }) => `${line} ${problem}`),
    warnings: preview.warnings,
  };
}

describe('a file of codes', () => {
  it('may have line breaks in cells, of which none becomes a code', async () => {
    const { codes, issues } = await taken(
      'Code;Note;Uses\nAA-1;"one\ntwo;BB-2";2\nCC-3;"x\n\n""y""";3\nDD-4;ok;1\n',
    );
    expect(codes).toEqual(['AA-1 2', 'CC-3 3', 'DD-4 1']);
    expect(issues).toEqual([]);
  });

  it('reads whatever another program has put in quotes', async () => {
    const note = fc.stringMatching(/^[ab";\n ]{0,12}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(note, { minLength: 3, maxLength: 12 }), async (notes) => {
        const rows = notes.map((each, at) => [`K7-${at}`, each, '2']);
        const content = Papa.unparse([['Code', 'Note', 'Uses'], ...rows], {
          ...{ delimiter: ';', newline: '\n', quotes: [false, true, false] },
        });
        const { codes, issues } = await taken(content);
        expect(issues).toEqual([]);
        expect(codes).toEqual(rows.map(([code]) => `${code} 2`));
      }),
      { numRuns: 15 },
    );
  });

  it('loses one row to a quote that is never closed', async () => {
    const rest = Array.from({ length: 300 }, (_, at) => `K7-${at};2`);
    const { codes, issues } = await taken(['Code;Uses', '"AA-1;2', ...rest].join('\n'));
    expect(codes).toHaveLength(300);
    expect(issues).toEqual(['2 quotes']);
  });

  it('has no code in its totals', async () => {
    const { codes, issues } = await taken('Code;Uses\nAA-1;2\nBB-2;2\nSumme;4\nTotal: 2 codes;\n');
    expect(codes).toEqual(['AA-1 2', 'BB-2 2']);
    expect(issues).toEqual(['4 total', '5 total']);
    expect((await taken('Code\nALPHA\nBETA\nTOTAL\n')).codes).toHaveLength(3);
  });

  it('has no names of a second table taken for codes', async () => {
    const page = Array.from({ length: 12 }, (_, at) => `K7-${at};2`);
    const again = await taken(['Code;Uses', ...page, 'Code;Uses', 'BB-2;2'].join('\n'));
    expect(again.codes).toHaveLength(13);
    expect(again.issues).toEqual(['14 other_table']);
    const other = await taken('Code;Uses\nAA-1;2\nAA-2;2\n\nName;Code\nBob;BB-2\nEve;BB-3\n');
    expect(other.codes).toEqual(['AA-1 2', 'AA-2 2']);
    expect(other.issues).toEqual(['5 other_table', '6 other_table', '7 other_table']);
  });

  it('may have words beside its codes that are names of columns elsewhere', async () => {
    const rows = [
      'K7-1;coupon;used',
      'K7-2;coupon;active',
      'WELCOME;coupon;used',
      'K7-3;coupon;used',
    ];
    const { codes, issues } = await taken(['Code;Type;Status', ...rows].join('\n'));
    expect(issues).toEqual([]);
    expect(codes).toHaveLength(4);
  });

  it('says of uses that are no numbers that they are none, and takes NULL for nothing', async () => {
    const { codes, issues } = await taken('Code;Uses\nAA-1;unlimited\nBB-2;no end\nCC-3;5\n');
    expect(codes).toEqual(['CC-3 5']);
    expect(issues).toEqual(['2 uses_invalid', '3 uses_invalid']);
    expect((await taken('code,max_uses\nAA-1,\\N\nBB-2,NULL\n')).codes).toEqual([
      'AA-1 1',
      'BB-2 1',
    ]);
  });

  it.each(['05.01.2024', '2024-01-05', '5. Mai', 'Jan 24', '1/5/24'])(
    'warns of %s, of which a spreadsheet may have made a date',
    async (code) => {
      expect((await taken(`Code\nAA-1\n${code}\n`)).warnings).toEqual(['dates']);
      expect((await taken('Code\nAA-1\nMAY24\n1-2-3\n12-MAIL\n')).warnings).toEqual([]);
    },
  );

  it('that names a separator which is none of ours leaves it to the user what its codes are', async () => {
    await expect(taken('sep=:\nCode:Uses\nAA-1:2\nBB-2:2\n')).rejects.toThrow('codes.no_column');
  });

  it('of zeros is no text', async () => {
    await expect(taken('\0'.repeat(5_000))).rejects.toThrow('codes.not_text');
  });
});
