import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesIn, type Block, parseMarkdown, plainText } from '../../../preload/contract';
import { ref } from '../../../tests/support/graphs';
import { NOW_MS } from '../../../tests/support/now';
import {
  interpolate,
  interpolateMarked,
  interpolateMessage,
  interpolatePrompt,
} from './interpolate';
import { joinMarked } from './marked';

const scope = (variables: Record<string, string>) => ({
  variables,
  nowMs: NOW_MS,
  timeZone: 'Europe/Berlin',
});
const filled = (text: string, variables: Record<string, string>) =>
  interpolateMarked(text, scope(variables));

describe('what participants have entered', () => {
  it.each([
    '**x**',
    '_x_',
    '[a](https://evil.example)',
    '![a](https://evil.example)',
    '# x',
    '- x',
    '1. x',
    '* x',
    'a\n# b\n- c\n1. d',
    '\\*x*',
    '\\',
    '\\# x',
    '__proto__',
  ])('is shown as typed: %j', (value) => {
    for (const text of [ref('v'), `Hi ${ref('v')}!`, `Hi\n${ref('v')}`, `Hi\n ${ref('v')} .`]) {
      const shown = filled(text, { v: value });
      expect(plainText(shown)).toBe(text.replace(ref('v'), () => value));
      expect(parseMarkdown(shown).map(({ kind }) => kind)).toEqual(['text']);
      expect(addressesIn(shown)).toEqual([]);
    }
  });

  it('is shown as typed in a card and under a sound or a film, too', () => {
    const v = '**x** [a](https://evil.example)';
    const sound = { id: 's', delayMs: 0, sound: '', title: '', transcript: `Hi ${ref('v')}` };
    const card = { id: 'c', image: '', alt: '', title: '', text: ref('v'), link: '' };
    const said = interpolateMessage({ kind: 'sound', ...sound } as never, scope({ v }));
    const cards = [{ ...card, linkLabel: '' }];
    const shown = interpolateMessage({ kind: 'cards', delayMs: 0, cards } as never, scope({ v }));
    const texts = [
      said.kind === 'sound' ? said.transcript : '',
      shown.kind === 'cards' ? (shown.cards[0]?.text ?? '') : '',
    ];
    expect(texts.map(plainText)).toEqual([`Hi ${v}`, v]);
    expect(texts.flatMap(addressesIn)).toEqual([]);
  });

  it('makes no mark together with what stands beside it', () => {
    const texts = [
      [`${ref('a')}${ref('b')}`, { a: '\\', b: '*x*' }, '\\*x*'],
      [`\\${ref('a')}`, { a: '*x*' }, '\\*x*'],
      [`${ref('a')}. x`, { a: '1' }, '1. x'],
      [`${ref('a')} x`, { a: '-' }, '- x'],
      [`${ref('a')}${ref('b')}`, { a: '1', b: '. x' }, '1. x'],
      [`[a${ref('a')}(${ref('b')})`, { a: ']', b: 'https://evil.example' }, null],
      [`[a]${ref('a')}`, { a: '(https://evil.example)' }, '[a](https://evil.example)'],
      [`[a](${ref('a')})`, { a: 'https://evil.example' }, '[a](https://evil.example)'],
      [`[a](https://${ref('a')}/)`, { a: 'evil.example' }, '[a](https://evil.example/)'],
      [`[a](https://x.example${ref('a')})`, { a: '@evil.example' }, null],
      [`[a](legal:${ref('a')})`, { a: 'terms' }, '[a](legal:terms)'],
    ] as const;
    for (const [text, variables, expected] of texts) {
      const shown = filled(text, variables);
      const blocks = parseMarkdown(shown);
      expect(blocks.map(({ kind }) => kind)).toEqual(['text']);
      expect(addressesIn(shown)).toEqual([]);
      expect(plainText(shown)).toBe(expected ?? interpolate(text, scope(variables)));
    }
  });

  it('cannot change where a link of the author leads', () => {
    const shown = filled(`[shop](https://shop.example/?q=${ref('q')})`, { q: 'a)b&c#_*d*_' });
    const [address = ''] = addressesIn(shown);
    expect(new URL(address).origin).toBe('https://shop.example');
    expect(new URL(address).searchParams.get('q')).toBe('a)b&c#_*d*_');
  });

  it('leaves the marks of the author alone', () => {
    expect(filled(`**Hi ${ref('v')}**\n- ${ref('v')}\n- b`, { v: 'Ann' })).toBe(
      '**Hi Ann**\n- Ann\n- b',
    );
    expect(filled(`${ref('v')}**b**`, { v: '\\' })).toBe('\\\\**b**');
    expect(filled(`Points: ${ref('v')}`, { v: '-14.5' })).toBe('Points: -14.5');
  });

  it('is escaped where it is shown as light markdown, and nowhere else', () => {
    const variables = scope({ v: '**x**' });
    const marked = { why: '\\*\\*x\\*\\*', text: '\\*\\*x\\*\\*', label: '**x**' };
    const texts = { why: ref('v'), text: ref('v'), label: ref('v') };
    const consent = { kind: 'consent', mandatory: false, ...texts } as const;
    expect(interpolatePrompt(consent, variables)).toMatchObject(marked);
    const confirm = { kind: 'confirm', label: ref('v'), terms: ref('v') } as const;
    expect(interpolatePrompt(confirm, variables)).toMatchObject({
      label: '**x**',
      terms: marked.text,
    });
    const say = (message: Parameters<typeof interpolateMessage>[0]) =>
      interpolateMessage(message, variables);
    expect(say({ kind: 'text', text: ref('v') })).toMatchObject({ text: marked.text });
    expect(say({ kind: 'copy', text: ref('v'), label: '' })).toMatchObject({ text: '**x**' });
  });
});

/** A text's blocks, with each token exchanged for the value that it stands for. */
function withValues(blocks: Block[], values: readonly string[]): unknown {
  const inAddress = (value: string) =>
    encodeURIComponent(value).replaceAll(
      /[()*_!']/g,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return JSON.parse(
    JSON.stringify(blocks).replaceAll(/%EE%80%([89][0-9A-F])|[\uE000-\uE01F]/g, (token, code) => {
      const at = code ? Number.parseInt(code, 16) - 0x80 : token.charCodeAt(0) - 0xe000;
      const value = values[at] ?? '';
      return JSON.stringify(code ? inAddress(value) : value).slice(1, -1);
    }),
  );
}

it('any value in any text means its characters, and changes nothing around it', () => {
  const piece = fc.constantFrom(
    ...['', 'a', ' ', '*', '**', '# ', '- ', '1. ', '. ', '\n', '\\', '[', '!', ']', ') '],
    ' [w](https://x.example/?q=',
  );
  const text = fc
    .array(piece, { maxLength: 4 })
    .map((pieces) => pieces.join('').replaceAll(/=(?=.|\n)/g, '=a)'));
  const value = fc
    .array(fc.constantFrom(...'ab*[]()\\#-1.!/:_'), { minLength: 1, maxLength: 5 })
    .map((letters) => letters.join(''));
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 4 }),
      fc.infiniteStream(value),
      (parts, all) => {
        // An address that is begun ends: otherwise it is none, and a value in it is encoded for nothing.
        const fixed = parts.map(
          (part, at) =>
            `${parts[at - 1]?.endsWith('=') ? ')' : ''}${part}${at === parts.length - 1 ? ')' : ''}`,
        );
        const values = fixed.slice(1).map(() => all.next().value);
        const tokens = values.map((_, at) => String.fromCharCode(0xe000 + at));
        const joined = fixed.map((part, at) => part + (tokens[at] ?? '')).join('');
        expect(parseMarkdown(joinMarked(fixed, values))).toEqual(
          withValues(parseMarkdown(joined), values),
        );
      },
    ),
    { numRuns: 2_000 },
  );
});
