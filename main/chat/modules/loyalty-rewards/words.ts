import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  question: {
    fr: `Vous avez \${points_balance} points. Quelle récompense souhaitez-vous\u202f?`,
    es: `Tiene \${points_balance} puntos. ¿Qué premio le gustaría?`,
    it: `Ha \${points_balance} punti. Quale premio desidera?`,
    nl: `U hebt \${points_balance} punten. Welke beloning wilt u?`,
    pl: `Stan punktów: \${points_balance}. Którą nagrodę Państwo wybierają?`,
    tr: `\${points_balance} puanınız var. Hangi ödülü istersiniz?`,
  },
  unit: {
    fr: 'points',
    es: 'puntos',
    it: 'punti',
    nl: 'punten',
    pl: 'pkt',
    tr: 'puan',
  },
  skip: {
    fr: 'Pas maintenant',
    es: 'Ahora no',
    it: 'Non ora',
    nl: 'Nu niet',
    pl: 'Nie teraz',
    tr: 'Şimdi değil',
  },
};
