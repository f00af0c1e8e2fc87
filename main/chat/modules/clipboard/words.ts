import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  label: {
    fr: 'Copier',
    es: 'Copiar',
    it: 'Copia',
    nl: 'Kopiëren',
    pl: 'Kopiuj',
    tr: 'Kopyala',
  },
};
