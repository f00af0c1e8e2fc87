import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'Birthdate',
    description: 'Asks for the date of birth, with a minimum age.',
    fields: {
      ...askTexts.en.fields,
      minAge: 'Minimum age in years (0: none)',
      tooYoung: 'Answer to somebody who is too young',
      invalid: 'Answer to an invalid date',
      timeZone: 'Time zone in which days begin',
    },
    branches: { next: 'Next', tooYoung: 'Too young', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'When were you born?',
      tooYoung: 'You are too young to take part. We have not kept your date of birth.',
      invalid: 'Please enter your date of birth, such as 1990-12-24.',
    },
  },
  de: {
    name: 'Geburtsdatum',
    description: 'Fragt nach dem Geburtsdatum, mit Mindestalter.',
    fields: {
      ...askTexts.de.fields,
      minAge: 'Mindestalter in Jahren (0: keines)',
      tooYoung: 'Antwort, wenn jemand zu jung ist',
      invalid: 'Antwort auf ein ungültiges Datum',
      timeZone: 'Zeitzone, in der Tage beginnen',
    },
    branches: { next: 'Weiter', tooYoung: 'Zu jung', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Wann sind Sie geboren?',
      tooYoung: 'Sie sind zu jung, um teilzunehmen. Ihr Geburtsdatum haben wir nicht behalten.',
      invalid: 'Bitte geben Sie Ihr Geburtsdatum ein, zum Beispiel 24.12.1990.',
    },
  },
};
