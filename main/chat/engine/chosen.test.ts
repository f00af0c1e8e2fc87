import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { BareChat, picked } from '../../../tests/support/chat';
import { edge, graph, jumps, node, offers, ref } from '../../../tests/support/graphs';
import {
  assign,
  carry,
  carryMentioned,
  chose,
  chosenIn,
  joinLabels,
  recognise,
  unquoteLabels,
  variableRows,
} from './chosen';

const red = chose('colour', { answer: 'Red', optionIds: ['r'] });

describe('what was chosen', () => {
  it('is a label for people and ids beside it', () => {
    expect(red.colour).toBe('Red');
    expect(chosenIn(red, 'colour')).toEqual(['r']);
    expect(chosenIn(red, 'size')).toBeNull();
    expect(chosenIn(chose('none', { answer: '', optionIds: [] }), 'none')).toEqual([]);
    expect(chosenIn({ colour: 'Red' }, 'colour')).toBeNull();
    expect(chosenIn({}, 'constructor')).toBeNull();
  });

  it('is no option any more once the variable is set to something else', () => {
    expect(assign(red, { colour: 'Red' })).toEqual({ colour: 'Red' });
    expect(assign(red, { size: 'L' })).toEqual({ ...red, size: 'L' });
    const blue = chose('colour', { answer: 'Blue', optionIds: ['b'] });
    expect(assign(red, blue)).toEqual(blue);
  });

  it('goes along under another name', () => {
    expect(carry(red, 'colour', 'favourite')).toEqual(
      chose('favourite', { answer: 'Red', optionIds: ['r'] }),
    );
    expect(carry({ colour: 'Red' }, 'colour', 'favourite')).toEqual({ favourite: 'Red' });
    expect(carry(red, 'size', 'favourite')).toEqual({});
    expect(carryMentioned(red, ref('colour'), 'a')).toHaveProperty(['a.id'], 'r');
    expect(carryMentioned(red, `I like ${ref('colour')}`, 'a')).toEqual({});
  });

  it('is one row, with the option in a column', () => {
    expect(variableRows({ ...red, size: 'L' })).toEqual([
      { name: 'colour', value: 'Red', option_ids: 'r' },
      { name: 'size', value: 'L', option_ids: null },
    ]);
  });

  it('is recognised where somebody brings along its label only', () => {
    const options = [{ id: 'r', label: 'Red' }];
    const known = new Map([['colour', { variable: 'colour', several: false, options }]]);
    expect(recognise({ colour: 'Red', size: 'Red' }, known)).toEqual({ ...red, size: 'Red' });
    expect(recognise({ colour: 'Pink' }, known)).toEqual({ colour: 'Pink' });
    const brought = { colour: 'Red', 'colour.id': 'x' };
    expect(recognise(brought, known)).toEqual(brought);
  });

  it('is recognised where another experience hands over its label only', () => {
    const isRed = node('c', 'condition', {
      rules: [
        {
          id: 'yes',
          label: 'Red',
          operator: 'is',
          variable: 'choice',
          options: ['red'],
          value: '',
        },
      ],
    });
    const said = node('y', 'message', { text: 'Red' });
    const way = [edge('c', 'yes', 'y'), edge('c', 'else', 'ask')];
    const called = graph([isRed, said, offers('ask', 'red')], way);
    const inputs = [{ id: 'i', variable: 'choice', value: 'The red' }];
    const sets = node('s', 'set_variables', {
      variables: [{ id: 'v', variable: 'said', text: 'The red' }],
    });
    const outputs = [{ id: 'o', from: 'said', to: 'choice' }];
    const visit = { takesAll: false, inputs, outputs: [] };
    const library = new Map([
      ['called', called],
      ['sets', graph([sets])],
    ]);
    const into = new BareChat(graph([jumps('j', 'visit', 'called', visit)]), { library });
    expect(into.start().said).toEqual(['Red']);
    const back = graph(
      [jumps('j', 'visit', 'sets', { outputs }), ...called.modules],
      [edge('j', 'next', 'c'), ...called.edges],
    );
    expect(new BareChat(back, { library }).start().said).toEqual(['Red']);
  });

  it('goes into an experience that is called, and comes back', () => {
    const visit = {
      takesAll: false,
      inputs: [{ id: 'i', variable: 'choice', value: ref('choice') }],
      outputs: [{ id: 'o', from: 'choice', to: 'result' }],
    };
    const isRed = (id: string, variable: string) =>
      node(id, 'condition', {
        rules: [{ id: 'yes', label: 'Red', operator: 'is', variable, options: ['red'], value: '' }],
      });
    const said = (id: string, text: string) => node(id, 'message', { text });
    const called = graph([isRed('c', 'choice'), said('y', 'called: red')], [edge('c', 'yes', 'y')]);
    const calling = graph(
      [
        offers('ask', 'red', 'blue'),
        jumps('go', 'visit', 'other', visit),
        isRed('d', 'result'),
        said('z', 'back: red'),
      ],
      [edge('ask', 'red', 'go'), edge('go', 'next', 'd'), edge('d', 'yes', 'z')],
    );
    const chat = new BareChat(calling, { library: new Map([['other', called]]) })
      .start()
      .answer(picked('red'));
    expect(chat.said).toEqual(['Which one?', 'called: red', 'back: red']);
  });
});

it('joins labels so that they can be told apart, whatever is in them', () => {
  expect(joinLabels(['Red; dark', 'Blue'])).toBe('"Red; dark"; Blue');
  expect(joinLabels(['Red', 'dark; Blue'])).toBe('Red; "dark; Blue"');
  expect(joinLabels(['say "hi"'])).toBe('"say ""hi"""');
  const label = fc
    .string({ unit: fc.constantFrom('a', ';', '"', '\n', ' ', 'ü') })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(label, { minLength: 1 }), (labels) => {
      const { data } = Papa.parse<string[]>(joinLabels(labels).replaceAll('; ', ';'), {
        delimiter: ';',
        newline: '\r\n',
      });
      expect(data).toEqual([labels.map((each) => each.replaceAll('; ', ';'))]);
    }),
  );
});

it('gives labels back as they are, in time', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\n', '7') })), (labels) => {
      expect(unquoteLabels(joinLabels(labels))).toBe(labels.join('; '));
    }),
  );
  for (const text of ['; "', '""', '"; ', '"a']) unquoteLabels(text.repeat(100_000));
});
