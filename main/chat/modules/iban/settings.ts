import { getCountrySpecifications } from 'ibantools';
import { z } from 'zod';
import type { Language } from '../../../../preload/contract';
import { shownWhen } from '../fields';

/** ISO 3166-1 alpha-2, as far as their accounts have an IBAN. */
const COUNTRIES = Object.entries(getCountrySpecifications())
  .filter(([, { IBANRegistry }]) => IBANRegistry)
  .map(([code]) => code)
  .toSorted();

/** Which accounts are taken; the same for a question of a questionnaire. */
export const ibanSettings = {
  accepts: z.enum(['all', 'sepa', 'listed']).default('sepa'),
  countries: shownWhen(z.array(z.enum(COUNTRIES)).default([]), 'accepts', 'listed'),
};

const labels = (language: Language): Record<string, string> => {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return Object.fromEntries(COUNTRIES.map((code) => [`countries.${code}`, names.of(code) ?? code]));
};

export const ibanWords = {
  en: {
    accepts: 'Accounts that are taken',
    'accepts.all': 'All countries with IBANs',
    'accepts.sepa': 'SEPA area (payments in euros)',
    'accepts.listed': 'Chosen countries',
    countries: 'Countries',
    ...labels('en'),
  },
  de: {
    accepts: 'Angenommene Konten',
    'accepts.all': 'Alle Länder mit IBAN',
    'accepts.sepa': 'SEPA-Raum (Zahlungen in Euro)',
    'accepts.listed': 'Ausgewählte Länder',
    countries: 'Länder',
    ...labels('de'),
  },
};
