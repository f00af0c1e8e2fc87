import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { stageCodes } from '../../../main/chat/codes/stage-codes';
import { CodeFilePreview } from '../../../preload/contract';
import { laneContext } from '../../support/context';
import { givePool } from '../../support/pools';
import { openTestStore } from '../../support/store';
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

async function storeWithPool() {
  const test = await openTestStore();
  givePool(test, IN_POOL);
  return test;
}

fuzz('a damaged file of codes', 0.14, storeWithPool, async (random, test) => {
  const original = Buffer.from(random.of(FILES), random.of(ENCODINGS));
  const file = join(test.folder, 'codes.csv');
  writeFileSync(file, mutateBytes(random, original));
  const staged = await refusedOr(() =>
    stageCodes(laneContext(test.store), { file, poolId: 'pool' }),
  );
  const stored = test.connection
    .prepare('select code from pool_codes order by position')
    .pluck()
    .all();
  expect(stored.slice(0, IN_POOL.length)).toEqual(IN_POOL);
  expect(stored.length - IN_POOL.length).toBe(staged?.preview.codes ?? 0);
  if (staged) CodeFilePreview.parse({ ticket: 'ticket', ...staged.preview });
  return staged !== null;
});
