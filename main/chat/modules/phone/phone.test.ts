import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { picked } from '../../../../tests/support/chat';
import { ask } from '../../../../tests/support/questions';
import { readPhone } from './read-phone';

interface AskedBack {
  ask: { options: { label: string }[] };
  remember?: Record<string, string>;
}

describe('phone', () => {
  it.each([
    ['030 901820', 'DE', '+4930901820'],
    ['+44 20 7946 0018', 'DE', '+442079460018'],
    ['0049 (0)30 901820', 'DE', '+4930901820'],
    ['(212) 555-2368', 'US', '+12125552368'],
    ['\u202D+4915123456789\u202C', 'DE', '+4915123456789'],
    ['００４９ １６０ ２２２９９９９', 'DE', '+491602229999'],
    ['٠١٦٠ ٢٢٢٩٩٩٩', 'DE', '+491602229999'],
    ['00491602229999', 'US', '+491602229999'],
    ['0049 (0)160 2229999', 'DE', '+491602229999'],
    ['+49 (0) 30 1234567', 'DE', '+49301234567'],
    ['+49 0160 2229999', 'DE', '+491602229999'],
    ['+0049 160 2229999', 'DE', '+491602229999'],
    ['(+49) 160 2229999', 'DE', '+491602229999'],
    ['tel:+49-160-2229999', 'DE', '+491602229999'],
    ['Tel.: 0160/222 99 99', 'DE', '+491602229999'],
    ['06 698 1234', 'IT', '+39066981234'],
    ['+39 (0)6 69812345', 'IT', '+390669812345'],
    ['612 345 678', 'ES', '+34612345678'],
    ['8 912 345 67 89', 'RU', '+79123456789'],
    ['011 15-2345-6789', 'AR', '+5491123456789'],
    ['044 123 456', 'XK', '+38344123456'],
    ['+49 30 1234567 ext. 12', 'DE', '+49301234567;ext=12'],
    ['+49301234567;ext=12', 'DE', '+49301234567;ext=12'],
    ['030 1234567 x12', 'DE', '+49301234567;ext=12'],
    ['030 1234567 Durchwahl 12', 'DE', '+49301234567;ext=12'],
    ['030 1234567, DW 12', 'DE', '+49301234567;ext=12'],
    ['1 212 555 2368', 'US', '+12125552368'],
    ['+52 1 55 1234 5678', 'MX', '+525512345678'],
    ['0052 1 55 1234 5678', 'DE', '+525512345678'],
    ['98765 43210', 'IN', '+919876543210'],
    ['532 123 45 67', 'TR', '+905321234567'],
    ['+49 [0]171 1234567', 'DE', '+491711234567'],
    ['Fax: 030 1234567', 'DE', '+49301234567'],
    ['M: +49 171 1234567', 'DE', '+491711234567'],
    ['WhatsApp +49 171 1234567', 'DE', '+491711234567'],
    ['Tél. : 06 12 34 56 78', 'FR', '+33612345678'],
    ['030 1234567 (DW 12)', 'DE', '+49301234567;ext=12'],
    ['212-555-2368-12', 'US', '+12125552368;ext=12'],
    // German extensions are a part of what is dialled (DIN 5008).
    ['030 1234567-12', 'DE', '+4930123456712'],
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
    '1-800-FLOWERS',
    '030 1234567 ext. 12 ext. 13',
    '１１０',
  ])('asks again for %.20s', (typed) => {
    expect(ask('phone', { country: 'DE' }).type(typed)).toHaveProperty('ask');
  });

  it.each([
    ['491602229999', 'DE', ['+49 160 2229999']],
    ['1602229999', 'DE', ['+49 160 2229999']],
    ['34612345678', 'ES', ['+34 612 34 56 78']],
    ['33612345678', 'DE', ['+33 6 12 34 56 78', '+49 3361 2345678']],
    ['491602229999', 'US', ['+49 160 2229999']],
  ])('asks back whether %s, typed in %s, means %j', (typed, country, shown) => {
    const question = ask('phone', { country });
    const back = question.type(typed);
    expect(back).toMatchObject({ say: ['Did you mean this number?'], ask: { kind: 'choice' } });
    const { ask: prompt, remember: memory = {} } = back as never as AskedBack;
    expect(prompt.options.map(({ label }) => label)).toEqual([...shown, 'Change it']);
    const [first = ''] = shown;
    expect(question.answer(picked('meaning-0'), { memory })).toEqual({
      set: { phone: first.replaceAll(' ', '') },
      go: 'next',
    });
    for (const option of ['change', 'meaning-9', 'constructor']) {
      expect(question.answer(picked(option), { memory })).toMatchObject({
        ask: { kind: 'text', initial: typed },
      });
    }
  });

  it('says what the number is not, where an experience has no words for asking back', () => {
    const old = ask('phone', { country: 'DE', askBack: '', several: '' });
    expect(old.type('491602229999')).toMatchObject({
      say: ['This does not look like a phone number. Please check it and try again.'],
      ask: { options: [{ label: '+49 160 2229999' }, { label: 'Change it' }] },
    });
  });

  it.each([
    '030 901820 or 030 901821',
    '030 901820 / 0160 2229999',
    '030 901820; 0160 2229999',
    '030 901820, 0160 2229999',
    '+4930901820 +491602229999',
    '+4930901820+491602229999',
    '030901820 01602229999',
  ])('takes %s for two numbers', (typed) => {
    expect(ask('phone', { country: 'DE' }).type(typed)).toMatchObject({
      say: ['Please enter one number only.'],
      ask: { kind: 'text' },
    });
  });

  it('refuses an extension where the author wants none', () => {
    const question = ask('phone', { country: 'DE', extension: 'refuse' });
    expect(question.type('030 1234567 ext. 12')).toMatchObject({
      say: ['Please enter a number without an extension.'],
    });
    expect(question.type('030 1234567')).toHaveProperty('set');
  });

  it('never makes another number of one that is written in one of the usual ways', () => {
    const national = fc.stringMatching(/^(1602[0-9]{6}|30[1-9][0-9]{6})$/);
    const before = fc.constantFrom(
      '+49',
      '0049',
      '+49 (0)',
      '(0049)',
      '0',
      '(0)',
      '+49 0',
      '49',
      '',
    );
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '/', '.', '\u00A0', '\u2013', '\u200B'), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(national, before, gaps, (digits, prefix, between) => {
        const typed = prefix + [...digits].map((digit, at) => `${between[at]}${digit}`).join('');
        const reading = readPhone(typed, { country: 'DE' });
        const phones = reading?.kind === 'phone' ? [reading.phone] : [];
        for (const { value } of phones) expect(value.replace(';ext=', '')).toBe(`+49${digits}`);
        if (reading?.kind === 'ask') {
          expect(reading.phones.map(({ value }) => value)).toContain(`+49${digits}`);
        }
      }),
    );
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
