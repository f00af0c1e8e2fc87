import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'Signature',
    description: 'Takes a signature that is drawn, or initials.',
    fields: {
      ...askTexts.en.fields,
      by: 'How people sign',
      'by.drawing': 'Drawn by finger, pen or mouse, or with typed initials',
      'by.initials': 'With typed initials only',
      invalid: 'Answer to anything else',
      variable: 'Variable for the initials, or “signed”',
    },
    hints: {
      by: 'Whoever cannot draw can always type initials. A drawing is kept as a picture among the files.',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'Please sign here.',
      invalid: 'This could not be taken as a signature. Please try again.',
      variable: 'signature',
    },
  },
  de: {
    name: 'Unterschrift',
    description: 'Nimmt eine gezeichnete Unterschrift oder ein Kürzel an.',
    fields: {
      ...askTexts.de.fields,
      by: 'Wie unterschrieben wird',
      'by.drawing': 'Gezeichnet mit Finger, Stift oder Maus, oder mit getipptem Kürzel',
      'by.initials': 'Nur mit getipptem Kürzel',
      invalid: 'Antwort auf alles andere',
      variable: 'Variable für das Kürzel oder „signed“',
    },
    hints: {
      by: 'Wer nicht zeichnen kann, kann immer ein Kürzel tippen. Eine Zeichnung wird als Bild bei den Dateien aufbewahrt.',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Bitte unterschreiben Sie hier.',
      invalid: 'Das ließ sich nicht als Unterschrift annehmen. Bitte versuchen Sie es noch einmal.',
      variable: 'signature',
    },
  },
};
