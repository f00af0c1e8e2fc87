import { describe, expect, it } from 'vitest';
import type { ModuleNode } from '../../../preload/contract';
import { edge, graph, node, offers, says } from '../../../tests/support/graphs';
import { columnNames } from '../../foundation/store/tables';
import { modules } from '../modules';
import { problemsOf } from './problems';

const CODES = ['same_label_twice', 'option_missing', 'option_text_unknown'];

const found = (...nodes: ModuleNode[]) => {
  const edges = nodes.slice(1).map(({ id }, at) => edge(nodes[at]?.id ?? '', 'else', id));
  return problemsOf(graph(nodes, edges), { modules, policy: [], columnsOf: columnNames })
    .filter(({ code }) => CODES.includes(code))
    .map(({ code, field, params }) => [code, field, ...Object.values(params)].join(' '));
};

const colours = offers('colours', 'red', 'blue');
const rule = (settings: object) =>
  node('decides', 'condition', {
    rules: [
      { id: 'one', label: 'One', operator: 'is', variable: 'choice', value: '', ...settings },
    ],
  } as never);
const calculates = (expression: string) => rule({ operator: 'expression', expression });

describe('a condition', () => {
  it.each([
    [rule({ options: ['red'] })],
    [rule({ value: 'the RED' })],
    [rule({ operator: 'one_of', value: 'The red, The blue' })],
    [rule({ operator: 'contains', value: 'blu' })],
    [rule({ operator: 'less', value: 'x' })],
    [rule({ value: '${other}' })],
    [rule({ variable: 'name', value: 'Pink' })],
    [calculates('choice == "The red" || choice in ["The blue", ""]')],
    [calculates('name == "Pink"')],
  ])('may ask for what there is: %j', (condition) => {
    expect(found(colours, condition)).toEqual([]);
  });

  it.each([
    [rule({ options: ['gone'] }), 'option_missing rules.options choice gone'],
    [rule({ options: ['red', 'gone'] }), 'option_missing rules.options choice gone'],
    [rule({ value: 'Pink' }), 'option_text_unknown rules.value choice Pink'],
    [
      rule({ operator: 'one_of', value: 'The red, Pink' }),
      'option_text_unknown rules.value choice Pink',
    ],
    [calculates('choice == "Pink"'), 'option_text_unknown rules.expression choice Pink'],
    [calculates('"Pink" != choice'), 'option_text_unknown rules.expression choice Pink'],
    [
      calculates('choice in ["The red", "Pink"]'),
      'option_text_unknown rules.expression choice Pink',
    ],
  ])('may not ask for what there is not: %j', (condition, problem) => {
    expect(found(colours, condition)).toEqual([problem]);
  });

  it('may ask for any text where the variable is set otherwise as well', () => {
    const sets = node('sets', 'set_variables', {
      variables: [{ id: 'v', variable: 'choice', kind: 'text', text: 'Pink', expression: '' }],
    });
    expect(found(colours, sets, rule({ value: 'Pink' }))).toEqual([]);
    expect(found(colours, sets, rule({ options: ['gone'] }))).toHaveLength(1);
  });

  it('asks for the options of every module that sets the variable', () => {
    const more = { ...offers('more', 'green'), id: 'more' };
    expect(found(colours, more, rule({ operator: 'one_of', options: ['red', 'green'] }))).toEqual(
      [],
    );
  });

  it('is told of texts that mention a label which is gone', () => {
    const text = '${choice == "Pink" ? "a" : "b"}';
    expect(found(colours, says('says', text))).toEqual(['option_text_unknown text choice Pink']);
  });
});

describe('two options with one label', () => {
  it.each([
    ['The Red', 'the red'],
    ['Ａ', 'a'],
    ['Red  wine', 'red\u00A0wine'],
    ['Re\u200Bd', 'Red'],
  ])('are a problem: %s and %s', (first, second) => {
    const options = [first, second].map((label, at) => ({ id: `${at}`, label }));
    const twice = node('twice', 'choice', { question: 'Which?', options });
    expect(found(twice)).toEqual([`same_label_twice options.label ${second}`]);
  });

  it('are looked for in each list of a questionnaire and of a quiz', () => {
    const same = [
      { id: 'a', label: 'Yes' },
      { id: 'b', label: 'yes' },
    ];
    const asked = node('asked', 'questionnaire', {
      questions: [
        { id: 'q', text: 'Which?', kind: 'matrix', options: same, rows: same },
        { id: 'r', text: 'And?', kind: 'single', options: same.slice(0, 1) },
      ],
    });
    expect(found(asked)).toEqual([
      'same_label_twice questions.options.label yes',
      'same_label_twice questions.rows.label yes',
    ]);
    const quiz = node('quiz', 'quiz', { questions: [{ id: 'q', text: 'Which?', options: same }] });
    expect(found(quiz)).toEqual(['same_label_twice questions.options.label yes']);
  });
});
