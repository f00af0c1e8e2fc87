import { countryLabels } from '../ask/countries';
import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'Phone',
    description: 'Asks for a phone number and checks that it can exist.',
    fields: {
      ...askTexts.en.fields,
      country: 'Country of numbers without a country code',
      ...countryLabels('country', 'en'),
      placeholder: 'Placeholder',
      invalid: 'Answer to an invalid number',
      mobileOnly: 'Mobile numbers only',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'What is your phone number?',
      country: 'GB',
      placeholder: '',
      invalid: 'This does not look like a phone number. Please check it and try again.',
    },
  },
  de: {
    name: 'Telefon',
    description: 'Fragt nach einer Telefonnummer und prüft, ob es sie geben kann.',
    fields: {
      ...askTexts.de.fields,
      country: 'Land der Nummern ohne Landesvorwahl',
      ...countryLabels('country', 'de'),
      placeholder: 'Platzhalter',
      invalid: 'Antwort auf eine ungültige Nummer',
      mobileOnly: 'Nur Mobilnummern',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Wie lautet Ihre Telefonnummer?',
      country: 'DE',
      placeholder: '',
      invalid: 'Das sieht nicht nach einer Telefonnummer aus. Bitte prüfen Sie sie.',
    },
  },
};
