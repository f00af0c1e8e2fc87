import { describe, expect, it } from 'vitest';
import { ask, filled } from '../../../../tests/support/questions';

describe('name', () => {
  it('takes first and last name', () => {
    expect(ask('name').enter()).toMatchObject({
      ask: { kind: 'form', fields: [{ id: 'firstname' }, { id: 'lastname' }] },
    });
    const names = filled({ firstname: ' Ada ', lastname: 'King  of\nLovelace' });
    expect(ask('name').answer(names)).toEqual({
      set: { firstname: 'Ada', lastname: 'King of Lovelace' },
      go: 'next',
    });
  });

  it.each<Record<string, string>>([
    {},
    { firstname: '-', lastname: '–' },
    { firstname: '\u3164', lastname: '\u3164' },
    { firstname: '\u2800', lastname: '\u200B' },
    { firstname: '\uFFA0\u115F', lastname: '' },
    { firstname: '007', lastname: '...' },
    { firstname: 'Ada', lastname: '007' },
    { firstname: 'Ada', lastname: 'x'.repeat(251) },
    { constructor: 'x' },
  ])('asks again for %j', (values) => {
    expect(ask('name').answer(filled(values))).toMatchObject({
      say: ['Please enter your name.'],
      ask: { kind: 'form' },
    });
  });

  it.each([
    ['Sukarno', ''],
    ['Sukarno', '-'],
    ['Sukarno', ' — '],
    ['Sukarno', '.'],
    ['Sukarno', '\u3164'],
    ['\u202ASukarno\u202C', '\u2060'],
  ])('takes one name: %j and %j', (firstname, lastname) => {
    expect(ask('name').answer(filled({ firstname, lastname }))).toEqual({
      set: { firstname: 'Sukarno', lastname: '' },
      go: 'next',
    });
  });

  it('takes the last name alone as what it is', () => {
    expect(ask('name').answer(filled({ lastname: 'Lee' }))).toMatchObject({
      set: { firstname: '', lastname: 'Lee' },
    });
  });

  it('needs both names where the author says what for, and says so from the beginning', () => {
    const bothReason = 'The bank needs both.';
    const question = ask('name', { requiresBoth: true, bothReason });
    expect(question.enter()).toMatchObject({
      say: ['What is your name?', bothReason],
      ask: { fields: [{ required: true }, { required: true }] },
    });
    expect(question.answer(filled({ firstname: 'Sukarno', lastname: '-' }))).toMatchObject({
      say: [bothReason],
      ask: { fields: [{ initial: 'Sukarno' }, {}] },
    });
    expect(question.answer(filled({ firstname: 'Ada', lastname: 'Lovelace' }))).toHaveProperty(
      'set',
    );
    const one = ask('name', { parts: 'one', requiresBoth: true, bothReason });
    expect(one.type('Pelé')).toMatchObject({ say: [bothReason] });
    expect(() => ask('name', { requiresBoth: true }).enter()).toThrow();
    expect(ask('name', { parts: 'first', requiresBoth: true }).type('Pelé')).toHaveProperty('set');
  });

  it('keeps one known name, but not where both are needed', () => {
    const known = { variables: { firstname: 'Sukarno', lastname: '' } };
    expect(ask('name', { whenKnown: 'keep' }).enter(known)).toEqual({ go: 'next' });
    const both = ask('name', { whenKnown: 'keep', requiresBoth: true, bothReason: 'Bank.' });
    expect(both.enter(known)).toHaveProperty('ask');
  });

  it('takes only the first name, or both from one input', () => {
    expect(ask('name', { parts: 'first' }).type('Anna Maria')).toMatchObject({
      set: { firstname: 'Anna Maria' },
    });
    const one = ask('name', { parts: 'one' });
    expect(one.type('Ludwig van Beethoven')).toMatchObject({
      set: { firstname: 'Ludwig', lastname: 'van Beethoven' },
    });
    expect(one.type('Pelé')).toMatchObject({ set: { firstname: 'Pelé', lastname: '' } });
    expect(one.type(' \u202E ')).toHaveProperty('ask');
  });
});
