import { askTexts } from '../ask/texts';
import { webWords } from './settings';

export const texts = {
  en: {
    name: 'Web address',
    description: 'Asks for the address of a website.',
    fields: {
      ...askTexts.en.fields,
      ...askTexts.en.dontKnow,
      ...webWords.en,
      variable: 'Variable',
      placeholder: 'Placeholder',
      invalid: 'Answer to anything else',
      credentials: 'Answer to an address with a user name or password in it',
      notPublic: 'Answer to an address that is not public',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'What is the address of your website?',
      variable: 'website',
      placeholder: 'example.com',
      invalid: 'This is not a web address. One looks like www.example.com.',
      credentials: 'Please leave the user name and the password out of the address.',
      notPublic: 'This address is not one that others can open. Please enter a public one.',
    },
  },
  de: {
    name: 'Webadresse',
    description: 'Fragt nach der Adresse einer Website.',
    fields: {
      ...askTexts.de.fields,
      ...askTexts.de.dontKnow,
      ...webWords.de,
      variable: 'Variable',
      placeholder: 'Platzhalter',
      invalid: 'Antwort auf alles andere',
      credentials: 'Antwort auf eine Adresse, die Benutzername oder Passwort enthält',
      notPublic: 'Antwort auf eine Adresse, die nicht öffentlich ist',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Wie lautet die Adresse Ihrer Website?',
      variable: 'website',
      placeholder: 'example.com',
      invalid: 'Das ist keine Webadresse. Eine sieht aus wie www.example.com.',
      credentials: 'Bitte lassen Sie Benutzernamen und Passwort aus der Adresse weg.',
      notPublic: 'Diese Adresse können andere nicht öffnen. Bitte geben Sie eine öffentliche an.',
    },
  },
};
