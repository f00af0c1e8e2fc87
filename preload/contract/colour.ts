import {
  clampChroma,
  converter,
  formatHex,
  interpolate,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  type Oklch,
  useMode as register,
  wcagContrast,
} from 'culori/fn';

/*
 * Arithmetic with colours as `#rrggbb`. Lightness is that of OKLCH, from 0 (black) to 1 (white): equal
 * steps of it look equally large, and a colour that only gets lighter or darker keeps its hue.
 */

for (const mode of [modeRgb, modeLrgb, modeOklab, modeOklch]) register(mode as typeof modeRgb);
const toOklch = converter('oklch');

/** In how fine steps a lightness is looked for: no eye tells two neighbours apart. */
const STEP = 1 / 256;

export const WHITE = '#ffffff';
export const BLACK = '#000000';

export function lch(colour: string): Oklch {
  return toOklch(colour) ?? { mode: 'oklch', l: 0, c: 0 };
}

/** The colour as a screen can show it: with less chroma where it would not. */
export function hexOf({ l, c, h = 0 }: { l: number; c: number; h?: number | undefined }): string {
  return formatHex(clampChroma({ mode: 'oklch', l: clamp(l), c, h }, 'oklch')) ?? BLACK;
}

export function withLightness(colour: string, l: number): string {
  const { c, h } = lch(colour);
  if (l <= 0) return BLACK;
  return l >= 1 ? WHITE : hexOf({ l, c, h });
}

/** `share` of `over` laid over `colour`, from 0 to 1. */
export function mixed(colour: string, over: string, share: number): string {
  return formatHex(interpolate([colour, over], 'oklab')(share)) ?? colour;
}

/** The contrast of WCAG 2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  return wcagContrast(a, b);
}

export function passes(colour: string, grounds: readonly string[], ratio: number): boolean {
  return grounds.every((ground) => contrast(colour, ground) >= ratio);
}

/**
 * The colour with the least change of lightness that gives it the contrast on all grounds; null where
 * none does, which two grounds of opposite lightness can bring about.
 */
export function nearest(colour: string, grounds: readonly string[], ratio: number): string | null {
  if (passes(colour, grounds, ratio)) return colour;
  const { l } = lch(colour);
  for (let distance = STEP; distance < 1 + STEP; distance += STEP) {
    for (const lightness of [l - distance, l + distance]) {
      if (lightness < -STEP || lightness > 1 + STEP) continue;
      const moved = withLightness(colour, lightness);
      if (passes(moved, grounds, ratio)) return moved;
    }
  }
  return null;
}

/** Ink for a coloured ground: white where it can be read, as brands expect it, else a dark one. */
export function inkOn(ground: string): string {
  const { h } = lch(ground);
  const inks = [WHITE, hexOf({ l: 0.2, c: 0.02, h }), BLACK];
  return inks.find((ink) => passes(ink, [ground], 4.5)) ?? BLACK;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
