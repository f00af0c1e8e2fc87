import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  label: {
    fr: 'Ouvrir la page',
    es: 'Abrir la página',
    it: 'Apri la pagina',
    nl: 'Pagina openen',
    pl: 'Otwórz stronę',
    tr: 'Sayfayı aç',
  },
};
