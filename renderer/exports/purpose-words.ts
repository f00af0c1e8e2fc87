import { i18n } from '../app/i18n';

const OF_REQUEST = /^(?:Request|Anfrage) (\S+) \(Art\. 15 (?:GDPR|DSGVO)\)$/;
const OF_ACCESS = ['Access request (Art. 15 GDPR)', 'Auskunft (Art. 15 DSGVO)'];

/** What an export was for. Where ChatVault has worded it, it is said in the language of now. */
export function purposeWords(purpose: string): string {
  const reference = OF_REQUEST.exec(purpose)?.[1];
  if (reference !== undefined) return i18n.t('privacy:access.purposeRequest', { reference });
  return OF_ACCESS.includes(purpose) ? i18n.t('privacy:access.purposeDefault') : purpose;
}
