import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { lookAtCodes } from '../../../main/chat/codes/look-at-codes';
import { stageCodes } from '../../../main/chat/codes/stage-codes';
import { CodeFilePreview, CodeFileSample, type CodesProgress } from '../../../preload/contract';
import { laneContext } from '../../support/context';
import { givePool } from '../../support/pools';
import { openTestStore, type TestStore } from '../../support/store';
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

fuzz('a damaged file of codes', 0.14, storeWithPool, async (random, test) => {
  const original = Buffer.from(random.of(FILES), random.of(ENCODINGS));
  const file = join(test.folder, 'codes.csv');
  writeFileSync(file, mutateBytes(random, original));
  const staged = await refusedOr(() => stageAsSuggested(test, file));
  const stored = test.connection
    .prepare('select code from pool_codes order by position')
    .pluck()
    .all();
  expect(stored.slice(0, IN_POOL.length)).toEqual(IN_POOL);
  expect(stored.length - IN_POOL.length).toBe(staged?.preview.codes ?? 0);
  if (staged) CodeFilePreview.parse(staged.preview);
  return staged !== null;
});
