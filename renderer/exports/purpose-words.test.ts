import { afterEach, beforeEach, expect, it } from 'vitest';
import { i18n } from '../app/i18n';
import { purposeWords } from './purpose-words';

beforeEach(() => i18n.changeLanguage('de'));
afterEach(() => i18n.changeLanguage('en'));

it('is said in the language of now where ChatVault has worded it', async () => {
  const german = i18n.t('privacy:access.purposeRequest', { reference: 'R-2345-ABCD' });
  expect(purposeWords('Request R-2345-ABCD (Art. 15 GDPR)')).toBe(german);
  expect(purposeWords('Access request (Art. 15 GDPR)')).toBe(
    i18n.t('privacy:access.purposeDefault'),
  );
  await i18n.changeLanguage('en');
  expect(purposeWords(german)).toBe('Request R-2345-ABCD (Art. 15 GDPR)');
});

it('stays as a user has written it', () => {
  const typed = 'Request R-2345-ABCD (Art. 15 GDPR), second try';
  expect(purposeWords(typed)).toBe(typed);
});
