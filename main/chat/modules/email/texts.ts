import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'Email',
    description: 'Asks for an email address and checks its form.',
    fields: {
      ...askTexts.en.fields,
      placeholder: 'Placeholder',
      terms: 'Terms to accept (optional)',
      termsRefused: 'Answer when the terms are not accepted',
      invalid: 'Answer to an invalid address',
      twice: 'Have the address typed twice',
      twiceQuestion: 'Question for the second time',
      mismatch: 'Answer when the addresses differ',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'What is your email address?',
      placeholder: 'name@example.com',
      termsRefused: 'To go on, please accept the terms.',
      invalid: 'This does not look like an email address. Please check it and try again.',
      twiceQuestion: 'Please type it once more, so that we can be sure.',
      mismatch: 'The two addresses are not the same. Please start again.',
    },
  },
  de: {
    name: 'E-Mail',
    description: 'Fragt nach einer E-Mail-Adresse und prüft ihre Form.',
    fields: {
      ...askTexts.de.fields,
      placeholder: 'Platzhalter',
      terms: 'Bedingungen zum Annehmen (optional)',
      termsRefused: 'Antwort, wenn die Bedingungen nicht angenommen sind',
      invalid: 'Antwort auf eine ungültige Adresse',
      twice: 'Adresse zweimal eingeben lassen',
      twiceQuestion: 'Frage beim zweiten Mal',
      mismatch: 'Antwort, wenn die Adressen verschieden sind',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Wie lautet Ihre E-Mail-Adresse?',
      placeholder: 'name@example.com',
      termsRefused: 'Bitte nehmen Sie die Bedingungen an, um weiterzumachen.',
      invalid: 'Das sieht nicht nach einer E-Mail-Adresse aus. Bitte prüfen Sie sie.',
      twiceQuestion: 'Bitte geben Sie sie zur Sicherheit noch einmal ein.',
      mismatch: 'Die beiden Adressen sind nicht gleich. Bitte beginnen Sie noch einmal.',
    },
  },
};
