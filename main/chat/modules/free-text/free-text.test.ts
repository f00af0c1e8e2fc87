import { describe, expect, it } from 'vitest';
import { ask } from '../../../../tests/support/questions';

describe('free text', () => {
  it('keeps several lines, or makes one of them', () => {
    expect(ask('free_text').type(' a\nb ')).toEqual({ set: { answer: 'a\nb' }, go: 'next' });
    expect(ask('free_text', { multiLine: false }).type('a\nb')).toMatchObject({
      set: { answer: 'a b' },
    });
    expect(ask('free_text', { multiLine: false }).enter()).toMatchObject({
      ask: { format: 'text' },
    });
    expect(ask('free_text').enter()).toMatchObject({ ask: { format: 'longText' } });
  });

  it('is as long as it has to be, counted in characters', () => {
    const question = ask('free_text', { minLength: 2, maxLength: 3 });
    for (const fits of ['ab', '😀😀😀']) expect(question.type(fits)).toHaveProperty('set');
    for (const fails of ['', ' a ', 'abcd']) expect(question.type(fails)).toHaveProperty('ask');
  });

  it('refuses a megabyte, keeps emoji and right-to-left writing, and never reads a template', () => {
    const question = ask('free_text');
    expect(question.type('x'.repeat(1_000_000))).toHaveProperty('ask');
    for (const answer of ['שלום 👋🏽', '${email} ${constructor}']) {
      expect(question.type(answer)).toMatchObject({ set: { answer } });
    }
  });
});
