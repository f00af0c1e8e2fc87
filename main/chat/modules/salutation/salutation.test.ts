import { describe, expect, it } from 'vitest';
import { picked } from '../../../../tests/support/chat';
import { ask, filled } from '../../../../tests/support/questions';
import { texts } from './texts';

describe('salutation', () => {
  it('offers what the author wrote, and keeps what was read', () => {
    const own = [{ id: 'dear', label: 'Dear ${firstname}' }];
    const question = ask('salutation', { options: own });
    const known = { variables: { firstname: 'Ann' } };
    expect(question.enter(known)).toMatchObject({ ask: { kind: 'choice', options: own } });
    expect(question.answer(picked('dear'), known)).toMatchObject({
      set: { salutation: 'Dear Ann', 'salutation.id': 'dear' },
      go: 'next',
    });
  });

  it('comes with the usual ones, in the language of the builder', () => {
    const labels = (language: 'en' | 'de') =>
      texts[language].initial.options.map(({ label }) => label);
    expect(labels('en')).toEqual(['Ms', 'Mr', 'Mx', 'Prefer not to say']);
    expect(labels('de')).toEqual(['Frau', 'Herr', 'Divers', 'Keine Angabe']);
  });

  it('asks for a title as well, which may stay empty', () => {
    const question = ask('salutation', { asksTitle: true });
    expect(question.enter({ variables: { title: 'Dr' } })).toMatchObject({
      ask: {
        kind: 'form',
        fields: [
          { id: 'salutation', required: true },
          { id: 'title', initial: 'Dr' },
        ],
      },
    });
    expect(
      question.answer(filled({ salutation: 'mx', title: ' Prof.\u200B  Dr. ' })),
    ).toMatchObject({
      set: { salutation: 'Mx', title: 'Prof. Dr.' },
      go: 'next',
    });
    expect(question.answer(filled({ salutation: 'ms' }))).toMatchObject({ set: { title: '' } });
  });

  it.each([
    picked('constructor'),
    picked(''),
    filled({ salutation: 'ms', title: 'x'.repeat(100) }),
    filled({ title: 'Dr' }),
  ])('asks again for %j', (answer) => {
    const question = ask('salutation', { asksTitle: true });
    expect(question.answer(answer)).toMatchObject({
      say: ['Please choose one of these.'],
      ask: { kind: 'form' },
    });
  });
});
