import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentWidth } from './content-widths';

/** As wide as in a font of which each letter has 7 pixels. */
const measure = (text: string): number => text.length * 7;

const widthOf = (header: string, ...texts: string[]) => contentWidth({ header, texts }, measure);

describe('a column', () => {
  it('is wide enough for its longest text and for its header, whichever is longer', () => {
    const address = 'annegret.von-der-wiesenthal@example.com';
    expect(widthOf('Email', 'a@b.example', address).want).toBeGreaterThan(measure(address));
    expect(widthOf('Version of the terms', '1').want).toBeGreaterThan(
      measure('Version of the terms'),
    );
  });

  it('has room for what stands beside a text', () => {
    const sample = { header: '', texts: ['ann@example.com'] };
    const { want } = contentWidth(sample, measure);
    expect(contentWidth({ ...sample, beside: 20 }, measure).want).toBe(want + 20);
  });

  it('leaves the others room: neither a long text nor an empty column takes what it wants', () => {
    expect(widthOf('Answer', 'x'.repeat(5_000)).want).toBeLessThan(500);
    expect(widthOf('', '').want).toBeGreaterThan(60);
  });

  it('becomes narrower than its texts only where it is said how narrow', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.string(), { maxLength: 20 }),
        fc.option(fc.integer({ min: 72, max: 300 }), { nil: undefined }),
        (header, texts, least) => {
          const sample = { header, texts, ...(least !== undefined && { least }) };
          const { min, want } = contentWidth(sample, measure);
          expect(min).toBe(least === undefined ? want : Math.min(want, least));
        },
      ),
    );
  });
});
