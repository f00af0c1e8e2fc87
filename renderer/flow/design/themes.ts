import type { Appearance } from '../../../preload/contract';

/** What a theme says; whose chat it is (logo, avatar, name, imprint) it leaves to the author. */
export type Theme = Pick<
  Appearance,
  'scheme' | 'brand' | 'colors' | 'background' | 'font' | 'bubbles' | 'buttons'
> & { readonly theme: ThemeId };

export const THEME_IDS = [
  'chatvault',
  'legible',
  'paper',
  'midnight',
  'meadow',
  'coral',
  'harbour',
  'mono',
] as const;
export type ThemeId = (typeof THEME_IDS)[number];

/** Ready looks, each for light and dark. A test reads every one of them at WCAG AA. */
export const THEMES: readonly Theme[] = [
  /* Calm and clear: petrol on a cool white. */
  {
    theme: 'chatvault',
    scheme: 'system',
    brand: '#0b7285',
    colors: { light: {}, dark: {} },
    background: { kind: 'plain' },
    font: { kind: 'bundled', family: 'inter' },
    bubbles: 'round',
    buttons: 'pill',
  },
  /* For everybody's eyes: Braille Institute's letters, black on white, contrasts of AAA. */
  {
    theme: 'legible',
    scheme: 'system',
    brand: '#0b3d91',
    colors: {
      light: {
        background: '#ffffff',
        surface: '#ffffff',
        text: '#0a0a0a',
        botBubble: '#eef1f6',
        botText: '#0a0a0a',
      },
      dark: {
        background: '#000000',
        surface: '#0d0f12',
        text: '#ffffff',
        botBubble: '#1e232b',
        botText: '#ffffff',
        ownBubble: '#ffd84d',
        ownText: '#000000',
        button: '#ffd84d',
        buttonText: '#000000',
      },
    },
    background: { kind: 'plain' },
    font: { kind: 'bundled', family: 'atkinson' },
    bubbles: 'soft',
    buttons: 'soft',
  },
  /* A letter on good paper: warm white, ink, terracotta. */
  {
    theme: 'paper',
    scheme: 'system',
    brand: '#a8452b',
    colors: {
      light: {
        background: '#f5efe6',
        surface: '#fdfaf4',
        text: '#2c2620',
        botBubble: '#fdfaf4',
        botText: '#2c2620',
        ownBubble: '#3b332b',
        ownText: '#fbf5ea',
        button: '#a8452b',
        buttonText: '#ffffff',
      },
      dark: {
        background: '#1b1714',
        surface: '#241f1b',
        text: '#f1e8da',
        botBubble: '#332c26',
        botText: '#f1e8da',
        ownBubble: '#e8dcc8',
        ownText: '#2a231c',
        button: '#c75f40',
        buttonText: '#140a06',
      },
    },
    background: { kind: 'plain' },
    font: { kind: 'bundled', family: 'lora' },
    bubbles: 'soft',
    buttons: 'square',
  },
  /* After dark: violet light on a deep blue. */
  {
    theme: 'midnight',
    scheme: 'dark',
    brand: '#7c6cff',
    colors: {
      light: { background: '#f2f1fb', ownBubble: '#5b4be0', button: '#5b4be0' },
      dark: {
        background: '#10111f',
        surface: '#181a2e',
        text: '#eceafb',
        botBubble: '#262945',
        botText: '#eceafb',
        ownBubble: '#8f80ff',
        ownText: '#0d0b24',
        button: '#8f80ff',
        buttonText: '#0d0b24',
      },
    },
    background: { kind: 'gradient', from: '#221a4a', to: '#0b1424', angle: 165 },
    font: { kind: 'bundled', family: 'space-grotesk' },
    bubbles: 'round',
    buttons: 'pill',
  },
  /* Fresh air: leaf green on a morning haze. */
  {
    theme: 'meadow',
    scheme: 'system',
    brand: '#2c7a4b',
    colors: {
      light: { background: '#eef6ee', surface: '#ffffff', botBubble: '#ffffff' },
      dark: {
        background: '#121a15',
        surface: '#18231c',
        botBubble: '#243229',
        button: '#5cc48a',
        ownBubble: '#3f9d69',
        ownText: '#04140b',
      },
    },
    background: { kind: 'gradient', from: '#f3f8e9', to: '#d9eedf', angle: 180 },
    font: { kind: 'bundled', family: 'nunito-sans' },
    bubbles: 'round',
    buttons: 'soft',
  },
  /* A boutique in summer: coral and blush, with letters that have a character. */
  {
    theme: 'coral',
    scheme: 'system',
    brand: '#f4664e',
    colors: {
      light: {
        background: '#fff3ee',
        surface: '#ffffff',
        text: '#3a1f1a',
        botBubble: '#ffffff',
        ownBubble: '#ffb9a3',
        ownText: '#3a150c',
        button: '#f4664e',
        buttonText: '#230803',
      },
      dark: {
        background: '#1f1413',
        surface: '#2a1c1a',
        botBubble: '#3a2826',
        ownBubble: '#f4775f',
        ownText: '#230803',
        button: '#f4775f',
        buttonText: '#230803',
      },
    },
    background: { kind: 'gradient', from: '#fff6ef', to: '#ffe1dd', angle: 160 },
    font: { kind: 'bundled', family: 'fraunces' },
    bubbles: 'round',
    buttons: 'pill',
  },
  /* A firm that one trusts: navy, with a beacon of amber. */
  {
    theme: 'harbour',
    scheme: 'system',
    brand: '#1d3f72',
    colors: {
      light: {
        background: '#e9eef5',
        surface: '#ffffff',
        text: '#14233a',
        botBubble: '#ffffff',
        ownBubble: '#1d3f72',
        ownText: '#ffffff',
        button: '#f2b21b',
        buttonText: '#1a1400',
      },
      dark: {
        background: '#0e1726',
        surface: '#152136',
        text: '#e8eef8',
        botBubble: '#213049',
        ownBubble: '#3d6cb0',
        ownText: '#ffffff',
        button: '#f2b21b',
        buttonText: '#1a1400',
      },
    },
    background: { kind: 'plain' },
    font: { kind: 'bundled', family: 'source-sans' },
    bubbles: 'soft',
    buttons: 'soft',
  },
  /* A gallery: black, white and nothing else. */
  {
    theme: 'mono',
    scheme: 'system',
    brand: '#111111',
    colors: {
      light: {
        background: '#ffffff',
        surface: '#ffffff',
        text: '#111111',
        botBubble: '#f1f1f1',
        botText: '#111111',
        ownBubble: '#111111',
        ownText: '#ffffff',
        button: '#111111',
        buttonText: '#ffffff',
      },
      dark: {
        background: '#0a0a0a',
        surface: '#121212',
        text: '#f5f5f5',
        botBubble: '#232323',
        botText: '#f5f5f5',
        ownBubble: '#f5f5f5',
        ownText: '#0a0a0a',
        button: '#f5f5f5',
        buttonText: '#0a0a0a',
      },
    },
    background: { kind: 'plain' },
    font: { kind: 'bundled', family: 'space-grotesk' },
    bubbles: 'square',
    buttons: 'square',
  },
];

/** The appearance with the theme's look; whose chat it is stays. */
export function withTheme(appearance: Appearance, theme: Theme): Appearance {
  return { ...appearance, ...theme };
}
