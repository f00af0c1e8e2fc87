import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Appearance, Palette } from './appearance';
import { contrast, lch, nearest, passes, withLightness } from './colour';
import {
  type ColourName,
  contrastIssues,
  gradientEnds,
  OUTLINE_CONTRAST,
  PAIRS,
  paletteIn,
  repaired,
  type Scheme,
  skinOf,
  TEXT_CONTRAST,
} from './palette';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
/** Colours at the edges, which chance does not meet. */
const anyColour = fc.oneof(
  colour,
  fc.constantFrom('#000000', '#ffffff', '#ffff00', '#0000ff', '#808080', '#777777', '#00ff00'),
);
const scheme = fc.constantFrom<Scheme>('light', 'dark');
const names = Object.keys(Palette.shape) as ColourName[];
const overrides = fc.dictionary(fc.constantFrom(...names), anyColour, { maxKeys: names.length });
const appearance = fc
  .record({
    brand: anyColour,
    scheme: fc.constantFrom('light', 'dark', 'system'),
    colors: fc.record({ light: overrides, dark: overrides }),
  })
  .map((value) => Appearance.parse(value));

describe('a palette', () => {
  it('is readable in both schemes, whatever the brand’s colour', () => {
    fc.assert(
      fc.property(anyColour, scheme, (brand, shown) => {
        const palette = paletteIn(Appearance.parse({ brand }), shown);
        for (const { text, ground } of PAIRS) {
          expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(TEXT_CONTRAST);
        }
      }),
    );
  });

  it('is readable with one ground set, whichever', () => {
    const ground = fc.constantFrom<ColourName>(
      'background',
      'surface',
      'botBubble',
      'ownBubble',
      'button',
    );
    fc.assert(
      fc.property(anyColour, ground, anyColour, scheme, (brand, name, set, shown) => {
        const chosen = Appearance.parse({
          brand,
          scheme: shown,
          colors: { light: { [name]: set }, dark: { [name]: set } },
        });
        expect(contrastIssues(chosen)).toEqual([]);
        expect(paletteIn(chosen, shown)[name]).toBe(set);
      }),
    );
  });

  it('has the brand’s own colour on buttons and bubbles where it can be seen', () => {
    for (const brand of ['#0b7285', '#ffdd00', '#e11d48', '#7c3aed']) {
      for (const shown of ['light', 'dark'] as const) {
        const { button, ownBubble } = paletteIn(Appearance.parse({ brand }), shown);
        expect([button, ownBubble]).toEqual([brand, brand]);
      }
    }
    expect(paletteIn(Appearance.parse({ brand: '#ffffff' }), 'light').button).not.toBe('#ffffff');
    expect(paletteIn(Appearance.parse({ brand: '#000000' }), 'dark').button).not.toBe('#000000');
  });
});

describe('a skin', () => {
  it('has readable words and visible outlines, whatever is repaired', () => {
    fc.assert(
      fc.property(appearance, scheme, (wild, shown) => {
        const mended = repaired({ ...wild, scheme: shown });
        const skin = skinOf(mended, shown);
        const { surface, soft } = skin;
        for (const words of [skin.accent, skin.dimmed, skin.error]) {
          expect(passes(words, [surface], TEXT_CONTRAST)).toBe(true);
        }
        expect(passes(skin.text, [soft], TEXT_CONTRAST)).toBe(true);
        expect(passes(skin.accent, [soft], TEXT_CONTRAST)).toBe(true);
        expect(passes(skin.outline, [surface], OUTLINE_CONTRAST)).toBe(true);
        expect(passes(skin.buttonEdge, [surface], OUTLINE_CONTRAST)).toBe(true);
      }),
    );
  });

  it('keeps a button’s words readable when it is pointed at', () => {
    fc.assert(
      fc.property(anyColour, scheme, (brand, shown) => {
        const { buttonHover, buttonText } = skinOf(Appearance.parse({ brand }), shown);
        expect(passes(buttonText, [buttonHover], TEXT_CONTRAST)).toBe(true);
      }),
    );
  });

  it('has gradients on which its text is read', () => {
    fc.assert(
      fc.property(anyColour, anyColour, anyColour, scheme, (brand, from, to, shown) => {
        const palette = paletteIn(Appearance.parse({ brand }), shown);
        expect(passes(palette.text, gradientEnds({ from, to }, palette), TEXT_CONTRAST)).toBe(true);
      }),
    );
  });
});

describe('a repair', () => {
  it('leaves nothing to repair, and changes nothing that needs none', () => {
    fc.assert(
      fc.property(appearance, (wild) => {
        const mended = repaired(wild);
        expect(contrastIssues(mended)).toEqual([]);
        expect(repaired(mended)).toEqual(mended);
        if (contrastIssues(wild).length === 0) expect(mended).toEqual(wild);
      }),
    );
  });

  it('moves the text as little as is needed, and keeps its hue', () => {
    const colors = { light: { ownBubble: '#0b7285', ownText: '#4aa3b5' }, dark: {} };
    const broken = Appearance.parse({ colors, scheme: 'light' });
    expect(contrastIssues(broken)).toEqual([
      { scheme: 'light', text: 'ownText', ground: 'ownBubble', ratio: 1.9, needed: 4.5 },
    ]);
    const { ownBubble, ownText = '' } = repaired(broken).colors.light;
    expect(ownBubble).toBe('#0b7285');
    expect(contrast(ownText, '#0b7285')).toBeGreaterThanOrEqual(4.5);
    const less = lch(ownText).l + (lch('#4aa3b5').l - lch(ownText).l) * 0.05;
    expect(contrast(withLightness('#4aa3b5', less), '#0b7285')).toBeLessThan(4.5);
    expect(Math.abs((lch(ownText).h ?? 0) - (lch('#4aa3b5').h ?? 0))).toBeLessThan(6);
  });

  it('says nothing of a scheme that nobody meets', () => {
    const colors = { light: {}, dark: { text: '#111111', background: '#000000' } };
    expect(contrastIssues(Appearance.parse({ colors, scheme: 'light' }))).toEqual([]);
    expect(contrastIssues(Appearance.parse({ colors }))).not.toEqual([]);
  });
});

it('finds no lightness that is read on black and on white', () => {
  expect(nearest('#ff0000', ['#000000', '#ffffff'], 7)).toBeNull();
});
