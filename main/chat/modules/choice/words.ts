import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  question: {
    fr: 'Que souhaitez-vous faire\u202f?',
    es: '¿Qué le gustaría hacer?',
    it: 'Che cosa desidera fare?',
    nl: 'Wat wilt u doen?',
    pl: 'Co chcą Państwo zrobić?',
    tr: 'Ne yapmak istersiniz?',
  },
  'options.0.label': {
    fr: 'Oui',
    es: 'Sí',
    it: 'Sì',
    nl: 'Ja',
    pl: 'Tak',
    tr: 'Evet',
  },
  'options.1.label': {
    fr: 'Non',
    es: 'No',
    it: 'No',
    nl: 'Nee',
    pl: 'Nie',
    tr: 'Hayır',
  },
};
