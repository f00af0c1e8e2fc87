import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesIn, type Block, type List, parseMarkdown, plainText } from './light-markdown';

/** The lines of a text that has neither headings nor lists. */
function linesOf(text: string) {
  const blocks = parseMarkdown(text);
  expect(blocks.map(({ kind }) => kind)).toEqual(['text']);
  return blocks.flatMap((block) => (block.kind === 'text' ? block.lines : []));
}
const line = (text: string) => linesOf(text)[0];

/** A list in short: nested items follow their parent, marked by the sign of their list. */
function itemsOf({ isOrdered, items }: List): string[] {
  return items.flatMap(({ lines, nested }) => [
    `${isOrdered ? '1' : '-'} ${lines.join('|')}`,
    ...(nested ? itemsOf(nested).map((item) => `> ${item}`) : []),
  ]);
}
const shapeOf = (text: string) =>
  parseMarkdown(text).map((block: Block) => {
    if (block.kind === 'list') return itemsOf(block);
    if (block.kind === 'heading') return `h${block.level} ${block.children.join('')}`;
    return block.lines.map((parts) => parts.join('')).join('|');
  });

describe('emphasis in a line', () => {
  it('is bold and italic, also inside one another', () => {
    expect(line('a **bold *and italic* text** end')).toEqual([
      'a ',
      { mark: 'strong', children: ['bold ', { mark: 'em', children: ['and italic'] }, ' text'] },
      ' end',
    ]);
    expect(line('__b__ _i_')).toEqual([
      { mark: 'strong', children: ['b'] },
      ' ',
      { mark: 'em', children: ['i'] },
    ]);
    expect(line('***x***')).toEqual([
      { mark: 'strong', children: [{ mark: 'em', children: ['x'] }] },
    ]);
  });

  it('ends beside any letter, as texts from before do', () => {
    expect(line('**„Gewinn!“**jetzt')).toEqual([
      { mark: 'strong', children: ['„Gewinn!“'] },
      'jetzt',
    ]);
  });

  it('is left alone in what only looks like it', () => {
    const texts = [
      '2 * 3 * 4',
      'snake_case_name',
      '**open',
      '<b>x</b>',
      '<img src=x onerror=alert(1)>',
      'a_b@example.com',
      '9,99 €* (statt 12 €*)',
      'https://example.com/_a_/b_c_',
      '| a | b |',
      'C:\\temp\\new',
    ];
    for (const text of texts) expect(line(text)).toEqual([text]);
  });

  it('is words where it is escaped; other backslashes stay', () => {
    expect(line('\\*x\\* \\_y\\_ \\[a](b)')).toEqual(['*x* _y_ [a](b)']);
    expect(line('\\\\server a\\b \\\\*x*')).toEqual([
      '\\\\server a\\b \\',
      { mark: 'em', children: ['x'] },
    ]);
  });
});

describe('a link', () => {
  it('leads to an https address as browsers read it, or to a legal text', () => {
    expect(line('See [our *site*](HTTPS://Example.com/a).')).toEqual([
      'See ',
      {
        address: 'https://example.com/a',
        children: ['our ', { mark: 'em', children: ['site'] }],
      },
      '.',
    ]);
    expect(line('[Terms](legal:terms-1)')).toEqual([
      { address: 'legal:terms-1', children: ['Terms'] },
    ]);
  });

  it.each([
    'http://example.com/',
    'javascript:alert`1`',
    'JAVASCRIPT:alert`1`',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://user:secret@example.com/',
    'legal:../x',
    '//example.com',
  ])('stays plain text with its address for %s', (url) => {
    expect(line(`[x](${url})`)).toEqual([`x (${url})`]);
    expect(addressesIn(`[x](${url})`)).toEqual([]);
  });

  it('shows the address without letters that look like others', () => {
    expect(plainText('[Bank](https://b\u0430nk.example/\u202Egpj.exe)')).toBe(
      'Bank (https://xn--bnk-6cd.example/%E2%80%AEgpj.exe)',
    );
  });

  it('is all that becomes of a picture', () => {
    expect(plainText('![a](https://x.example/a.png)')).toBe('!a (https://x.example/a.png)');
  });

  it('is found wherever it stands', () => {
    const text =
      '# [a](https://a.example)\n- **[b](https://b.example)**\n  - [c](https://c.example)\n[d](https://d.example)';
    expect(addressesIn(text)).toEqual(['a', 'b', 'c', 'd'].map((at) => `https://${at}.example/`));
  });
});

describe('blocks', () => {
  it('are headings of two levels and lists that are nested once', () => {
    expect(shapeOf('Hi\n\n# One\n## Two\n### Three\nBye')).toEqual([
      'Hi|',
      'h1 One',
      'h2 Two',
      'h2 Three',
      'Bye',
    ]);
    expect(shapeOf('- a\n  more\n  - b\n    deep\n  - c\n- d\n\n- e')).toEqual([
      ['- a|more', '> - b|deep', '> - c', '- d'],
      '',
      ['- e'],
    ]);
    expect(shapeOf('1. a\n   - b\n2. c\nend')).toEqual([['1 a', '> - b', '1 c'], 'end']);
    expect(shapeOf('1. a\n\n2. b\n\n\nend')).toEqual([['1 a', '1 b'], '||end']);
    expect(shapeOf('* a\n* b')).toEqual([['- a', '- b']]);
  });

  it.each([
    '#',
    '# ',
    '#hashtag',
    '-',
    '- ',
    '-5 °C',
    '1)',
    '1) first',
    '1.',
    '24. Dezember',
    '* inkl. MwSt.',
    '  - without a parent',
    '#\u00a0x',
  ])('leave alone %j', (text) => {
    expect(line(text)).toEqual([text]);
  });

  it('are words where their sign is escaped', () => {
    expect(shapeOf('\\# a\n\\- b\n\\1. c\n\\\\- d')).toEqual(['# a|- b|1. c|\\- d']);
  });
});

describe('any text', () => {
  const marks = /[*_[\]\\#\-!]|\d\.|https?:/;

  it('is shown character by character where nothing in it is a mark', () => {
    const plain = fc
      .string({ unit: 'binary', maxLength: 80 })
      .map((text) => text.replaceAll(/[\r\uFDD0-\uFDEF]/g, ' '))
      .filter((text) => !marks.test(text) && !text.includes('${'));
    fc.assert(
      fc.property(plain, (text) => {
        expect(
          linesOf(text)
            .map((parts) => parts.join(''))
            .join('\n'),
        ).toBe(text);
        expect(plainText(text)).toBe(text);
      }),
    );
  });

  it('loses no letter', () => {
    const letters = (text: string) => text.replaceAll(/[^a-z]/g, '');
    const unit = fc.constantFrom(...'ab*_[]() \n\\#-1.');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        expect(letters(plainText(text))).toBe(letters(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read in a time that its length allows: what backtracks exceeds that of the test', () => {
    for (const part of [
      '*a ',
      '**a',
      '_a ',
      '[a',
      '[a](',
      '- a\n',
      '\\',
      '#',
      '${"',
      '[a](b) **',
    ]) {
      expect(parseMarkdown(part.repeat(5_000 / part.length))).not.toEqual([]);
    }
  });
});

describe('one line of summary', () => {
  it('shows words and the names of references, without marks', () => {
    expect(plainText('# Hi **${firstname}**\n- [site](https://example.com/?q=${lower(a)})')).toBe(
      'Hi ‹firstname›\n• site',
    );
    expect(plainText('See [our site](https://example.com/a).')).toBe(
      'See our site (https://example.com/a).',
    );
  });
});
