import { describe, expect, it } from 'vitest';
import { BareChat, confirmed, picked, stepOf, typed } from '../../../../tests/support/chat';
import { asksEmail, chain, ends, ref } from '../../../../tests/support/graphs';

const module = asksEmail('a', { placeholder: 'name@example.com' });
const withTerms = asksEmail('a', { terms: 'I agree.' });
const answered = (text: string, accepted = false, settings = module) =>
  stepOf(settings, { kind: 'answer', answer: typed(text, accepted) });

describe('email', () => {
  it('asks, and shows the terms only where there are some', () => {
    const prompt = {
      kind: 'text',
      format: 'email',
      placeholder: 'name@example.com',
      autocomplete: 'email',
    };
    expect(stepOf(module, { kind: 'enter' })).toEqual({ say: ['Your address?'], ask: prompt });
    expect(stepOf(withTerms, { kind: 'enter' })).toMatchObject({ ask: { terms: 'I agree.' } });
  });

  it('keeps the address as it was typed, without surrounding blanks', () => {
    expect(answered('\t Ann.Lee+raffle@Example.COM \n')).toMatchObject({
      set: { email: 'Ann.Lee+raffle@Example.COM' },
      go: 'next',
    });
  });

  it.each([
    ['a&b@example.com', 'a&b@example.com'],
    ['ivan@пример.рф', 'ivan@пример.рф'],
    ['anna@xn--mller-kva.example', 'anna@müller.example'],
    ['\u202AAnn@example.com\u202C', 'Ann@example.com'],
    ['mailto:ann@example.com', 'ann@example.com'],
  ])('keeps %j as %j', (text, email) => expect(answered(text)).toMatchObject({ set: { email } }));

  it('keeps one customer per address, whatever its letter case', () => {
    expect(answered(' ANN@example.com ')).toMatchObject({
      store: [
        {
          store: 'customers',
          uniqueKey: 'ann@example.com',
          onConflict: 'replace',
        },
      ],
    });
  });

  it.each([
    '',
    '   ',
    'ann',
    'ann@',
    '@example.com',
    'ann@example',
    'ann@@example.com',
    'ann lee@example.com',
    'ann@exa mple.com',
    'ann@example.com, bob@example.com',
    'ann@example-.com',
    `${'a'.repeat(65)}@example.com`,
    'ann@example.com\nbcc:bob@example.com',
    '"ann"@example.com',
    'ann@example..com',
    '<script>@example.com',
    `${'a'.repeat(250)}@example.com`,
    'an\0n@example.com',
  ])('refuses %j, stores nothing and asks again', (text) => {
    const result = answered(text, true);
    expect(result).toMatchObject({ say: ['Not an address.'], ask: { kind: 'text' } });
    expect(result).not.toHaveProperty('set');
    expect(result).not.toHaveProperty('store');
  });

  it('stores nothing until the terms are accepted', () => {
    const refused = answered('ann@example.com', false, withTerms);
    expect(refused).toMatchObject({
      say: ['Please accept.'],
      ask: { terms: 'I agree.', initial: 'ann@example.com', isUnticked: true },
    });
    expect(refused).not.toHaveProperty('store');
    expect(answered('ann@example.com', true, withTerms)).toMatchObject({ go: 'next' });
  });

  it('asks again for an answer of another kind', () => {
    expect(stepOf(module, { kind: 'answer', answer: confirmed() })).toHaveProperty('ask');
  });

  it('has the address typed twice, where set, and starts again when they differ', () => {
    const twice = asksEmail('a', { twice: true, terms: 'I agree.' });
    const first = stepOf(twice, { kind: 'answer', answer: typed('ann@example.com', true) });
    expect(first).toMatchObject({ say: ['Once more?'], remember: { first: 'ann@example.com' } });
    expect(first).not.toHaveProperty('ask.terms');
    const second = (text: string) =>
      stepOf(
        twice,
        { kind: 'answer', answer: typed(text) },
        { memory: { first: 'ann@example.com' } },
      );
    expect(second('ANN@example.com')).toMatchObject({ set: { email: 'ANN@example.com' } });
    const differs = second('anne@example.com');
    expect(differs).toMatchObject({ say: ['They differ.'], ask: { terms: 'I agree.' } });
    expect(differs).not.toHaveProperty('remember');
  });

  it('keeps a known address, but not past terms', () => {
    const variables = { email: 'ann@example.com' };
    const keep = { whenKnown: 'keep' };
    const enter = { kind: 'enter' } as const;
    expect(stepOf(asksEmail('a', keep), enter, { variables })).toMatchObject({
      set: variables,
      store: [{ store: 'customers' }],
    });
    expect(stepOf(asksEmail('a', { ...keep, terms: 'T' }), enter, { variables })).toMatchObject({
      ask: { terms: 'T', initial: 'ann@example.com' },
    });
  });

  describe('a likely typing error', () => {
    const words = { suggestion: 'Did you mean {address}?', keepTypedLabel: 'Keep {address}' };
    const chatWith = (settings = {}) =>
      new BareChat(chain(asksEmail('a', { ...words, ...settings }), ends('end'))).start();

    it('is asked back, with the address that was meant and the one that was typed', () => {
      const { said, state, last } = chatWith().answer(typed('Ann@gmail.con'));
      expect(said.at(-1)).toBe('Did you mean Ann@gmail.com?');
      expect(state).toMatchObject({
        prompt: {
          options: [
            { id: 'meaning-0', label: 'Ann@gmail.com' },
            { id: 'meaning-1', label: 'Keep Ann@gmail.con' },
            { id: 'change' },
          ],
        },
      });
      expect(last.effects).toEqual([]);
    });

    it.each([
      ['meaning-0', 'ann@gmail.com'],
      ['meaning-1', 'ann@gmail.con'],
    ])('and with "%s" the address is %s', (option, email) => {
      const chat = chatWith().answer(typed('ann@gmail.con')).answer(picked(option));
      expect(chat.state).toMatchObject({ kind: 'ended', variables: { email } });
    });

    it('can be changed, and is when something else is picked', () => {
      for (const option of ['change', 'constructor']) {
        const chat = chatWith({ terms: 'I agree.' }).answer(typed('ann@gmail.con', true));
        expect(chat.answer(picked(option)).state).toMatchObject({
          prompt: { kind: 'text', initial: 'ann@gmail.con', terms: 'I agree.' },
        });
      }
    });

    it('is offered for what is no address yet', () => {
      const chat = chatWith().answer(typed('o’brien@gmail,com'));
      expect(chat.said.at(-1)).toBe("Did you mean o'brien@gmail.com?");
      expect(chat.state).toMatchObject({ prompt: { options: [{}, { id: 'change' }] } });
      expect(chat.answer(picked('meaning-0')).state).toMatchObject({
        variables: { email: "o'brien@gmail.com" },
      });
    });

    it('comes after the terms, and before the address is typed twice', () => {
      const chat = chatWith({ twice: true, terms: 'I agree.' });
      expect(chat.answer(typed('ann@gmail.con')).said.at(-1)).toBe('Please accept.');
      expect(chat.answer(typed('ann@gmail.con', true)).said.at(-1)).toMatch(/^Did you mean/);
      expect(chat.answer(picked('meaning-0')).said.at(-1)).toBe('Once more?');
      chat.answer(typed('ANN@gmail.com'));
      expect(chat.state).toMatchObject({ kind: 'ended', variables: { email: 'ANN@gmail.com' } });
    });

    it('is asked in an experience from before it, without words', () => {
      const chat = chatWith({ suggestion: '', keepTypedLabel: '' }).answer(typed('ann@gmial.com'));
      expect(chat.said.at(-1)).toBe('ann@gmail.com?');
    });

    it('never reads an address as a text with variables', () => {
      const chat = chatWith().answer(typed(`${ref('question')}@gmail.con`));
      expect(chat.said.at(-1)).toBe(`Did you mean ${ref('question')}@gmail.com?`);
    });

    it('is nobody’s business where that is set', () => {
      expect(answered('ann@gmail.con', false, asksEmail('a', { suggests: false }))).toMatchObject({
        set: { email: 'ann@gmail.con' },
      });
    });
  });

  it('does not take over the proof of another address', () => {
    const variables = { email: 'ann@example.com', email_confirmed: 'yes' };
    const next = (text: string) =>
      stepOf(module, { kind: 'answer', answer: typed(text) }, { variables });
    expect(next('bob@example.com')).toMatchObject({ set: { email_confirmed: 'no' } });
    expect(next('ANN@example.com')).not.toHaveProperty('set.email_confirmed');
  });
});
