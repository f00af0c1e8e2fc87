import { code128, drawingSVG, ean13, qrcode, type RenderOptions } from 'bwip-js/browser';
import type { ChatMessage } from '../../preload/contract';

export type Symbology = Extract<ChatMessage, { kind: 'code' }>['symbology'];

const encoders: Readonly<Record<Symbology, (options: RenderOptions) => string>> = {
  qrcode: (options) => qrcode(options, drawingSVG()),
  code128: (options) => code128({ ...options, height: 14 }, drawingSVG()),
  ean13: (options) => ean13({ ...options, height: 18, includetext: true }, drawingSVG()),
};

/** The code as an SVG image's `data:` address; null for a text that it cannot hold. */
export function scannableCode(text: string, symbology: Symbology): string | null {
  try {
    // A quiet zone belongs to the code: scanners need it, also on a dark page.
    const options = { bcid: symbology, text, scale: 3, padding: 4, backgroundcolor: 'ffffff' };
    return `data:image/svg+xml,${encodeURIComponent(encoders[symbology](options))}`;
  } catch {
    return null;
  }
}
