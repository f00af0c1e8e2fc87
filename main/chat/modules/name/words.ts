import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Quel est votre nom\u202f?',
    es: '¿Cómo se llama?',
    it: 'Come si chiama?',
    nl: 'Wat is uw naam?',
    pl: 'Jakie jest Państwa imię i nazwisko?',
    tr: 'Adınız nedir?',
  },
  invalid: {
    fr: 'Veuillez saisir votre nom.',
    es: 'Escriba su nombre, por favor.',
    it: 'La preghiamo di inserire il Suo nome.',
    nl: 'Vul uw naam in.',
    pl: 'Proszę podać imię i nazwisko.',
    tr: 'Lütfen adınızı yazın.',
  },
  firstLabel: {
    fr: 'Prénom',
    es: 'Nombre',
    it: 'Nome',
    nl: 'Voornaam',
    pl: 'Imię',
    tr: 'Ad',
  },
  lastLabel: {
    fr: 'Nom',
    es: 'Apellidos',
    it: 'Cognome',
    nl: 'Achternaam',
    pl: 'Nazwisko',
    tr: 'Soyad',
  },
  nameLabel: {
    fr: 'Prénom et nom',
    es: 'Nombre y apellidos',
    it: 'Nome e cognome',
    nl: 'Voor- en achternaam',
    pl: 'Imię i nazwisko',
    tr: 'Ad ve soyad',
  },
};
