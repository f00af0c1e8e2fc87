import type { Symbology } from '../../../../preload/contract';

export const SYMBOLOGIES = ['qrcode', 'code128', 'ean13'] as const satisfies readonly Symbology[];

/** Longer ones become too wide for a screen. */
const MAX_CODE128 = 48;

/** Whether the text can be shown as this code. */
export function canEncode(text: string, symbology: Symbology): boolean {
  switch (symbology) {
    case 'qrcode':
      return true;
    case 'code128':
      return text.length <= MAX_CODE128 && /^[\x20-\x7e]+$/.test(text);
    case 'ean13':
      return isEan13(text);
  }
}

/** GS1 General Specifications, 7.9: thirteen digits, the last of which checks the others. */
function isEan13(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  const sum = [...text].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return sum % 10 === 0;
}
