export const texts = {
  en: {
    name: 'Email',
    description: 'Asks for an email address and checks its form.',
    fields: {
      question: 'Question',
      placeholder: 'Placeholder',
      terms: 'Terms to accept (optional)',
      termsRefused: 'Answer when the terms are not accepted',
      invalid: 'Answer to an invalid address',
    },
    branches: { next: 'Next' },
    initial: {
      question: 'What is your email address?',
      placeholder: 'name@example.com',
      termsRefused: 'To go on, please accept the terms.',
      invalid: 'This does not look like an email address. Please check it and try again.',
    },
  },
  de: {
    name: 'E-Mail',
    description: 'Fragt nach einer E-Mail-Adresse und prüft ihre Form.',
    fields: {
      question: 'Frage',
      placeholder: 'Platzhalter',
      terms: 'Bedingungen zum Annehmen (optional)',
      termsRefused: 'Antwort, wenn die Bedingungen nicht angenommen sind',
      invalid: 'Antwort auf eine ungültige Adresse',
    },
    branches: { next: 'Weiter' },
    initial: {
      question: 'Wie lautet Ihre E-Mail-Adresse?',
      placeholder: 'name@example.com',
      termsRefused: 'Bitte nehmen Sie die Bedingungen an, um weiterzumachen.',
      invalid: 'Das sieht nicht nach einer E-Mail-Adresse aus. Bitte prüfen Sie sie.',
    },
  },
};
