import { z } from 'zod';
import { AssetRef, Picture } from './media';
import { Id } from './values';

/** `#rrggbb`, in small letters. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** Families that come with the application. */
export const CHAT_FONTS = [
  'inter',
  'source-sans',
  'nunito-sans',
  'atkinson',
  'space-grotesk',
  'lora',
  'fraunces',
] as const;

/** What the chat is painted with, in one colour scheme. */
export const Palette = z.object({
  background: Colour,
  /** Of prompts, inputs and what is written on the background. */
  surface: Colour,
  text: Colour,
  botBubble: Colour,
  botText: Colour,
  ownBubble: Colour,
  ownText: Colour,
  button: Colour,
  buttonText: Colour,
});
export type Palette = z.infer<typeof Palette>;

const Background = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plain') }),
  z.object({
    kind: z.literal('gradient'),
    from: Colour,
    to: Colour,
    /** Degrees, as in CSS. */
    angle: z.number().int().min(0).max(360),
  }),
  /** `veil`: how much of the palette's background lies over it, in percent. */
  z.object({
    kind: z.literal('picture'),
    picture: Picture,
    veil: z.number().int().min(0).max(95),
  }),
]);

/** How the chat of an experience looks. Where it is not set, the workspace's holds. */
export const Appearance = z.object({
  /** The ready theme that it began with. */
  theme: z.string().max(40).default('chatvault'),
  /** Shown at the top of the chat, with the logo. */
  name: z.string().trim().max(80).default(''),
  /** One line at the foot of the chat. */
  imprint: z.string().trim().max(200).default(''),
  logo: Picture.default(''),
  /** Beside what the chat says. */
  avatar: Picture.default(''),
  scheme: z.enum(['light', 'dark', 'system']).default('system'),
  /** All colours follow from it but those that are set. */
  brand: Colour.default('#0b7285'),
  colors: z
    .object({ light: Palette.partial(), dark: Palette.partial() })
    .default({ light: {}, dark: {} }),
  background: Background.default({ kind: 'plain' }),
  font: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('bundled'), family: z.enum(CHAT_FONTS) }),
      z.object({ kind: z.literal('uploaded'), name: z.string().trim().max(80), file: AssetRef }),
    ])
    .default({ kind: 'bundled', family: 'inter' }),
  bubbles: z.enum(['round', 'soft', 'square']).default('round'),
  buttons: z.enum(['pill', 'soft', 'square']).default('pill'),
});
export type Appearance = z.infer<typeof Appearance>;

/** What a kiosk shows before and after a chat. Texts may be empty: then the kiosk has its own. */
export const KioskLook = z.object({
  start: z
    .object({
      headline: z.string().trim().max(120).default(''),
      text: z.string().trim().max(500).default(''),
      callToAction: z.string().trim().max(60).default(''),
      /** What can be won, in a few words. */
      prize: z.string().trim().max(160).default(''),
      /** One is a picture, several are a slideshow. */
      slides: z
        .array(z.object({ id: Id, picture: Picture, alt: z.string().trim().max(200).default('') }))
        .max(8)
        .default([]),
      secondsPerSlide: z.number().int().min(3).max(60).default(6),
    })
    .prefault({}),
  end: z
    .object({
      headline: z.string().trim().max(120).default(''),
      text: z.string().trim().max(500).default(''),
      picture: Picture.default(''),
      alt: z.string().trim().max(200).default(''),
    })
    .prefault({}),
});
export type KioskLook = z.infer<typeof KioskLook>;
