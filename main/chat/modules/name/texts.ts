import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'Name',
    description: 'Asks for first and last name.',
    fields: {
      ...askTexts.en.fields,
      parts: 'What is asked for',
      'parts.both': 'First and last name',
      'parts.first': 'First name only',
      'parts.one': 'Full name in one input',
      invalid: 'Answer when a name is missing',
      firstLabel: 'Label of the first name',
      lastLabel: 'Label of the last name',
      nameLabel: 'Label of the full name',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'What is your name?',
      invalid: 'Please enter your name.',
      firstLabel: 'First name',
      lastLabel: 'Last name',
      nameLabel: 'First and last name',
    },
  },
  de: {
    name: 'Name',
    description: 'Fragt nach Vor- und Nachname.',
    fields: {
      ...askTexts.de.fields,
      parts: 'Was gefragt wird',
      'parts.both': 'Vor- und Nachname',
      'parts.first': 'Nur der Vorname',
      'parts.one': 'Ganzer Name in einem Feld',
      invalid: 'Antwort, wenn ein Name fehlt',
      firstLabel: 'Beschriftung des Vornamens',
      lastLabel: 'Beschriftung des Nachnamens',
      nameLabel: 'Beschriftung des ganzen Namens',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Wie heißen Sie?',
      invalid: 'Bitte geben Sie Ihren Namen ein.',
      firstLabel: 'Vorname',
      lastLabel: 'Nachname',
      nameLabel: 'Vor- und Nachname',
    },
  },
};
