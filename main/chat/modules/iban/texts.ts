import { askTexts } from '../ask/texts';
import { ibanWords } from './settings';

export const texts = {
  en: {
    name: 'IBAN',
    description: 'Asks for a bank account and checks that its number can exist.',
    fields: {
      ...askTexts.en.fields,
      ...askTexts.en.dontKnow,
      ...ibanWords.en,
      variable: 'Variable',
      invalid: 'Answer to anything else',
      wrongCheck: 'Answer when the check digits do not fit',
      tooShort: 'Answer when something is missing',
      tooLong: 'Answer when it is too long',
      unknownCountry: 'Answer to a country without IBANs',
      otherCountry: 'Answer to a country that is not taken',
      placeholder: 'Placeholder',
    },
    hints: {
      variable:
        'The number of an account is confidential. Ask for it only when you pay something out, and keep it no longer than that takes.',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'What is the IBAN of your account?',
      variable: 'iban',
      invalid: 'This is not an IBAN. It begins with two letters for the country and two digits.',
      wrongCheck: 'A digit or a letter is wrong: the check digits do not fit. Please compare it.',
      tooShort: 'This IBAN is too short: something is missing.',
      tooLong: 'This IBAN is too long: there is something too much.',
      unknownCountry: 'There are no IBANs that begin with these two letters.',
      otherCountry: 'Accounts of this country cannot be taken.',
      placeholder: '',
    },
  },
  de: {
    name: 'IBAN',
    description: 'Fragt nach einem Bankkonto und prüft, ob es die Nummer geben kann.',
    fields: {
      ...askTexts.de.fields,
      ...askTexts.de.dontKnow,
      ...ibanWords.de,
      variable: 'Variable',
      invalid: 'Antwort auf alles andere',
      wrongCheck: 'Antwort, wenn die Prüfziffern nicht passen',
      tooShort: 'Antwort, wenn etwas fehlt',
      tooLong: 'Antwort, wenn sie zu lang ist',
      unknownCountry: 'Antwort auf ein Land ohne IBAN',
      otherCountry: 'Antwort auf ein Land, das nicht angenommen wird',
      placeholder: 'Platzhalter',
    },
    hints: {
      variable:
        'Eine Kontonummer ist vertraulich. Fragen Sie nur danach, wenn Sie etwas auszahlen, und bewahren Sie sie nicht länger auf, als das dauert.',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Wie lautet die IBAN Ihres Kontos?',
      variable: 'iban',
      invalid: 'Das ist keine IBAN. Sie beginnt mit zwei Buchstaben für das Land und zwei Ziffern.',
      wrongCheck:
        'Eine Ziffer oder ein Buchstabe stimmt nicht: Die Prüfziffern passen nicht. Bitte vergleichen Sie.',
      tooShort: 'Diese IBAN ist zu kurz: Es fehlt etwas.',
      tooLong: 'Diese IBAN ist zu lang: Es ist etwas zu viel.',
      unknownCountry: 'Mit diesen zwei Buchstaben beginnt keine IBAN.',
      otherCountry: 'Konten aus diesem Land können wir nicht annehmen.',
      placeholder: '',
    },
  },
};
