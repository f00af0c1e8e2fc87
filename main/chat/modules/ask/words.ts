import type { ModuleSentences } from '../define-module';

/** First words of the settings that every question has. */
export const askWords: ModuleSentences = {
  knownText: {
    fr: 'J’ai noté\u202f:',
    es: 'He anotado:',
    it: 'Ho annotato:',
    nl: 'Ik heb genoteerd:',
    pl: 'Mam zapisane:',
    tr: 'Not aldım:',
  },
  keepLabel: {
    fr: 'C’est exact',
    es: 'Es correcto',
    it: 'È corretto',
    nl: 'Dat klopt',
    pl: 'Zgadza się',
    tr: 'Doğru',
  },
  changeLabel: {
    fr: 'Modifier',
    es: 'Cambiar',
    it: 'Modifica',
    nl: 'Wijzigen',
    pl: 'Zmień',
    tr: 'Değiştir',
  },
};
