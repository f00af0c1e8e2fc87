import { describe, expect, it } from 'vitest';
import { crossingsOf, handedOverTo, referToOptions } from './refer-to-options';

const choice = (variable: string, ...labels: string[]) => ({
  type: 'choice',
  settings: { variable, options: labels.map((label, at) => ({ id: `${variable}${at}`, label })) },
});

function upgraded(rule: object, ...modules: { type: string; settings: object }[]) {
  const condition = { type: 'condition', settings: { rules: [{ id: 'r', ...rule }] } };
  const [changed] = referToOptions([condition, ...modules] as never) as unknown[];
  const { settings } = changed as { settings: { rules: { options?: string[]; value: string }[] } };
  return settings.rules[0];
}

const colours = choice('colour', 'Red', 'Blue', 'Dark blue', '7');
const asks = (operator: string, value: string) => ({ variable: 'colour', operator, value });

describe('a condition of version 1', () => {
  it.each([
    ['is', 'Red', ['colour0']],
    ['is', ' rED ', ['colour0']],
    ['is', '7.0', ['colour3']],
    ['is_not', 'Blue', ['colour1']],
    ['one_of', 'red, Blue', ['colour0', 'colour1']],
    // Of one answer, a part was enough.
    ['contains', 'blue', ['colour1', 'colour2']],
  ])('that asks whether it %s “%s” refers to the options', (operator, value, options) => {
    expect(upgraded(asks(operator, value), colours)).toMatchObject({ options, value: '' });
  });

  it.each([
    asks('is', 'Pink'),
    asks('is', ''),
    asks('is', '${favourite}'),
    asks('starts_with', 'Red'),
    asks('less', '7'),
    { variable: 'size', operator: 'is', value: 'Red' },
    { variable: 'colour', operator: 'is' },
    { variable: 7, operator: 'is', value: 'Red' },
  ])('keeps %j', (rule) => {
    expect(upgraded(rule, colours)).toEqual({ id: 'r', ...rule });
  });

  it('keeps what is left of a list', () => {
    expect(upgraded(asks('one_of', 'Red, VIP'), colours)).toMatchObject({
      options: ['colour0'],
      value: 'VIP',
    });
  });

  it('keeps the text beside the option where the variable can be set otherwise', () => {
    const sets = { type: 'set_variables', settings: { variables: [{ variable: 'colour' }] } };
    expect(upgraded(asks('is', 'Red'), colours, sets)).toMatchObject({
      options: ['colour0'],
      value: 'Red',
    });
  });

  it.each([
    { type: 'jump', settings: { target: 'visit', outputs: [{ from: 'x', to: 'colour' }] } },
    {
      type: 'set_variables',
      settings: { variables: [{ variable: ' colour ', text: '${favourite}' }] },
    },
  ])('is kept where the variable can hold an option of another: %j', (sets) => {
    expect(upgraded(asks('is', 'Red'), colours, sets)).toEqual({ id: 'r', ...asks('is', 'Red') });
  });

  it('is kept where its value or a label is another in each chat', () => {
    const greeting = choice('colour', 'Ann', 'Hello ${name}');
    for (const rule of [asks('is', 'Ann'), asks('contains', '${name}')]) {
      expect(upgraded(rule, greeting)).toEqual({ id: 'r', ...rule });
    }
  });

  it('is kept where the id of its option is that of another one as well', () => {
    const first = (label: string) => ({
      type: 'choice',
      settings: { options: [{ id: 'first', label }] },
    });
    const rule = { variable: 'choice', operator: 'is', value: 'Red' };
    expect(upgraded(rule, first('Red'), first('Yes'))).toEqual({ id: 'r', ...rule });
    expect(upgraded(rule, first('Red'), first('RED'))).toMatchObject({ options: ['first'] });
  });

  it('is known to get variables from experiences that lead to its own', () => {
    const jump = (experience: string, settings: object) => ({
      type: 'jump',
      settings: { target: 'move', experience, ...settings },
    });
    const input = { inputs: [{ variable: 'size' }] };
    const all = new Map(
      Object.entries({
        a: [colours, jump('b', {})],
        b: [choice('taste', 'Sweet'), jump('c', { takesAll: true, ...input })],
        c: [choice('colour', 'Red'), jump('d', { takesAll: false, ...input })],
        d: [choice('colour', 'Red')],
      }).map(([id, modules]) => [id, [crossingsOf(modules as never)]] as const),
    );
    const known = (id: string) => [...new Set(handedOverTo(id, all))].toSorted();
    expect(['a', 'c', 'd'].map(known)).toEqual([[], ['colour', 'size', 'taste'], ['size']]);
  });

  it('knows options of every module that keeps what was chosen', () => {
    const questionnaire = {
      type: 'questionnaire',
      settings: {
        variable: 'v',
        dontKnow: 'No idea',
        questions: [
          { id: 'q', options: [{ id: 'a', label: 'Yes' }], mayNotKnow: true },
          {
            id: 'm',
            kind: 'multiple',
            variable: 'many',
            options: [
              { id: 'b', label: 'Red' },
              { id: 'c', label: 'Red; dark' },
            ],
          },
          {
            id: 't',
            kind: 'matrix',
            options: [{ id: 'd', label: 'Good' }],
            rows: [{ id: 'e', label: 'Taste' }],
          },
          { id: 'w', kind: 'text', options: [{ id: 'f', label: 'Left over' }] },
        ],
      },
    };
    const rule = (variable: string, operator: string, value: string) =>
      upgraded({ variable, operator, value }, questionnaire)?.options;
    expect(rule('v_1', 'is', 'yes')).toEqual(['a']);
    expect(rule('v_1', 'is', 'i_dont_know')).toEqual(['i_dont_know']);
    expect(rule('many', 'is', 'red')).toEqual(['b']);
    expect(rule('many', 'contains', 'red')).toEqual(['b', 'c']);
    expect(rule('v_3', 'contains', 'good')).toEqual(['e=d']);
    expect(rule('v_4', 'is', 'Left over')).toBeUndefined();
    const others = [
      { type: 'gallery', settings: { variable: 'slide', slides: [{ id: 's', title: 'Sky' }] } },
      { type: 'loyalty_rewards', settings: { rewards: [{ id: 'p', name: 'Pen' }] } },
      { type: 'choice', settings: { options: [{ id: 'o', label: 'One' }] } },
    ];
    const other = (variable: string, value: string) =>
      upgraded({ variable, operator: 'is', value }, ...others)?.options;
    expect(other('slide', 'Sky')).toEqual(['s']);
    expect(other('reward', 'Pen')).toEqual(['p']);
    expect(other('choice', 'One')).toEqual(['o']);
  });

  it('is left alone where it is damaged', () => {
    const odd = [
      { type: 'condition', settings: { rules: 'x' } },
      { type: 'condition', settings: { rules: [null, 7, { options: 'x' }] } },
      { type: 'questionnaire', settings: { questions: [null, { options: [7] }] } },
    ];
    expect(referToOptions(odd as never)).toEqual(odd);
  });
});
