import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../preload/contract';
import { documentOf, textOf } from './rich-document';

const again = (text: string) => textOf(documentOf(text));

describe('the editor', () => {
  it.each([
    'Hello',
    'Hello\nworld\n\nbye',
    '# Title\n## Second\nText',
    '- a\n- b\n  - c\n  - d\n- e\n  more',
    '1. a\n   - b\n2. c\nend',
    'Hi **${firstname}**, *you* have ${points * 2} [points](https://example.com/?p=${points})',
    '**bold *and italic***',
    '**bold *and ita*lic**',
    '**[Terms](legal:terms)** and https://example.com/a_b_c',
    'snake_case 2 * 3 * 4 9,99 €* a_b@example.com',
    '\\*x\\* \\_y\\_',
    '\\# no heading\n\\- no list\n\\1. neither',
    '24. Dezember',
    'C:\\temp and \\\\server\\a',
    '${\'}\' + "*"}',
    '',
    '\n\n',
  ])('gives back what it has read: %j', (text) => {
    expect(again(text)).toBe(text);
  });

  it('makes words of what a writer has typed', () => {
    const words = (text: string) => textOf({ type: 'doc', content: [paragraph(text)] });
    for (const text of [
      '**x**',
      '_x_',
      '# x',
      '- x',
      '1. x',
      '* x',
      '[a](https://b.example)',
      '\\*',
      '\\# x',
    ]) {
      expect(plainText(words(text))).toBe(text);
    }
  });

  it('knows a reference that was typed', () => {
    const text = textOf({ type: 'doc', content: [paragraph('Hi ${a}, *x*')] });
    expect(text).toBe('Hi ${a}, \\*x\\*');
  });

  it('keeps an emphasis beside letters and punctuation', () => {
    const text = textOf({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'foo!', marks: [{ type: 'bold' }] },
            { type: 'text', text: 'bar ' },
            { type: 'text', text: 'it ', marks: [{ type: 'italic' }] },
            { type: 'text', text: 'b', marks: [{ type: 'bold' }, { type: 'italic' }] },
          ],
        },
      ],
    });
    expect(text).toBe('**foo!**bar *it* ***b***');
    expect(again(text)).toBe(text);
  });
});

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

const marks = fc
  .record({ bold: fc.boolean(), italic: fc.boolean(), link: fc.boolean() })
  .map(({ bold, italic, link }) => [
    ...(link ? [{ type: 'link', attrs: { href: 'https://example.com/a_b' } }] : []),
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
  ]);
const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('text'),
      text: fc.string({
        unit: fc.constantFrom(...'ab1 *_[]()\\#-.!$🎉'),
        minLength: 1,
        maxLength: 6,
      }),
      marks,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('reference'),
      attrs: fc.record({ source: fc.constantFrom('a', 'a * b', 'upper("x}")') }),
      marks,
    }),
  },
);
const line = (breaks: boolean) =>
  fc.array(
    fc.oneof(
      { weight: 9, arbitrary: piece },
      { weight: breaks ? 1 : 0, arbitrary: fc.constant({ type: 'hardBreak' }) },
    ),
    { maxLength: 5 },
  );
const item = (depth: number): fc.Arbitrary<unknown> =>
  fc
    .tuple(line(true), depth > 0 ? fc.option(list(depth - 1), { freq: 3 }) : fc.constant(null))
    .map(([content, nested]) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content }, ...(nested ? [nested] : [])],
    }));
const list = (depth: number): fc.Arbitrary<unknown> =>
  fc.record({
    type: fc.constantFrom('bulletList', 'orderedList'),
    content: fc.array(item(depth), { minLength: 1, maxLength: 3 }),
  });
const block = fc.oneof(
  fc.record({ type: fc.constant('paragraph'), content: line(true) }),
  fc.record({
    type: fc.constant('heading'),
    attrs: fc.record({ level: fc.constantFrom(1, 2) }),
    content: line(false),
  }),
  list(1),
);
const made = fc.array(block, { maxLength: 4 }).map((content) => ({ type: 'doc', content }));

/** The characters of a document, without what only structures it. */
function charactersOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(charactersOf).join('');
  if (node === null || typeof node !== 'object') return '';
  const {
    text = '',
    content = [],
    attrs,
  } = node as { text?: string; content?: unknown; attrs?: { source?: string } };
  return (text + (attrs?.source ?? '') + charactersOf(content)).replaceAll(/\s/g, '');
}

describe('any document', () => {
  it('becomes a text that the editor gives back as it is', () => {
    fc.assert(
      fc.property(made, (document) => {
        const text = textOf(document as never);
        expect(again(text)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(made, (document) => {
        const text = textOf(document as never);
        expect(charactersOf(documentOf(text))).toBe(charactersOf(document));
      }),
      { numRuns: 1_000 },
    );
  });
});
