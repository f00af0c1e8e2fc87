import { describe, expect, it } from 'vitest';
import { resultOf } from '../../engine/expressions/expression';
import { expressionFrom } from './expression-from';
import { Names } from './names';
import { readTypebot } from './read-typebot';
import { template } from './template';

const named = (...variables: string[]) =>
  new Names(
    readTypebot({
      version: '6',
      groups: [],
      edges: [],
      variables: variables.map((name, at) => ({ id: `v${at}`, name })),
    }),
  );
const names = named('Score', 'First name', 'Total €');

const worked = (code: string, variables: Record<string, string> = {}) => {
  const read = expressionFrom(code, names);
  return read && resultOf(read.expression, { variables, nowMs: 0, timeZone: 'UTC' });
};

describe('JavaScript that expressions can say', () => {
  it.each([
    ['{{Score}} + 5', { Score: '3' }, '8'],
    ['{{Score}} + 5', {}, '5'],
    ['({{Score}} + {{Total €}}) * 2', { Score: '3', Total: '4' }, '14'],
    ['Math.round({{Score}} / 3)', { Score: '10' }, '3'],
    ['Math.max({{Score}}, 7)', { Score: '3' }, '7'],
    ['{{Score}} > 3 ? "many" : "few"', { Score: '4' }, 'many'],
    ["{{First name}} === 'Ann'", { First_name: 'Ann' }, 'true'],
    ['"Dear " + {{First name}}', { First_name: 'Ann' }, 'Dear Ann'],
  ])('%s with %j is %s', (code, variables, result) => {
    expect(worked(code, variables as Record<string, string>)).toBe(result);
  });

  it.each([
    'Hello there',
    'https://example.org/{{Score}}',
    '2024-01-05',
    '+49 160 1234',
    'return {{Score}}',
    '{{Score}}.toFixed(2)',
    'fetch("https://example.org")',
    '[1, 2]',
    '{{Score}} +',
    '',
    `${'1 + '.repeat(200)}1`,
  ])('leaves %s alone', (code) => expect(worked(code)).toBeNull());

  it('knows where the meaning depends on what is entered', () => {
    expect(expressionFrom('{{Score}} + 1', names)?.isExact).toBe(true);
    expect(expressionFrom('{{Score}} * {{Total €}}', names)?.isExact).toBe(true);
    expect(expressionFrom('{{Score}} + {{Total €}}', names)?.isExact).toBe(false);
    expect(expressionFrom('{{Score}} > 1', names)?.isExact).toBe(false);
  });
});

describe('names', () => {
  it('are valid, distinct, and no words of expressions', () => {
    const variables = [
      'Name',
      'name',
      'Straße 1',
      'Ünï',
      '1st',
      'in',
      'email',
      'Погода',
      '天気',
      '',
      '__',
    ];
    const known = named(...variables);
    const ours = variables.map((name) => known.byName(name) ?? '');
    for (const name of ours) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/);
    expect(new Set(ours).size).toBe(variables.length);
    expect(ours.slice(0, 7)).toEqual([
      'Name',
      'name',
      'Strasse_1',
      'Uni',
      '_1st',
      'in_2',
      'email_2',
    ]);
  });
});

it('puts variables into texts as ours, and nothing for those that are not there', () => {
  const lost = new Set<never>();
  expect(template('Hi {{First name}}, $' + '{{Score}} {{Gone}}!', names, lost as never)).toBe(
    'Hi ${First_name}, $${Score} !',
  );
  expect([...lost]).toEqual([]);
});
