import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'Free text',
    description: 'Asks for an answer in own words.',
    fields: {
      ...askTexts.en.fields,
      ...askTexts.en.dontKnow,
      variable: 'Variable',
      multiLine: 'Several lines',
      minLength: 'Characters at least',
      maxLength: 'Characters at most',
      invalid: 'Answer when it is too short or too long',
      placeholder: 'Placeholder',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'What would you like to tell us?',
      variable: 'answer',
      invalid: 'Your answer is too short or too long. Please change it.',
    },
  },
  de: {
    name: 'Freitext',
    description: 'Fragt nach einer Antwort in eigenen Worten.',
    fields: {
      ...askTexts.de.fields,
      ...askTexts.de.dontKnow,
      variable: 'Variable',
      multiLine: 'Mehrere Zeilen',
      minLength: 'Zeichen mindestens',
      maxLength: 'Zeichen höchstens',
      invalid: 'Antwort, wenn der Text zu kurz oder zu lang ist',
      placeholder: 'Platzhalter',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Was möchten Sie uns sagen?',
      variable: 'answer',
      invalid: 'Ihre Antwort ist zu kurz oder zu lang. Bitte ändern Sie sie.',
    },
  },
};
