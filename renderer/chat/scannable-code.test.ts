import { describe, expect, it } from 'vitest';
import { scannableCode } from './scannable-code';

const svgOf = (address: string | null): string =>
  decodeURIComponent(address?.replace('data:image/svg+xml,', '') ?? '');

describe('a code for a scanner', () => {
  it.each([
    ['qrcode', 'https://example.com/?a=1&b="ü"'],
    ['code128', 'SAVE-10-NOW'],
    ['ean13', '4006381333931'],
  ] as const)('%s is drawn as paths, without styles or scripts', (symbology, text) => {
    const svg = svgOf(scannableCode(text, symbology));
    expect(svg).toMatch(/^<svg viewBox="0 0 \d+ \d+"/);
    expect(svg).toContain('<path');
    expect(svg).not.toMatch(/style|script|href/i);
  });

  it('is not drawn for a text that it cannot hold', () => {
    expect(scannableCode('no number', 'ean13')).toBeNull();
    expect(scannableCode('', 'qrcode')).toBeNull();
  });

  it('differs with its text', () => {
    expect(scannableCode('A', 'qrcode')).not.toBe(scannableCode('B', 'qrcode'));
  });
});
