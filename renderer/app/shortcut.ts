import { i18n } from './i18n';

const IS_MAC = navigator.userAgent.includes('Macintosh');

/** What is printed on keys of a German keyboard. */
const GERMAN_KEYS: Readonly<Record<string, string>> = {
  Ctrl: 'Strg',
  Shift: 'Umschalt',
  Delete: 'Entf',
  Space: 'Leertaste',
  Enter: 'Eingabe',
};

/** Names keys as the keyboards of the page's language do. */
export function keyNames(keys: string): string {
  if (i18n.language !== 'de') return keys;
  return keys.replaceAll(/[A-Z][a-z]+/g, (key) => GERMAN_KEYS[key] ?? key);
}

export function shortcut(key: string): string {
  return keyNames(IS_MAC ? `⌘${key}` : `Ctrl+${key}`);
}
