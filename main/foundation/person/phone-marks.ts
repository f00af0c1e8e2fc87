/** Words before a number, as on a visiting card. */
const LABEL =
  /^(?:tel|callto|phone|telefon|telephone|tél|téléphone|mobile?|mobil|handy|cell|festnetz|fax|whatsapp|[tmpf](?=[.:]))\s*(?:nr)?[.:\s]+/i;
/** How an extension is called in English, German, French, Italian, Spanish and Portuguese. */
const EXTENSION =
  /[\s,;(]*(?<=[\d\s,;(])(?:ext(?:ension)?|x|durchwahl|dw|apparat|app|nebenstelle|nst|poste|interno|int|anexo|ramal)[\s.:=]*(\d{1,9})\)?$/i;
/** A zero that is dialled only without the country's code before it, as it is written here and there. */
const BRACKETED_ZERO = /\[\s*0\s*\]/g;

export interface WrittenPhone {
  /** Without a word before it and without its extension. */
  readonly number: string;
  /** Digits that are dialled once the call is taken; null where no word says that there are any. */
  readonly extension: string | null;
}

/** Takes apart a number as people write it; of any other text, hardly anything. */
export function takeApartPhone(text: string): WrittenPhone {
  const bare = text.trim().replace(LABEL, '').replaceAll(BRACKETED_ZERO, '(0)');
  const [matched = '', extension = null] = EXTENSION.exec(bare) ?? [];
  return { number: bare.slice(0, bare.length - matched.length), extension };
}
