import { describe, expect, it } from 'vitest';
import { costOf, type Drawn } from './svg-cost';

const element = (id: string, uses: string | null, ...children: Drawn[]): Drawn => ({
  id,
  uses,
  children,
});

describe('what an SVG file costs to draw', () => {
  it('is each element once', () => {
    expect(costOf(element('', null, element('a', null), element('b', null)))).toBe(3);
  });

  it('counts what is drawn again', () => {
    const twice = element('', null, element('a', null), element('', 'a'), element('', 'a'));
    expect(costOf(twice)).toBe(6);
  });

  it('is without end when few lines mean very many elements', () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      element(
        `l${level}`,
        null,
        ...Array.from({ length: 10 }, () => element('', level === 0 ? null : `l${level - 1}`)),
      ),
    );
    expect(costOf(element('', null, ...levels))).toBe(Number.POSITIVE_INFINITY);
  });

  it('is without end when an element draws itself', () => {
    const circle = element('', null, element('a', 'b'), element('b', 'a'));
    expect(costOf(circle)).toBe(Number.POSITIVE_INFINITY);
  });
});
