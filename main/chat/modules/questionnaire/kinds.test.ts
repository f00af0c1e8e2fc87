import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../preload/contract';
import { offersOf } from '../../../../preload/contract';
import { BareChat, picked } from '../../../../tests/support/chat';
import { chain } from '../../../../tests/support/graphs';
import { added } from '../../../../tests/support/questions';
import { moduleOf } from '..';
import { KIND_NAMES, KINDS } from './kinds';

const entries = (...ids: string[]) => ids.map((id) => ({ id, label: `The ${id}` }));

function asks(question: object) {
  const questions = [{ id: 'q', text: 'Well?', options: [], rows: [], ...question }];
  return new BareChat(chain(added('questionnaire', { questions: questions as never }))).start();
}
const promptOf = (question: object) => {
  const { state } = asks(question);
  return state.kind === 'waiting' ? state.prompt : null;
};
/** The answer and its ids as the row has them; null for an answer that is not taken. */
function kept(question: object, answer: Answer) {
  const asked = asks(question);
  if (promptOf(question)?.kind !== answer.kind) {
    expect(() => asked.answer(answer)).toThrow('chat.unexpected_answer');
    return null;
  }
  const row = asked.answer(answer).last.effects.find(({ store }) => store === 'answers')?.row;
  return row ? [row.answer, row.option_ids, row.score] : null;
}
const chosen = (options: string[], text?: string): Answer => ({
  kind: 'choices',
  options,
  ...(text !== undefined && { text }),
});
const other = (text?: string): Answer => ({
  kind: 'choice',
  option: 'other',
  ...(text !== undefined && { text }),
});

describe.each(['single', 'dropdown'])('“Other” of a question of kind %s', (kind) => {
  const question = { kind, options: entries('a', 'b'), otherLabel: 'Other' };

  it('is offered after the options, and kept with what was written', () => {
    expect(promptOf(question)).toMatchObject({
      kind: 'choice',
      options: [{ id: 'a' }, { id: 'b' }, { id: 'other', label: 'Other', takesText: true }],
    });
    expect(kept(question, other(' a\u200B cat\n'))).toEqual(['Other: a cat', 'other', null]);
    expect(kept(question, picked('b'))).toEqual(['The b', 'b', null]);
  });

  it.each([
    other(),
    other('  \u200B '),
    other('x'.repeat(501)),
    picked('c'),
    picked('constructor'),
    chosen(['a']),
  ])('is not taken from %j', (answer) => {
    expect(kept(question, answer)).toBeNull();
  });

  it('is not there unless it has a label, and not beside an option with its id', () => {
    expect(kept({ ...question, otherLabel: '' }, other('a cat'))).toBeNull();
    expect(() => asks({ ...question, options: entries('a', 'other') })).toThrow();
  });
});

describe('some of several', () => {
  const question = {
    kind: 'multiple',
    options: entries('a', 'b', 'c'),
    minChoices: 2,
    maxChoices: 2,
    otherLabel: 'Other',
    noneLabel: 'None of these',
  };

  it('can be told in own words, which count as one of them', () => {
    expect(kept(question, chosen(['other', 'b'], 'a; cat'))).toEqual([
      'The b; "Other: a; cat"',
      'b other',
      null,
    ]);
    expect(
      kept({ ...question, maxChoices: undefined }, chosen(['a', 'b', 'c', 'other'], 'x')),
    ).toEqual(['The a; The b; The c; Other: x', 'a b c other', null]);
  });

  it('can be none, which is enough, and excludes the rest', () => {
    expect(promptOf(question)).toMatchObject({
      options: [{}, {}, {}, { id: 'other' }, { id: 'none', excludesOthers: true }],
      min: 2,
      max: 2,
    });
    expect(kept(question, chosen(['none']))).toEqual(['None of these', 'none', null]);
    expect(kept(question, chosen(['none', 'a']))).toBeNull();
    expect(kept({ ...question, noneLabel: '' }, chosen(['none']))).toBeNull();
  });

  it.each([
    chosen(['a']),
    chosen(['a', 'a']),
    chosen(['a', 'b', 'c']),
    chosen(['a', 'other']),
    chosen(['a', 'other'], ' '),
    chosen(['a', 'constructor']),
    picked('a'),
  ])('is not taken from %j', (answer) => {
    expect(kept(question, answer)).toBeNull();
  });
});

describe('pictures', () => {
  const image = 'data:image/png;base64,AAAA';
  const pictures = [
    { id: 'a', label: 'Cat', image, imageText: 'A grey cat' },
    { id: 'b', label: 'Dog', image: '', imageText: '' },
  ];

  it('are cards, of which one is chosen', () => {
    expect(promptOf({ kind: 'pictures', pictures })).toMatchObject({
      kind: 'choice',
      look: 'cards',
      options: [
        { id: 'a', label: 'Cat', image, alt: 'A grey cat' },
        { id: 'b', label: 'Dog' },
      ],
    });
    expect(kept({ kind: 'pictures', pictures }, picked('a'))).toEqual(['Cat', 'a', null]);
    expect(kept({ kind: 'pictures', pictures }, chosen(['a']))).toBeNull();
  });

  it('or some', () => {
    const question = { kind: 'pictures', pictures, severalPictures: true };
    expect(promptOf(question)).toMatchObject({ kind: 'choices', look: 'cards', min: 1, max: 2 });
    expect(kept(question, chosen(['b', 'a']))).toEqual(['Cat; Dog', 'a b', null]);
    expect(kept(question, picked('a'))).toBeNull();
    expect(() => asks({ ...question, pictures: pictures.slice(1) })).toThrow();
  });
});

describe('a slider', () => {
  const question = { kind: 'slider', sliderFrom: -1, sliderTo: 1, sliderStep: 0.1, unit: 'km' };
  const at = (value: number): Answer => ({ kind: 'slider', value });

  it('takes the numbers of its steps', () => {
    expect(promptOf(question)).toMatchObject({
      kind: 'slider',
      min: -1,
      max: 1,
      step: 0.1,
      unit: 'km',
    });
    expect(kept(question, at(0.1 + 0.2))).toEqual(['0.3', null, 0.3]);
    expect(kept(question, at(-1))).toEqual(['-1', null, -1]);
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000, max: 1_000 }),
        fc.integer({ min: 1, max: 1_000 }),
        fc.constantFrom(0.001, 0.01, 0.1, 0.25, 1, 7),
        fc.nat(1_000),
        (from, steps, step, taken) => {
          const to = from + steps * step;
          const asked = { kind: 'slider', sliderFrom: from, sliderTo: to, sliderStep: step };
          const value = from + Math.min(taken, steps) * step;
          const [answer, , score] = kept(asked, at(value)) ?? [];
          expect(answer).toBe(String(score));
          expect(Math.abs(Number(score) - value)).toBeLessThan(step / 100);
          expect(String(answer).length).toBeLessThan(12);
        },
      ),
    );
  });

  it.each([at(1.1), at(-1.1), at(0.15), at(1e300), { kind: 'scale', value: 1 } as Answer])(
    'takes nothing between them, beyond them or of another kind: %j',
    (answer) => expect(kept(question, answer)).toBeNull(),
  );

  it.each([
    { sliderFrom: 1, sliderTo: 1 },
    { sliderFrom: 2, sliderTo: 1 },
    { sliderFrom: 0, sliderTo: 1, sliderStep: 2 },
    { sliderFrom: 0, sliderTo: 1_000_000, sliderStep: 1 },
  ])('cannot be made of %j', (settings) => {
    expect(() => asks({ kind: 'slider', ...settings })).toThrow();
  });
});

describe('an order of preference', () => {
  const question = { kind: 'ranking', options: entries('a', 'b', 'c') };
  const ranked = (...options: string[]): Answer => ({ kind: 'ranking', options });

  it('is kept as it was given, whole or from the top', () => {
    expect(promptOf(question)).toMatchObject({ kind: 'ranking', top: 3 });
    expect(kept(question, ranked('c', 'a', 'b'))).toEqual(['The c; The a; The b', 'c a b', null]);
    expect(kept({ ...question, top: 2 }, ranked('b', 'a'))).toEqual(['The b; The a', 'b a', null]);
    expect(promptOf({ ...question, top: 9 })).toMatchObject({ top: 3 });
  });

  it.each([
    ranked(),
    ranked('a', 'b'),
    ranked('a', 'a', 'b'),
    ranked('a', 'b', 'constructor'),
    ranked('a', 'b', 'c', 'a'),
    chosen(['a', 'b', 'c']),
  ])('is not taken from %j', (answer) => {
    expect(kept(question, answer)).toBeNull();
  });
});

it.each(KIND_NAMES)('offers a rule what can be chosen of kind %s, and no more', (kind) => {
  const settings = {
    variable: 'v',
    dontKnow: 'No idea',
    questions: [
      {
        id: 'q',
        kind,
        options: entries('a', 'b'),
        pictures: entries('p'),
        rows: entries('r'),
        otherLabel: 'Other',
        noneLabel: 'None',
        mayNotKnow: true,
      },
    ],
  };
  const [offer] = offersOf(moduleOf('questionnaire')?.offers, settings);
  const ids: Partial<Record<typeof kind, string[]>> = {
    single: ['a', 'b', 'other'],
    dropdown: ['a', 'b', 'other'],
    multiple: ['a', 'b', 'other', 'none'],
    pictures: ['p'],
    ranking: ['a', 'b'],
    matrix: ['r=a', 'r=b'],
  };
  expect(offer?.options.map(({ id }) => id)).toEqual(
    ids[kind] ? [...ids[kind], 'i_dont_know'] : undefined,
  );
  expect(KINDS[kind].chooses !== undefined).toBe(ids[kind] !== undefined);
});
