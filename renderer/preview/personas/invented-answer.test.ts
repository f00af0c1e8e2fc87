import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Prompt, TestAnswer } from '../../../preload/contract';
import { inventedAnswer } from './invented-answer';

const text = (
  format: 'email' | 'tel' | 'longText' | 'number' | 'date',
  autocomplete?: string,
): Prompt => ({
  kind: 'text',
  format,
  placeholder: '',
  ...(autocomplete !== undefined && { autocomplete }),
});
const typed = (words: string): TestAnswer => ({ kind: 'text', text: words, acceptedTerms: true });
const said = (answer: TestAnswer, prompt: Prompt | null): string => {
  const invented = inventedAnswer(answer, prompt);
  return invented.kind === 'text' ? invented.text : JSON.stringify(invented);
};

describe('an answer that is kept as a test answer', () => {
  it('has no address, number or name of whoever typed it', () => {
    expect(said(typed('maria@firma.de'), text('email'))).toBe('erika@example.com');
    expect(said(typed('0171 1234567'), text('tel'))).toBe('+49 30 23125001');
    expect(said(typed('Maria'), text('longText', 'given-name'))).toBe('Erika');
    const words = 'Write to maria.x@firma.co.uk or call +49 (171) 123-4567, since 2026-12-04.';
    expect(said(typed(words), text('longText'))).toBe(
      'Write to erika@example.com or call +49 30 23125001, since 2026-12-04.',
    );
  });

  it('replaces the names in a form, and leaves its lists and what was left out', () => {
    const prompt: Prompt = {
      kind: 'form',
      fields: [
        { id: 'firstname', label: 'First', format: 'text', required: true },
        { id: 'country', label: 'Country', format: 'text', required: true, options: [] },
        { id: 'lastname', label: 'Last', format: 'text', required: false },
      ],
    };
    const values = { firstname: 'Maria', country: 'DE', lastname: '' };
    expect(inventedAnswer({ kind: 'form', values }, prompt)).toEqual({
      kind: 'form',
      values: { firstname: 'Erika', country: 'DE', lastname: '' },
    });
  });

  it('keeps what branches may depend on', () => {
    expect(said(typed('17'), text('number'))).toBe('17');
    expect(said(typed('1990-05-17'), text('date'))).toBe('1990-05-17');
    expect(inventedAnswer({ kind: 'choice', option: 'red' }, null)).toEqual({
      kind: 'choice',
      option: 'red',
    });
  });

  it('never keeps an address, whatever surrounds it', () => {
    const words = fc.stringMatching(/^[A-Za-zäöü .,!?-]{0,30}$/);
    fc.assert(
      fc.property(words, words, (before, after) => {
        const kept = said(typed(`${before} maria.muster@firma.example ${after}`), text('longText'));
        expect(kept).not.toContain('maria.muster');
      }),
    );
  });
});
