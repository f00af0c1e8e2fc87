import { describe, expect, it } from 'vitest';
import { confirmed, picked, stepOf } from '../../../../tests/support/chat';
import { node, offers } from '../../../../tests/support/graphs';
import { moduleOf } from '..';
import { namesOf } from '../define-module';

describe('choice', () => {
  const pills = offers('pills', 'red', 'blue');
  const ask = {
    kind: 'choice',
    options: [
      { id: 'red', label: 'The red' },
      { id: 'blue', label: 'The blue' },
    ],
  };

  it('asks its question with all options', () => {
    expect(stepOf(pills, { kind: 'enter' })).toEqual({ say: ['Which one?'], ask });
  });

  it('remembers the label of the chosen option and takes its branch', () => {
    expect(stepOf(pills, { kind: 'answer', answer: picked('blue') })).toEqual({
      set: { choice: 'The blue', 'choice.id': 'blue' },
      go: 'blue',
    });
  });

  it.each(['green', 'RED', '', 'constructor', '__proto__'])(
    'asks again for an option %j that it does not have, without repeating the question',
    (option) => {
      expect(stepOf(pills, { kind: 'answer', answer: picked(option) })).toEqual({ ask });
    },
  );

  it('asks again for anything else than a choice', () => {
    expect(stepOf(pills, { kind: 'answer', answer: confirmed() })).toEqual({ ask });
  });

  it('keeps the choice under the name that the author gave it', () => {
    const colors = { ...pills, settings: { ...pills.settings, variable: 'color' } };
    expect(stepOf(colors, { kind: 'answer', answer: picked('red') })).toEqual({
      set: { color: 'The red', 'color.id': 'red' },
      go: 'red',
    });
    expect(namesOf(moduleOf('choice')?.sets, { variable: 'color' })).toEqual(['color']);
  });

  it('is a list that opens where that is set', () => {
    const list = { ...pills, settings: { ...pills.settings, look: 'dropdown' } };
    expect(stepOf(list, { kind: 'enter' })).toMatchObject({ ask: { look: 'dropdown' } });
  });

  it('takes another answer in own words, by a branch of its own', () => {
    const free = { ...pills, settings: { ...pills.settings, otherLabel: 'Other' } };
    const answered = (text?: string) =>
      stepOf(free, {
        kind: 'answer',
        answer: { kind: 'choice', option: 'other', ...(text && { text }) },
      });
    expect(answered(' a cat ')).toEqual({
      set: { choice: 'Other: a cat', 'choice.id': 'other' },
      go: 'other',
    });
    for (const text of [undefined, ' ', 'x'.repeat(501)])
      expect(answered(text)).toHaveProperty('ask');
    expect(
      stepOf(pills, { kind: 'answer', answer: { ...picked('other'), text: 'a cat' } as never }),
    ).toHaveProperty('ask');
  });

  it('shows options as cards when one of them has a picture', () => {
    const image = 'data:image/png;base64,AAAA';
    const options = [
      { id: 'red', label: 'Red', image },
      { id: 'blue', label: 'Blue', image: '' },
    ];
    const cards = node('a', 'choice', { question: 'Q', options });
    expect(stepOf(cards, { kind: 'enter' })).toMatchObject({
      ask: {
        kind: 'choice',
        look: 'cards',
        options: [
          { id: 'red', label: 'Red', image },
          { id: 'blue', label: 'Blue' },
        ],
      },
    });
  });

  it('needs at least one option and takes at most twenty', () => {
    const many = Array.from({ length: 21 }, (_, index) => `option${index}`);
    expect(() => stepOf(offers('a'), { kind: 'enter' })).toThrow();
    expect(() => stepOf(offers('a', ...many), { kind: 'enter' })).toThrow();
    expect(stepOf(offers('a', ...many.slice(1)), { kind: 'enter' })).toHaveProperty('ask');
  });

  it('refuses an option whose id is no id', () => {
    const settings = { question: 'Q', options: [{ id: '../etc', label: 'L' }] };
    expect(() => stepOf(node('a', 'choice', settings), { kind: 'enter' })).toThrow();
  });
});
