import { describe, expect, it } from 'vitest';
import { Appearance } from '../../../preload/contract';
import { passes } from '../../../preload/contract/colour';
import { contrastIssues, gradientEnds, skinOf } from '../../../preload/contract/palette';
import { THEME_IDS, THEMES, withTheme } from './themes';

const author = Appearance.parse({
  name: 'Fruit & Sons',
  imprint: 'Fruit & Sons, Hamburg',
  logo: `asset:${'a'.repeat(64)}`,
  avatar: `asset:${'b'.repeat(64)}`,
  brand: '#123456',
  colors: { light: { text: '#654321' }, dark: {} },
});

it('are eight, each of another name, brand colour and kind', () => {
  expect(THEMES.map(({ theme }) => theme)).toEqual([...THEME_IDS]);
  expect(THEMES).toHaveLength(8);
  expect(new Set(THEMES.map(({ brand }) => brand)).size).toBe(8);
  const kinds = THEMES.map(({ font, bubbles, buttons, background }) =>
    JSON.stringify([font, bubbles, buttons, background.kind]),
  );
  expect(new Set(kinds).size).toBe(8);
});

describe.each(THEMES)('$theme', (theme) => {
  const appearance = withTheme(author, theme);

  it('can be stored and leaves whose chat it is', () => {
    expect(Appearance.parse(appearance)).toEqual(appearance);
    const { name, imprint, logo, avatar } = author;
    expect(appearance).toMatchObject({ name, imprint, logo, avatar, brand: theme.brand });
    expect(appearance.colors).toEqual(theme.colors);
  });

  it.each(['light', 'dark'] as const)('is readable in %s', (scheme) => {
    expect(contrastIssues({ ...appearance, scheme })).toEqual([]);
    const skin = skinOf(appearance, scheme);
    for (const words of [skin.accent, skin.dimmed, skin.error]) {
      expect(passes(words, [skin.surface, skin.soft, skin.background], 4.5)).toBe(true);
    }
    if (appearance.background.kind !== 'gradient') return;
    expect(passes(skin.text, gradientEnds(appearance.background, skin), 4.5)).toBe(true);
  });
});
