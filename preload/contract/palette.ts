import type { Appearance, Palette } from './appearance';
import {
  contrast,
  hexOf,
  inkOn,
  lch,
  mixed,
  nearest,
  passes,
  WHITE,
  withLightness,
} from './colour';

export type Scheme = 'light' | 'dark';
export type ColourName = keyof Palette;
export type Overrides = { readonly [K in ColourName]?: Palette[K] | undefined };

/** WCAG 2.2 AA: of text (1.4.3), and of what tells a control from what is around it (1.4.11). */
export const TEXT_CONTRAST = 4.5;
export const OUTLINE_CONTRAST = 3;

/** Each text with the grounds that it is read on. */
export const PAIRS = [
  { text: 'text', ground: 'background' },
  { text: 'text', ground: 'surface' },
  { text: 'botText', ground: 'botBubble' },
  { text: 'ownText', ground: 'ownBubble' },
  { text: 'buttonText', ground: 'button' },
] as const satisfies readonly { text: ColourName; ground: ColourName }[];

/** The palette of a scheme: what is set stays as it is, and everything else follows from it. */
export function paletteOf(brand: string, set: Overrides, scheme: Scheme): Palette {
  const grounds = groundsOf(brand, set, scheme);
  const text = set.text ?? textOn(brand, [grounds.background, grounds.surface]);
  const botBubble = set.botBubble ?? botBubbleOn(grounds);
  const shown = visibleOn(grounds.background, brand);
  const ownBubble = set.ownBubble ?? shown;
  const button = set.button ?? set.ownBubble ?? shown;
  return {
    ...grounds,
    text,
    botBubble,
    botText: set.botText ?? (passes(text, [botBubble], TEXT_CONTRAST) ? text : inkOn(botBubble)),
    ownBubble,
    ownText: set.ownText ?? inkOn(ownBubble),
    button,
    buttonText: set.buttonText ?? inkOn(button),
  };
}

export function paletteIn({ brand, colors }: Appearance, scheme: Scheme): Palette {
  return paletteOf(brand, colors[scheme], scheme);
}

/** The schemes that participants can meet. */
export function schemesOf({ scheme }: Pick<Appearance, 'scheme'>): readonly Scheme[] {
  return scheme === 'system' ? ['light', 'dark'] : [scheme];
}

const isDark = (colour: string): boolean => contrast(colour, WHITE) > contrast(colour, '#000000');

type Grounds = Pick<Palette, 'background' | 'surface'>;

/** Where one of the two is set, the other goes with it, so that one ink can be read on both. */
function groundsOf(brand: string, set: Overrides, scheme: Scheme): Grounds {
  const { c, h } = lch(brand);
  const { background, surface } = set;
  if (background !== undefined && surface !== undefined) return { background, surface };
  if (background !== undefined) return { background, surface: neighbour(background, 0.04) };
  if (surface !== undefined) return { background: neighbour(surface, -0.03), surface };
  if (scheme === 'light') {
    return { background: hexOf({ l: 0.972, c: Math.min(0.008, c / 8), h }), surface: WHITE };
  }
  const tint = Math.min(0.014, c / 8);
  return { background: hexOf({ l: 0.19, c: tint, h }), surface: hexOf({ l: 0.232, c: tint, h }) };
}

function neighbour(ground: string, step: number): string {
  const { l } = lch(ground);
  const ink = inkOn(ground);
  const beside = [step, -step].map((by) => withLightness(ground, Math.min(1, l + by)));
  return beside.find((each) => passes(ink, [each], TEXT_CONTRAST)) ?? ground;
}

function textOn(brand: string, grounds: readonly string[]): string {
  const { c, h } = lch(brand);
  const dark = isDark(grounds[0] ?? WHITE);
  const ink = hexOf({ l: dark ? 0.945 : 0.25, c: Math.min(dark ? 0.008 : 0.022, c / 5), h });
  return nearest(ink, grounds, TEXT_CONTRAST) ?? inkOn(grounds[0] ?? WHITE);
}

function botBubbleOn({ background, surface }: Grounds): string {
  if (!isDark(background)) return contrast(surface, background) > 1.02 ? surface : tinted(surface);
  return withLightness(background, lch(background).l + 0.105);
}

const tinted = (ground: string): string => withLightness(ground, lch(ground).l - 0.045);

/** The brand's colour itself, unless it could not be told from the ground. */
function visibleOn(background: string, brand: string): string {
  return nearest(brand, [background], isDark(background) ? 1.7 : 1.2) ?? brand;
}

/** A text of which too little is told from its ground. */
export interface ContrastIssue {
  readonly scheme: Scheme;
  readonly text: ColourName;
  readonly ground: ColourName;
  /** As WCAG counts it, rounded down to tenths. */
  readonly ratio: number;
  readonly needed: number;
}

/** What of the colours that an author has set cannot be read. Without any that are set, it is none. */
export function contrastIssues(appearance: Appearance): ContrastIssue[] {
  return schemesOf(appearance).flatMap((scheme) =>
    issuesOf(paletteIn(appearance, scheme)).map((issue) => ({ scheme, ...issue })),
  );
}

function issuesOf(palette: Palette): Omit<ContrastIssue, 'scheme'>[] {
  return PAIRS.filter(({ text, ground }) => !isReadable(palette, text, ground)).map((pair) => ({
    ...pair,
    ratio: roundedRatio(palette[pair.text], palette[pair.ground]),
    needed: TEXT_CONTRAST,
  }));
}

function isReadable(palette: Palette, text: ColourName, ground: ColourName): boolean {
  return passes(palette[text], [palette[ground]], TEXT_CONTRAST);
}

/** Never says more than there is: 4.49 is shown as 4.4. */
export function roundedRatio(a: string, b: string): number {
  return Math.floor(contrast(a, b) * 10) / 10;
}

/** The appearance with the least change of lightness that makes everything readable. */
export function repaired(appearance: Appearance): Appearance {
  const colors = { ...appearance.colors };
  for (const scheme of schemesOf(appearance)) {
    colors[scheme] = repairedColours(appearance.brand, colors[scheme], scheme);
  }
  return { ...appearance, colors };
}

type Colours = Appearance['colors'][Scheme];

/** Texts give way, as grounds are the brand's; a ground does where no text could be read on both. */
function repairedColours(brand: string, set: Colours, scheme: Scheme): Colours {
  let colours = set;
  for (let round = 0; round < PAIRS.length; round++) {
    const palette = paletteOf(brand, colours, scheme);
    const [issue] = issuesOf(palette);
    if (!issue) return colours;
    const grounds = PAIRS.filter(({ text }) => text === issue.text).map((pair) => pair.ground);
    const colourOf = (name: ColourName) => palette[name];
    const text = nearest(palette[issue.text], grounds.map(colourOf), TEXT_CONTRAST);
    colours =
      text === null ? { ...colours, ...surfaceFor(palette) } : { ...colours, [issue.text]: text };
  }
  return colours;
}

function surfaceFor({ background, surface }: Palette): Pick<Palette, 'surface'> {
  return { surface: nearest(surface, [inkOn(background)], TEXT_CONTRAST) ?? background };
}

/** Everything that a chat is painted with: the palette, and what follows from it. */
export interface Skin extends Palette {
  /** The brand's colour where it is text, as on replies and links. */
  readonly accent: string;
  /** Behind what is chosen or pointed at. */
  readonly soft: string;
  /** Less important words. */
  readonly dimmed: string;
  /** Of fields and of other controls without a ground of their own. */
  readonly outline: string;
  /** Parts, without meaning. */
  readonly line: string;
  /** Around a button, which tells it from the surface where its own colour does not. */
  readonly buttonEdge: string;
  readonly buttonHover: string;
  readonly error: string;
  readonly star: string;
}

export function skinOf(appearance: Appearance, scheme: Scheme): Skin {
  const palette = paletteIn(appearance, scheme);
  const { background, surface, text, button, buttonText } = palette;
  const dark = isDark(surface);
  const soft = softOn(surface, appearance.brand, text);
  const grounds = [surface, soft, background];
  const readable = (colour: string): string =>
    nearest(colour, grounds, TEXT_CONTRAST) ??
    nearest(colour, [surface, soft], TEXT_CONTRAST) ??
    text;
  const outlining = (colour: string): string =>
    nearest(colour, [surface, background], OUTLINE_CONTRAST) ?? text;
  return {
    ...palette,
    soft,
    accent: closest([appearance.brand, button], readable),
    dimmed: readable(mixed(surface, text, 0.64)),
    outline: outlining(mixed(surface, text, 0.45)),
    line: mixed(surface, text, dark ? 0.16 : 0.11),
    buttonEdge: nearest(button, [surface], OUTLINE_CONTRAST) ?? text,
    buttonHover: withLightness(button, lch(button).l + (isDark(buttonText) ? 0.05 : -0.05)),
    error: readable(dark ? '#ff8f8f' : '#c0262d'),
    star: outlining(dark ? '#f5c451' : '#b07a00'),
  };
}

/** Of the brand's colours, the one that has to change least to be read. */
function closest(colours: readonly string[], readable: (colour: string) => string): string {
  const changeOf = (colour: string) => Math.abs(lch(readable(colour)).l - lch(colour).l);
  const [first = ''] = colours.toSorted((a, b) => changeOf(a) - changeOf(b));
  return readable(first);
}

/** A breath of the brand's colour, as much as the text on it allows. */
function softOn(surface: string, brand: string, text: string): string {
  const shares = isDark(surface) ? [0.22, 0.15, 0.08] : [0.1, 0.07, 0.04];
  const softs = shares.map((share) => mixed(surface, brand, share));
  return softs.find((soft) => passes(text, [soft], TEXT_CONTRAST)) ?? surface;
}

/** The two ends of a gradient: as they are set, unless the scheme's text could not be read on them. */
export function gradientEnds(
  { from, to }: { from: string; to: string },
  palette: Palette,
): readonly [string, string] {
  const fitting = (colour: string): string => {
    const fits = passes(colour, [palette.text], TEXT_CONTRAST);
    return fits ? colour : counterpart(colour, palette);
  };
  return [fitting(from), fitting(to)];
}

/** The same hue by day or by night: as light as the palette's background, and barely more colourful. */
function counterpart(colour: string, { background, text }: Palette): string {
  const { c, h } = lch(colour);
  const l = lch(background).l + (isDark(background) ? 0.03 : -0.02);
  const night = hexOf({ l, c: isDark(background) ? Math.min(0.035, c + 0.01) : c / 4, h });
  return nearest(night, [text], TEXT_CONTRAST) ?? background;
}
