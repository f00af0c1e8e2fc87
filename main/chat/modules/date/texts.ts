import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'Date',
    description: 'Asks for a day.',
    fields: {
      ...askTexts.en.fields,
      ...askTexts.en.dontKnow,
      variable: 'Variable',
      range: 'Days that are allowed',
      'range.any': 'Any day',
      'range.past': 'Today or earlier',
      'range.future': 'Today or later',
      'range.between': 'From one day to another',
      from: 'From (optional)',
      to: 'To (optional)',
      invalid: 'Answer to anything else',
      timeZone: 'Time zone in which days begin',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'Which day?',
      variable: 'date',
      invalid: 'Please enter a day that is possible, such as 2026-12-24.',
    },
  },
  de: {
    name: 'Datum',
    description: 'Fragt nach einem Tag.',
    fields: {
      ...askTexts.de.fields,
      ...askTexts.de.dontKnow,
      variable: 'Variable',
      range: 'Erlaubte Tage',
      'range.any': 'Jeder Tag',
      'range.past': 'Heute oder früher',
      'range.future': 'Heute oder später',
      'range.between': 'Von einem Tag bis zu einem anderen',
      from: 'Von (optional)',
      to: 'Bis (optional)',
      invalid: 'Antwort auf alles andere',
      timeZone: 'Zeitzone, in der Tage beginnen',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Welcher Tag?',
      variable: 'date',
      invalid: 'Bitte geben Sie einen möglichen Tag ein, zum Beispiel 24.12.2026.',
    },
  },
};
