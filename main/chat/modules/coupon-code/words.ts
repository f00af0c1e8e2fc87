import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  success: {
    fr: 'Voici votre code\u202f:',
    es: 'Aquí tiene su código:',
    it: 'Ecco il Suo codice:',
    nl: 'Hier is uw code:',
    pl: 'Oto Państwa kod:',
    tr: 'Kodunuz:',
  },
  again: {
    fr: 'Vous avez déjà un code\u202f:',
    es: 'Ya tiene un código:',
    it: 'Ha già un codice:',
    nl: 'U hebt al een code:',
    pl: 'Mają już Państwo kod:',
    tr: 'Zaten bir kodunuz var:',
  },
  empty: {
    fr: 'Désolé, il n’y a plus de codes.',
    es: 'Lo sentimos, ya no quedan códigos.',
    it: 'Ci dispiace, i codici sono esauriti.',
    nl: 'Helaas zijn alle codes op.',
    pl: 'Niestety wszystkie kody zostały już rozdane.',
    tr: 'Maalesef tüm kodlar tükendi.',
  },
  copy: {
    fr: 'Copier',
    es: 'Copiar',
    it: 'Copia',
    nl: 'Kopiëren',
    pl: 'Kopiuj',
    tr: 'Kopyala',
  },
};
