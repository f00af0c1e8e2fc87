import { askTexts } from '../ask/texts';
import { timeWords } from './settings';

export const texts = {
  en: {
    name: 'Time of day',
    description: 'Asks for a time, however it is typed.',
    fields: {
      ...askTexts.en.fields,
      ...askTexts.en.dontKnow,
      ...timeWords.en,
      variable: 'Variable',
      invalid: 'Answer to anything else',
      outside: 'Answer to a time that is too early or too late',
      unclear: 'Question when it could be morning or evening',
      placeholder: 'Placeholder',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'At what time?',
      variable: 'time',
      clock: '12' as const,
      invalid: 'Please enter a time, such as 9:30 AM.',
      outside: 'This time is not possible. Please choose another one.',
      unclear: 'In the morning, or later in the day?',
    },
  },
  de: {
    name: 'Uhrzeit',
    description: 'Fragt nach einer Uhrzeit, gleich wie sie geschrieben wird.',
    fields: {
      ...askTexts.de.fields,
      ...askTexts.de.dontKnow,
      ...timeWords.de,
      variable: 'Variable',
      invalid: 'Antwort auf alles andere',
      outside: 'Antwort auf eine zu frühe oder zu späte Uhrzeit',
      unclear: 'Rückfrage, wenn die Tageshälfte offen ist',
      placeholder: 'Platzhalter',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Um wie viel Uhr?',
      variable: 'time',
      clock: '24' as const,
      invalid: 'Bitte geben Sie eine Uhrzeit ein, zum Beispiel 9:30.',
      outside: 'Diese Uhrzeit ist nicht möglich. Bitte wählen Sie eine andere.',
      unclear: 'Am Vormittag oder später am Tag?',
    },
  },
};
