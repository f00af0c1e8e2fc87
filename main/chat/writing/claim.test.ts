import { describe, expect, it } from 'vitest';
import { NOW_MS } from '../../../tests/support/now';
import { givePool } from '../../../tests/support/pools';
import {
  countRows,
  effect,
  insertRows,
  ORIGIN,
  openAgain,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import type { Claim, Outcome } from '../engine/step';
import type { Request } from '../engine/turn';
import { createEffectStore } from './effect-store';

const claims = (claim: Claim, changes: Parameters<typeof effect>[0] = {}): Request => ({
  ...effect({ store: 'codes', row: { action: 'issued' }, ...changes }),
  kind: 'store',
  claim,
  ...(claim.of.includes('code') && { valueInto: 'code' }),
});

const ask = async (
  { store }: Pick<TestStore, 'store'>,
  request: Request,
  origin = ORIGIN,
): Promise<Outcome> =>
  (await createEffectStore(store).transact((write) => write(request, origin, NOW_MS))).outcome;

const STOCK: Claim = { of: 'counter', counter: 'prize', limit: 7 };

describe('stock', () => {
  it('is never oversold, however many want it at the same time on two connections', async () => {
    const test = await openTestStore();
    const other = { ...test, store: openAgain(test) };
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, index) => ask(index % 2 ? test : other, claims(STOCK))),
    );
    const numbers = outcomes.flatMap(({ value }) => value ?? []);
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(outcomes.filter(({ reason }) => reason === 'exhausted')).toHaveLength(53);
    expect(countRows(test, 'codes')).toBe(7);
  });

  it('is not used up by a row that is refused, nor by the preview', async () => {
    const test = await openTestStore();
    const once = claims({ ...STOCK, limit: 2 }, { uniqueKey: 'once' });
    expect(await ask(test, once)).toEqual({ outcome: 'stored', value: 1 });
    expect(await ask(test, once)).toEqual({ outcome: 'refused', reason: 'duplicate' });
    const { value } = await ask(test, claims({ ...STOCK, limit: 2 }));
    expect(value).toBe(2);
    expect(await ask(test, once, { ...ORIGIN, channel: 'kiosk' })).toMatchObject({ value: 1 });
  });

  it('of none gives none', async () => {
    const test = await openTestStore();
    const request = claims({ ...STOCK, limit: 0 });
    expect(await ask(test, request)).toEqual({ outcome: 'refused', reason: 'exhausted' });
  });
});

describe('one of several', () => {
  const one = (...names: string[]) => claims({ of: 'one_of', names });

  it('is the first that nobody has, each only once, at the same time on two connections', async () => {
    const test = await openTestStore();
    const other = { ...test, store: openAgain(test) };
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ask(index % 2 ? test : other, one('a', 'b', 'c'))),
    );
    expect(outcomes.flatMap(({ value }) => value ?? []).toSorted()).toEqual(['a', 'b', 'c']);
    expect(outcomes.filter(({ reason }) => reason === 'exhausted')).toHaveLength(17);
    expect(await ask(test, one('b', 'later'))).toEqual({ outcome: 'stored', value: 'later' });
  });

  it('of none gives none', async () => {
    const test = await openTestStore();
    expect(await ask(test, one())).toEqual({ outcome: 'refused', reason: 'exhausted' });
  });
});

describe('codes of a pool', () => {
  it('are handed out once each, in order, and stored with the row', async () => {
    const test = await openTestStore();
    givePool(test, ['AAA', 'BBB']);
    const next = claims({ of: 'next_code', poolId: 'pool' });
    expect(await ask(test, next)).toEqual({ outcome: 'stored', value: 'AAA' });
    expect(await ask(test, next)).toEqual({ outcome: 'stored', value: 'BBB' });
    expect(await ask(test, next)).toEqual({ outcome: 'refused', reason: 'exhausted' });
    expect(test.connection.prepare('select code from codes').pluck().all()).toEqual(['AAA', 'BBB']);
  });

  it('are used as often as they may be, and no more', async () => {
    const test = await openTestStore();
    givePool(test, ['ONE', ['TWO', 2]]);
    const use = (code: string) => ask(test, claims({ of: 'code_use', poolId: 'pool', code }));
    expect(await use('nobody knows it')).toEqual({ outcome: 'refused', reason: 'unknown' });
    expect(await use('ONE')).toMatchObject({ outcome: 'stored' });
    expect(await use('ONE')).toEqual({ outcome: 'refused', reason: 'exhausted' });
    const outcomes = await Promise.all([use('TWO'), use('TWO'), use('TWO')]);
    expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(2);
  });
});

describe('points', () => {
  const earn = (points: number) => ({
    ...effect({ store: 'loyalty', row: { points, remaining: points } }),
  });
  const spend = (points: number): Request => ({
    ...effect({ store: 'loyalty', row: { points: -points } }),
    claim: { of: 'points', points },
  });

  it('are spent only as far as there are any, by parallel sessions as well', async () => {
    const test = await openTestStore();
    await ask(test, earn(100));
    const outcomes = await Promise.all(Array.from({ length: 9 }, () => ask(test, spend(30))));
    expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(3);
    expect(await ask(test, spend(11))).toEqual({ outcome: 'refused', reason: 'exhausted' });
    expect(await ask(test, spend(10))).toEqual({ outcome: 'stored', value: 0 });
  });

  it('belong to one person, and expire', async () => {
    const test = await openTestStore();
    await ask(test, earn(100));
    const bob = { ...spend(1), contact: { email: 'bob@example.com' } };
    expect(await ask(test, bob)).toMatchObject({ outcome: 'refused' });
    expect(await ask(test, { ...spend(1), contact: {} })).toMatchObject({ outcome: 'refused' });
    test.connection.exec(`update loyalty set expires_at = ${NOW_MS}`);
    expect(await ask(test, spend(1))).toMatchObject({ outcome: 'refused' });
  });
});

/** As somebody writes one address from one visit to the next. */
const SPELLINGS = [
  'anna.ς@müller.example',
  'Anna.Σ@xn--mller-kva.example',
  'ANNA.Σ@MÜLLER.EXAMPLE',
  'Anna <mailto:anna.ς@mu\u0308ller.example>',
  '\u202Aａｎｎａ.ς@müller。example.\u202C',
];

it.each(SPELLINGS)('points and rows of a person are theirs under %s', async (email) => {
  const test = await openTestStore();
  const [first = ''] = SPELLINGS;
  const points = { ...effect({ store: 'loyalty', row: { points: 9, remaining: 9 } }) };
  await ask(test, { ...points, contact: { email: first } });
  const spent = { ...effect({ store: 'loyalty', row: { points: -4 } }), contact: { email } };
  const claim: Claim = { of: 'points', points: 4 };
  expect(await ask(test, { ...spent, claim })).toEqual({ outcome: 'stored', value: 5 });
  const module = { moduleId: 'm', moduleType: 'erase' };
  const erasure = { kind: 'erase', ...module, contact: { email }, reach: 'person' } as const;
  expect(await ask(test, erasure)).toMatchObject({ outcome: 'erased', value: 2 });
});

describe('erasing a person', () => {
  const named = (email_key: string, channel: string) =>
    participation({ email_key, channel, unique_key: null });
  const others = [
    named('ann@example.com', 'preview'),
    named('ann@example.com', 'kiosk'),
    named('bob@example.com', 'preview'),
  ];

  it.each([
    ['person', { erased: 3, left: 2 }],
    ['session', { erased: 2, left: 3 }],
  ] as const)('that reaches as far as the %s', async (reach, { erased, left }) => {
    const test = await openTestStore();
    insertRows(test, 'participations', others);
    const contact = { email: 'Ann@example.com' };
    const typo = { ...effect({ store: 'participations', row: {} }), contact: { email: 'an@a.b' } };
    const { outcome } = await createEffectStore(test.store).transact(async (write) => {
      const own = [
        await write({ ...effect(), contact: {} }, ORIGIN, NOW_MS),
        await write(typo, ORIGIN, NOW_MS),
      ].flatMap(({ row }) => row ?? []);
      const module = { moduleId: 'm', moduleType: 'erase' };
      return write({ kind: 'erase', ...module, contact, reach }, ORIGIN, NOW_MS, own);
    });
    expect(outcome).toEqual({ outcome: 'erased', value: erased });
    expect(countRows(test, 'participations')).toBe(left);
    expect(countRows(test, 'variables')).toBe(0);
  });

  it('who said no address reaches nobody else who said none', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', [named('none', 'preview'), named('', 'preview')]);
    for (const email of ['none', '']) {
      const { outcome } = await createEffectStore(test.store).transact((write) => {
        const module = { moduleId: 'm', moduleType: 'erase' };
        const request = { kind: 'erase', ...module, contact: { email }, reach: 'person' } as const;
        return write(request, ORIGIN, NOW_MS, []);
      });
      expect(outcome).toEqual({ outcome: 'erased', value: 0 });
    }
  });
});
