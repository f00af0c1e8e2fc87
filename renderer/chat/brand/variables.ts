import { type Appearance, addressOfMedia } from '../../../preload/contract';
import { gradientEnds, type Scheme, type Skin, skinOf } from '../../../preload/contract/palette';

/** The custom properties that everything in a chat is painted with. */
export function variablesOf(
  appearance: Appearance,
  scheme: Scheme,
  family: string,
): Record<`--${string}`, string> {
  const skin = skinOf(appearance, scheme);
  return {
    '--chat-background': skin.background,
    '--chat-backdrop': backdropOf(appearance.background, skin),
    '--chat-surface': skin.surface,
    '--chat-text': skin.text,
    '--chat-dimmed': skin.dimmed,
    '--chat-line': skin.line,
    '--chat-outline': skin.outline,
    '--chat-bubble': skin.botBubble,
    '--chat-on-bubble': skin.botText,
    '--chat-own': skin.ownBubble,
    '--chat-on-own': skin.ownText,
    '--chat-accent': skin.accent,
    '--chat-soft': skin.soft,
    '--chat-fill': skin.button,
    '--chat-fill-hover': skin.buttonHover,
    '--chat-fill-edge': skin.buttonEdge,
    '--chat-on-fill': skin.buttonText,
    '--chat-error': skin.error,
    '--chat-star': skin.star,
    '--chat-font': family,
    ...shapesOf(appearance),
  };
}

/** In em of the chat's type, so that shapes grow with it. */
const BUBBLES = { round: ['1.3em', '0.35em'], soft: ['0.75em', '0.25em'], square: ['0.15em', '0'] };
const BUTTONS = {
  pill: ['1.6em', '1.1em'],
  soft: ['0.7em', '0.7em'],
  square: ['0.15em', '0.15em'],
};

function shapesOf({ bubbles, buttons }: Appearance): Record<`--${string}`, string> {
  const [bubble = '', tail = ''] = BUBBLES[bubbles];
  const [button = '', card = ''] = BUTTONS[buttons];
  return {
    '--chat-bubble-radius': bubble,
    '--chat-tail-radius': tail,
    '--chat-button-radius': button,
    '--chat-card-radius': card,
  };
}

/** Addresses of pictures are of two kinds, which the contract knows: neither can leave `url()`. */
function backdropOf(background: Appearance['background'], skin: Skin): string {
  if (background.kind === 'gradient') {
    const [from, to] = gradientEnds(background, skin);
    return `linear-gradient(${background.angle}deg, ${from}, ${to})`;
  }
  if (background.kind === 'plain' || background.picture === '') return 'none';
  const veil = `color-mix(in srgb, ${skin.background} ${background.veil}%, transparent)`;
  return `linear-gradient(${veil}, ${veil}), url("${addressOfMedia(background.picture)}")`;
}
