import { expect, it } from 'vitest';
import { buttonName } from './words';

it.each([
  ['de', 'Deutsch'],
  ['en', 'English'],
  ['fr', 'Français'],
  ['tr', 'Türkçe'],
  ['ar', 'العربية'],
  ['he', 'עברית'],
  ['pt-BR', 'Português (Brasil)'],
])('%s is called %s by those who speak it', (language, autonym) => {
  expect(buttonName(language)).toBe(autonym);
});
