import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../../tests/support/chat';
import { node } from '../../../../tests/support/graphs';
import { assign, variableRows } from '../../engine/chosen';
import type { Variables } from '../../engine/step';

const items = (count: number, more = {}) =>
  Array.from({ length: count }, (_, at) => ({ id: `i${at}`, text: `Tip ${at}`, ...more }));

/** What comes when the chat passes by so often, with these lots. */
function picks(settings: Record<string, never> | object, lots: readonly number[]): string[] {
  let variables: Variables = {};
  return lots.map((lot) => {
    const module = node('a', 'random_pick', settings as never);
    const result = stepOf(module, { kind: 'enter' }, { variables, random: () => lot });
    variables = assign(variables, result.set ?? {});
    return variables.pick ?? '';
  });
}

const lots = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), {
  minLength: 1,
  maxLength: 40,
});

describe('a random pick', () => {
  it('says one of its texts by the lot, and keeps it with its id', () => {
    const step = (random: number) =>
      stepOf(
        node('a', 'random_pick', { items: items(4) }),
        { kind: 'enter' },
        { random: () => random },
      );
    expect(step(0)).toMatchObject({
      say: ['Tip 0'],
      set: { pick: 'Tip 0', 'pick.id': 'i0' },
      go: 'next',
    });
    expect(step(0.999)).toMatchObject({ say: ['Tip 3'] });
  });

  it('keeps what was read, not its template', () => {
    const module = node('a', 'random_pick', { items: [{ id: 'i', text: 'For ${who}' }] });
    const result = stepOf(module, { kind: 'enter' }, { variables: { who: 'you' } });
    expect(result).toMatchObject({ say: ['For ${who}'], set: { pick: 'For you' } });
  });

  it('may be silent, and may lead on by what it picked', () => {
    const silent = node('a', 'random_pick', { items: items(1, { branches: true }), says: false });
    const result = stepOf(silent, { kind: 'enter' });
    expect(result).toMatchObject({ go: 'i0' });
    expect(result).not.toHaveProperty('say');
  });

  it('picks each text once before one comes again, and none twice in a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), lots, (count, lots) => {
        const said = picks({ items: items(count) }, lots);
        for (let round = 0; round + count <= said.length; round += count) {
          expect(new Set(said.slice(round, round + count)).size).toBe(count);
        }
        if (count > 1) for (const [at, text] of said.entries()) expect(text).not.toBe(said[at - 1]);
      }),
    );
  });

  it('picks without looking back where texts may repeat', () => {
    expect(picks({ items: items(3), repeats: true }, [0, 0, 0])).toEqual([
      'Tip 0',
      'Tip 0',
      'Tip 0',
    ]);
  });

  it('stores what it picked, and nothing of what it remembers', () => {
    const result = stepOf(node('a', 'random_pick', { items: items(2) }), { kind: 'enter' });
    expect(variableRows(result.set ?? {}).map(({ name }) => name)).toEqual(['pick']);
  });
});
