import { expect, it } from 'vitest';
import { chain, node } from '../../../tests/support/graphs';
import { modules } from '../modules';
import { problemsOf } from './problems';

const WORDS = { success: 'Here:', again: 'Again:', empty: 'None.', copy: 'Copy' };
const POOLS = new Map([
  ['numbers', { qrcode: true, code128: true, ean13: true }],
  ['words', { qrcode: true, code128: false, ean13: false }],
]);

const problems = (settings: object, pools: typeof POOLS | undefined = POOLS, isStored = true) =>
  problemsOf(chain(node('a', 'coupon_code', { ...WORDS, ...settings })), {
    modules,
    policy: isStored ? [] : [{ moduleId: null, table: null, enabled: false, days: null }],
    columnsOf: () => [],
    ...(pools && { pools }),
  })
    .filter(({ severity }) => severity !== 'privacy')
    .map(({ code, severity, field }) => ({ code, severity, field }));

it('finds codes that are not in the workspace', () => {
  const missing = { code: 'code_pool_missing', severity: 'error', field: 'pool' };
  expect(problems({ pool: 'gone' })).toEqual([missing]);
  expect(problems({ pool: 'words' })).toEqual([]);
});

it('finds codes that are no barcodes', () => {
  const found = { code: 'codes_not_encodable', severity: 'warning', field: 'show' };
  expect(problems({ pool: 'words', show: 'ean13' })).toEqual([found]);
  expect(problems({ pool: 'words', show: 'code128' })).toEqual([found]);
  expect(problems({ pool: 'words', show: 'qrcode' })).toEqual([]);
  expect(problems({ pool: 'numbers', show: 'ean13' })).toEqual([]);
});

it('says that nothing is given out while storage is off', () => {
  expect(problems({ pool: 'words' }, POOLS, false)).toEqual([
    { code: 'nothing_given_out', severity: 'warning', field: undefined },
  ]);
});
