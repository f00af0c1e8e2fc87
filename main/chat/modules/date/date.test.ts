import { describe, expect, it } from 'vitest';
import { ask } from '../../../../tests/support/questions';

/** Half past midnight of the 24th in Berlin. */
const night = { nowMs: Date.parse('2026-11-23T23:30:00Z') };

describe('date', () => {
  it('is kept as ISO 8601, under the name that the author chose', () => {
    expect(ask('date', { variable: 'arrival' }).type('1.2.2027')).toEqual({
      set: { arrival: '2027-02-01' },
      go: 'next',
    });
  });

  it.each([
    ['past', '2026-11-24', '2026-11-25'],
    ['future', '2026-11-24', '2026-11-23'],
  ])('in the %s can be %s but not %s', (range, fits, fails) => {
    const question = ask('date', { range });
    expect(question.type(fits, night)).toHaveProperty('set');
    expect(question.type(fails, night)).toHaveProperty('ask');
  });

  it('lies between two days, both of them allowed, either of them open', () => {
    const between = (from: string, to: string) => ask('date', { range: 'between', from, to });
    const year = between('2026-01-01', '2026-12-31');
    for (const fits of ['2026-01-01', '2026-12-31']) expect(year.type(fits)).toHaveProperty('set');
    for (const fails of ['2025-12-31', '2027-01-01', 'x']) {
      expect(year.type(fails)).toHaveProperty('ask');
    }
    expect(between('2026-01-01', '').type('2999-01-01')).toHaveProperty('set');
    expect(() => between('2026-02-01', '2026-01-01').enter()).toThrow();
  });

  it('tells the calendar which days are taken', () => {
    const asked = (settings: Parameters<typeof ask>[1]) => ask('date', settings).enter(night);
    expect(asked({ range: 'past' })).toMatchObject({ ask: { latest: '2026-11-24' } });
    expect(asked({ range: 'future' })).toMatchObject({ ask: { earliest: '2026-11-24' } });
    const year = { range: 'between', from: '2026-01-01', to: '2026-12-31' };
    expect(asked(year)).toMatchObject({ ask: { earliest: '2026-01-01', latest: '2026-12-31' } });
  });
});
