import { describe, expect, it } from 'vitest';
import { ask } from '../../../../tests/support/questions';

describe('phone', () => {
  it.each([
    ['030 901820', 'DE', '+4930901820'],
    ['+44 20 7946 0018', 'DE', '+442079460018'],
    ['0049 (0)30 901820', 'DE', '+4930901820'],
    ['(212) 555-2368', 'US', '+12125552368'],
  ])('keeps %s, typed in %2$s, as %3$s', (typed, country, phone) => {
    expect(ask('phone', { country }).type(typed)).toEqual({ set: { phone }, go: 'next' });
  });

  it.each([
    '',
    '110',
    'call me',
    '+49',
    '030 901820 or 030 901821',
    'tel:<script>',
    '9'.repeat(1_000_000),
    '+999 123456',
  ])('asks again for %.20s', (typed) => {
    expect(ask('phone', { country: 'DE' }).type(typed)).toHaveProperty('ask');
  });

  it('takes mobile numbers only, where set', () => {
    const mobile = ask('phone', { country: 'DE', mobileOnly: true });
    expect(mobile.type('0151 23456789')).toMatchObject({ set: { phone: '+4915123456789' } });
    expect(mobile.type('030 901820')).toHaveProperty('ask');
  });

  it('does not keep a known number that is none', () => {
    const question = ask('phone', { whenKnown: 'keep' });
    expect(question.enter({ variables: { phone: '+4930901820' } })).toMatchObject({ go: 'next' });
    expect(question.enter({ variables: { phone: 'none' } })).toHaveProperty('ask');
  });
});
