import type { Language } from '../../../preload/contract';
import deApp from '../../../resources/locales/de/app.json';
import deData from '../../../resources/locales/de/data.json';
import dePrivacy from '../../../resources/locales/de/privacy.json';
import enApp from '../../../resources/locales/en/app.json';
import enData from '../../../resources/locales/en/data.json';
import enPrivacy from '../../../resources/locales/en/privacy.json';

function wordsOf(privacy: typeof enPrivacy, { tables }: typeof enApp, data: typeof enData) {
  const { columns, empty: about, channels } = data;
  return { ...privacy, tables, columns, about, channels };
}

/** The words of what is handed to people: the screens' own, so that both say the same. */
const texts = {
  en: wordsOf(enPrivacy, enApp, enData),
  de: wordsOf(dePrivacy, deApp, deData),
} as const;
export type PrivacyTexts = (typeof texts)['en'];

export function privacyTexts(language: Language): PrivacyTexts {
  return texts[language];
}

/** What a page for a person is written in. */
export interface Words {
  readonly texts: PrivacyTexts;
  readonly language: Language;
  readonly instant: (ms: number) => string;
}

/** Puts values into the `{{places}}` of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/{{(\w+)(?:, \w+)?}}/g, (_, name: string) => String(values[name] ?? ''));
}

/** An instant to the minute with its zone, as people write it. */
export function instantIn(language: Language, timeZone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat(language, {
    ...{ year: 'numeric', month: 'long', day: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
    timeZone,
  });
  return (ms) => format.format(ms);
}

/** A day of the calendar, as people write it. */
export function dayIn(language: Language): (day: string) => string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (day) => format.format(Date.parse(day));
}
