import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  onward: {
    fr: 'Continuer',
    es: 'Continuar',
    it: 'Continua',
    nl: 'Verder',
    pl: 'Dalej',
    tr: 'Devam',
  },
};
