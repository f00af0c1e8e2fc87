import { describe, expect, it } from 'vitest';
import { BareChat, stepOf } from '../../../../tests/support/chat';
import { edge, graph, node, offers, ref } from '../../../../tests/support/graphs';
import type { Variables } from '../../engine/step';
import { moduleOf } from '..';
import { namesOf } from '../define-module';

const sets = (...variables: Record<string, string>[]) =>
  node('a', 'set_variables', {
    variables: variables.map((each, index) => ({ id: `v${index}`, ...each })),
  });
const setBy = (variables: Variables, ...assignments: Record<string, string>[]) =>
  stepOf(sets(...assignments), { kind: 'enter' }, { variables });

const calculated = (variable: string, expression: string) => ({
  variable,
  kind: 'expression',
  expression,
});

describe('set variables', () => {
  it('sets constants and what expressions work out', () => {
    const given = [
      { variable: 'source', text: 'stand' },
      { variable: 'hello', text: `Hi ${ref('name')}` },
      calculated('double', 'points * 2'),
    ];
    expect(setBy({ name: 'Ann', points: '7' }, ...given)).toEqual({
      set: { source: 'stand', hello: 'Hi Ann', double: '14' },
      go: 'next',
    });
  });

  it('works from the top, so that a line can use the one before', () => {
    const given = [calculated('a', 'a + 1'), calculated('b', 'a * 10'), calculated('a', 'a + 1')];
    expect(setBy({ a: '1' }, ...given)).toMatchObject({ set: { a: '3', b: '20' } });
  });

  it('empties a variable when the expression fails, so that it is set on every way', () => {
    expect(setBy({ a: 'x' }, calculated('a', 'a * 2'))).toMatchObject({ set: { a: '' } });
    const { settings } = sets(calculated('a', '1'), { variable: 'b', text: '' });
    expect(namesOf(moduleOf('set_variables')?.sets, settings)).toEqual(['a', 'b']);
    expect(namesOf(moduleOf('set_variables')?.reads, sets(calculated('a', 'c')).settings)).toEqual([
      'c',
    ]);
  });

  it('counts, from nothing on', () => {
    const chat = new BareChat(
      graph(
        [sets(calculated('round', 'number(round, 0) + 1')), offers('again', 'yes')],
        [edge('a', 'next', 'again'), edge('again', 'yes', 'a')],
      ),
    ).start();
    for (let round = 0; round < 2; round++) chat.answer({ kind: 'choice', option: 'yes' });
    expect(chat.state).toMatchObject({ variables: { round: '3' } });
    expect(chat.last.effects.map(({ row }) => row)).toEqual([
      { name: 'choice', value: 'The yes', option_ids: 'yes' },
      { name: 'round', value: '3', option_ids: null },
    ]);
  });

  it('needs a name that is one, and an expression where one is chosen', () => {
    expect(() => setBy({}, { variable: '', text: 'x' })).toThrow();
    expect(() => setBy({}, { variable: '1a', text: 'x' })).toThrow();
    expect(() => setBy({}, calculated('a', ''))).toThrow();
    expect(() => setBy({}, calculated('a', 'b +'))).toThrow();
    expect(() => setBy({})).toThrow();
  });

  it('cannot reach what objects share', () => {
    setBy({}, { variable: '__proto__', text: 'x' }, { variable: 'constructor', text: 'y' });
    expect(({} as Variables).x).toBeUndefined();
    expect({}.constructor).toBe(Object);
  });
});
