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
    { firstname: 'Ada' },
    { firstname: 'Ada', lastname: '  ' },
    { firstname: '007', lastname: '...' },
    { firstname: 'Ada', lastname: 'x'.repeat(101) },
    { constructor: 'x' },
  ])('asks again for %j', (values) => {
    expect(ask('name').answer(filled(values))).toMatchObject({
      say: ['Please enter your name.'],
      ask: { kind: 'form' },
    });
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
