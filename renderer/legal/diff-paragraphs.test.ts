import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffParagraphs } from './diff-paragraphs';

const paragraphs = fc.array(fc.constantFrom('a', 'b', 'c', '# d'), { maxLength: 12 });

describe('the differences of two texts', () => {
  it('say what was added and removed, and where', () => {
    expect(diffParagraphs('one\n\ntwo\nthree', 'one\nthree\n\nfour')).toEqual([
      { kind: 'same', text: 'one' },
      { kind: 'removed', text: 'two' },
      { kind: 'same', text: 'three' },
      { kind: 'added', text: 'four' },
    ]);
  });

  it('lead from each text to the other', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (before, after) => {
        const changes = diffParagraphs(before.join('\n\n'), after.join('\n'));
        const without = (kind: string) =>
          changes.flatMap((change) => (change.kind === kind ? [] : [change.text]));
        expect(without('added')).toEqual(before);
        expect(without('removed')).toEqual(after);
      }),
    );
  });

  it('are none where the words are the same', () => {
    fc.assert(
      fc.property(paragraphs, (text) => {
        const changes = diffParagraphs(text.join('\n'), text.join('\n\n'));
        expect(changes.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });
});
