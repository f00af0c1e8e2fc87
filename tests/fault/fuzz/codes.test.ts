import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { removeLeftovers } from '../../../main/chat/codes/leftovers';
import { lookAtCodes } from '../../../main/chat/codes/look-at-codes';
import { stageCodes } from '../../../main/chat/codes/stage-codes';
import { CodeFilePreview, CodeFileSample, type CodesProgress } from '../../../preload/contract';
import { laneContext } from '../../support/context';
import { givePool } from '../../support/pools';
import { openTestStore, type TestStore } from '../../support/store';
import { workbookOf } from '../../support/workbook';
import { fuzz, refusedOr } from './fuzz';
import { mutateBytes } from './mutate';

const IN_POOL = ['OLD-1', 'OLD-2', 'OLD-3'];

const FILES = [
  'AAA\nBBB\nCCC\n',
  'code,uses\nAAA,3\nBBB,\nCCC,1000000\n',
  'id;code;note\r\n1;"A""A";x\r\n2;BBB;y\r\n3;CCC;=1+1\r\n',
  `\ufeffcode\tuses\n${Array.from({ length: 200 }, (_, index) => `K-${index}\t${index + 1}`).join('\n')}`,
];
const ENCODINGS = ['utf8', 'utf16le', 'latin1'] as const;

/** As a user would who takes what is suggested, or else the first column. */
async function stageAsSuggested(test: TestStore, file: string) {
  const context = laneContext<CodesProgress>(test.store);
  const sample = await lookAtCodes(context, { file, layout: {} });
  CodeFileSample.parse({ ticket: 'ticket', ...sample });
  const columns = { ...sample.columns, code: sample.columns.code ?? 0 };
  return stageCodes(context, { file, poolId: 'pool', layout: sample.layout, columns });
}

async function storeWithPool() {
  const test = await openTestStore();
  givePool(test, IN_POOL);
  return test;
}

fuzz('a damaged file of codes', 0.1, storeWithPool, async (random, test) => {
  const original = Buffer.from(random.of(FILES), random.of(ENCODINGS));
  const file = join(test.folder, 'codes.csv');
  writeFileSync(file, mutateBytes(random, original));
  return lookAt(test, file);
});

const SHEET = Array.from(
  { length: 60 },
  (_, index) =>
    `<row r="${index + 2}"><c r="A${index + 2}" t="s"><v>${index % 3}</v></c><c r="B${index + 2}" t="inlineStr"><is><t>K-${index}</t></is></c><c r="C${index + 2}" s="1"><v>${index}.5E+1</v></c></row>`,
).join('');
const PARTS = {
  'xl/sharedStrings.xml': '<sst><si><t>A&amp;B</t></si><si><r><t>x</t></r></si><si/></sst>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="00\\-00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
};
const HEADER =
  '<row r="1"><c r="B1" t="inlineStr"><is><t>Code</t></is></c><c r="C1" t="str"><v>Uses</v></c></row>';

/** Damaged before it is packed, so that its XML is reached, or after, so that the zip is. */
fuzz('a damaged workbook of codes', 0.04, storeWithPool, async (random, test) => {
  const damage = (text: string) => mutateBytes(random, Buffer.from(text)).toString();
  const isInside = random.below(3) > 0;
  const sheet = isInside && random.below(2) === 0 ? damage(HEADER + SHEET) : HEADER + SHEET;
  const name = random.of(Object.keys(PARTS) as (keyof typeof PARTS)[]);
  const parts = isInside ? { ...PARTS, [name]: damage(PARTS[name]) } : PARTS;
  const packed = await workbookOf(sheet, parts);
  const file = join(test.folder, 'codes.xlsx');
  writeFileSync(file, isInside ? packed : mutateBytes(random, packed));
  return lookAt(test, file);
});

/** What was there before is there afterwards, and beside it only what the preview counts. */
async function lookAt(test: TestStore, file: string): Promise<boolean> {
  await removeLeftovers(test.store);
  const staged = await refusedOr(() => stageAsSuggested(test, file));
  const stored = test.connection
    .prepare('select code from pool_codes order by position')
    .pluck()
    .all();
  expect(stored.slice(0, IN_POOL.length)).toEqual(IN_POOL);
  expect(stored.length - IN_POOL.length).toBe(staged?.preview.codes ?? 0);
  if (staged) CodeFilePreview.parse(staged.preview);
  return staged !== null;
}
