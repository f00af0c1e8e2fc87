import { describe, expect, it } from 'vitest';
import { ask } from '../../../../tests/support/questions';

const at = (iso: string) => ({ nowMs: Date.parse(iso) });

describe('birthdate', () => {
  it('is kept as ISO 8601', () => {
    expect(ask('birthdate').type('24.12.1990')).toEqual({
      set: { birthdate: '1990-12-24' },
      go: 'next',
    });
  });

  it.each(['', 'yesterday', '1890-01-01', '2090-01-01', '1990-02-30', '12/24/1990'])(
    'asks again for %j',
    (typed) => expect(ask('birthdate').type(typed)).toHaveProperty('ask'),
  );

  it('lets somebody pass from the day on which they are old enough, where they are', () => {
    const adults = ask('birthdate', { minAge: 18, timeZone: 'Europe/Berlin' });
    // Half past midnight in Berlin, the evening before in London.
    expect(adults.type('2008-11-23', at('2026-11-22T23:30:00Z'))).toMatchObject({ go: 'next' });
    expect(adults.type('2008-11-23', at('2026-11-22T22:30:00Z'))).toMatchObject({ go: 'tooYoung' });
    const inLondon = ask('birthdate', { minAge: 18, timeZone: 'Europe/London' });
    expect(inLondon.type('2008-11-23', at('2026-11-22T23:30:00Z'))).toMatchObject({
      go: 'tooYoung',
    });
  });

  it('counts the years of somebody born on 29 February from 1 March', () => {
    const adults = ask('birthdate', { minAge: 18 });
    expect(adults.type('2008-02-29', at('2026-02-28T12:00:00Z'))).toMatchObject({ go: 'tooYoung' });
    expect(adults.type('2008-02-29', at('2026-03-01T12:00:00Z'))).toMatchObject({ go: 'next' });
  });

  it('keeps nothing of somebody who is too young, and does not let a known date pass', () => {
    const adults = ask('birthdate', { minAge: 18, whenKnown: 'keep' });
    expect(adults.type('2020-01-01')).not.toHaveProperty('set');
    expect(adults.enter({ variables: { birthdate: '2020-01-01' } })).toMatchObject({
      go: 'tooYoung',
    });
  });
});
