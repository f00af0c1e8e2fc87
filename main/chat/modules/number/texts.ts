import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'Number',
    description: 'Asks for a number within limits.',
    fields: {
      ...askTexts.en.fields,
      ...askTexts.en.dontKnow,
      variable: 'Variable',
      min: 'Smallest number (optional)',
      max: 'Largest number (optional)',
      integer: 'Whole numbers only',
      mark: 'Decimal mark',
      'mark.point': 'Point: 1,234.5',
      'mark.comma': 'Comma: 1.234,5',
      invalid: 'Answer to anything else',
      placeholder: 'Placeholder',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'How many?',
      variable: 'number',
      mark: 'point' as const,
      invalid: 'Please enter a number.',
    },
  },
  de: {
    name: 'Zahl',
    description: 'Fragt nach einer Zahl innerhalb von Grenzen.',
    fields: {
      ...askTexts.de.fields,
      ...askTexts.de.dontKnow,
      variable: 'Variable',
      min: 'Kleinste Zahl (optional)',
      max: 'Größte Zahl (optional)',
      integer: 'Nur ganze Zahlen',
      mark: 'Dezimalzeichen',
      'mark.point': 'Punkt: 1,234.5',
      'mark.comma': 'Komma: 1.234,5',
      invalid: 'Antwort auf alles andere',
      placeholder: 'Platzhalter',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Wie viele?',
      variable: 'number',
      mark: 'comma' as const,
      invalid: 'Bitte geben Sie eine Zahl ein.',
    },
  },
};
