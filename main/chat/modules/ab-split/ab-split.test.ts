import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../../tests/support/chat';
import { chain, node } from '../../../../tests/support/graphs';
import { columnNames } from '../../../foundation/store/tables';
import { problemsOf } from '../../flow/problems';
import { modules } from '..';
import { shareAt } from './share-at';

const variants = (...percents: number[]) =>
  percents.map((percent, at) => ({ id: `v${at}`, name: `No. ${at}`, percent }));
const split = (percents: number[], settings = {}) =>
  node('a', 'ab_split', { variants: variants(...percents), ...settings });

const wayOf = (percents: number[], sessionId: string, more = {}): string => {
  const result = stepOf(split(percents), { kind: 'enter' }, { sessionId, ...more });
  return (result as { go: string }).go;
};

describe('an A/B split', () => {
  it('leads by the variant and keeps it, for conditions and for counting', () => {
    expect(stepOf(split([0, 100]), { kind: 'enter' })).toEqual({
      set: { variant: 'No. 1', 'variant.id': 'v1' },
      go: 'v1',
    });
  });

  it('draws no new lot in the same session, however often the chat comes by', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (sessionId, moduleId) => {
        const way = () => wayOf([30, 30, 40], sessionId, { moduleId, random: () => Math.random() });
        expect(new Set([way(), way(), way()]).size).toBe(1);
      }),
    );
  });

  it('follows the variable where that holds one of its variants already', () => {
    const variables = { variant: 'No. 2', 'variant.id': 'v2' };
    for (const sessionId of ['a', 'b', 'c', 'd'])
      expect(wayOf([50, 50, 0], sessionId, { variables })).toBe('v2');
    // That of another split, or words that somebody set, are none of them.
    const other = { variant: 'Other', 'variant.id': 'w1' };
    expect(wayOf([0, 100], 'a', { variables: other })).toBe('v1');
  });

  it('divides participants as the shares say', () => {
    const counts = [0, 0, 0];
    const total = 20_000;
    for (let at = 0; at < total; at++) {
      const way = wayOf([20, 30, 50], `session-${at}`);
      counts[Number(way.slice(1))] = (counts[Number(way.slice(1))] ?? 0) + 1;
    }
    for (const [at, share] of [0.2, 0.3, 0.5].entries())
      expect((counts[at] ?? 0) / total).toBeCloseTo(share, 1.7);
  });

  it('divides at two places independently of each other', () => {
    const both = { same: 0, other: 0 };
    for (let at = 0; at < 10_000; at++) {
      const [first, second] = ['one', 'two'].map((id) => shareAt(`session-${at}`, id) < 0.5);
      both[first === second ? 'same' : 'other'] += 1;
    }
    expect(both.same / 10_000).toBeCloseTo(0.5, 1.7);
  });

  it('leads every way to whoever decides the lots, as the search for all ways does', () => {
    const ways = [0, 0.25, 0.5, 0.999].map((lot) => wayOf([30, 20, 50], 'a', { lot: () => lot }));
    expect(ways).toEqual(['v0', 'v0', 'v2', 'v2']);
    expect(wayOf([30, 20, 50], 'a', { lot: () => 0.3 })).toBe('v1');
  });

  it('never leads to a variant without a share', () => {
    fc.assert(
      fc.property(fc.uuid(), (sessionId) => {
        expect(wayOf([0, 100, 0], sessionId)).toBe('v1');
      }),
    );
  });

  it.each([
    [[50, 50], []],
    [[33.3, 33.3, 33.3], []],
    [[50, 40], ['shares_not_whole']],
    [[80, 80], ['shares_not_whole']],
    [[100], ['list_too_short']],
  ])('with shares of %j has the problems %j', (percents, expected) => {
    const problems = problemsOf(chain(split(percents)), {
      modules,
      policy: [],
      columnsOf: columnNames,
    });
    const found = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(found).toEqual(expected);
  });
});
