import { dateLine } from '../../date/read-date';
import { ibanLine } from '../../iban/read-iban';
import { ibanSettings, ibanWords } from '../../iban/settings';
import { timeLine } from '../../time/read-time';
import { timeSettings, timeWords } from '../../time/settings';
import { webLine } from '../../web-address/read-web-address';
import { webSettings, webWords } from '../../web-address/settings';
import { lineKind } from './line';

export const date = lineKind(
  dateLine,
  {},
  { en: { name: 'Date', settings: {} }, de: { name: 'Datum', settings: {} } },
);

export const time = lineKind(timeLine, timeSettings, {
  en: { name: 'Time of day', settings: timeWords.en },
  de: { name: 'Uhrzeit', settings: timeWords.de },
});

export const webAddress = lineKind(webLine, webSettings, {
  en: { name: 'Web address', settings: webWords.en },
  de: { name: 'Webadresse', settings: webWords.de },
});

/** A question shows settings by its kind only: the label says when the countries count. */
export const iban = lineKind(ibanLine, ibanSettings, {
  en: { name: 'IBAN', settings: { ...ibanWords.en, countries: 'Countries that are chosen' } },
  de: { name: 'IBAN', settings: { ...ibanWords.de, countries: 'Ausgewählte Länder' } },
});
