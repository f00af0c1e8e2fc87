import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaIn } from '../../foundation/experience/media-mentions';
import { replaceMedia } from './replace-media';

const id = fc.stringMatching(/^[0-9a-f]{64}$/);

describe('mentions of files', () => {
  it('are replaced at any depth, and nothing else is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), id, id, (value, one, other) => {
        const graph = { value, list: [{ image: `asset:${one}`, text: `see asset:${one}` }] };
        expect(replaceMedia(graph, (each) => (each === one ? other : each))).toEqual({
          value,
          list: [{ image: `asset:${other}`, text: `see asset:${one}` }],
        });
      }),
    );
  });

  it('that lead nowhere show nothing, and a font becomes one that every chat has', () => {
    const value = {
      logo: `asset:${'a'.repeat(64)}`,
      font: { kind: 'uploaded', name: 'Own', file: `asset:${'a'.repeat(64)}` },
    };
    expect(replaceMedia(value, () => null)).toEqual({
      logo: '',
      font: { kind: 'bundled', family: 'inter' },
    });
  });

  it('are found in any text, and only whole ones', () => {
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    expect(mediaIn(`{"x":"asset:${a}"} asset:${b}, asset:${a} asset:abc`)).toEqual(new Set([a, b]));
  });
});
