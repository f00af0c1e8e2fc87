import { describe, expect, it } from 'vitest';
import { parseProse } from './parse-prose';

describe('the text of a legal text', () => {
  it('has headings, lists, emphasis and rules', () => {
    const text = '# One\n\nWe **keep** little.\n\n- a\n- b\n\n1. c\n\n---------------\n\n> said';
    expect(parseProse(text)?.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'list',
      'list',
      'thematicBreak',
      'blockquote',
    ]);
  });

  it('is long without harm', () => {
    const text = '## Part\n\nA paragraph of *some* words, with `signs` [and](x) more.\n\n'.repeat(
      500,
    );
    expect(parseProse(text)).toHaveLength(1_000);
  });

  it.each(['**a', '>', '- ', '* ', '1. ', '[', '![', '_a ', '`` ', '[a](', '> - '])(
    'is shown as it is where it only keeps a parser busy: %s',
    (part) => {
      expect(parseProse(part.repeat(60_000 / part.length))).toBeNull();
      expect(parseProse(`Hello\n\n${part.repeat(2_000)}`)).toBeNull();
    },
  );
});
