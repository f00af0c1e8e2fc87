import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  title: {
    fr: 'Porte',
    es: 'Puerta',
    it: 'Casella',
    nl: 'Deurtje',
    pl: 'Okienko',
    tr: 'Kapı',
  },
  intro: {
    fr: `Aujourd’hui, vous pouvez ouvrir la porte \${door}.`,
    es: `Hoy puede abrir la puerta \${door}.`,
    it: `Oggi può aprire la casella \${door}.`,
    nl: `Vandaag kunt u deurtje \${door} openen.`,
    pl: `Dziś można otworzyć okienko \${door}.`,
    tr: `Bugün \${door} numaralı kapıyı açabilirsiniz.`,
  },
  open: {
    fr: `Ouvrir la porte \${door}`,
    es: `Abrir la puerta \${door}`,
    it: `Apri la casella \${door}`,
    nl: `Deurtje \${door} openen`,
    pl: `Otwórz okienko \${door}`,
    tr: `\${door} numaralı kapıyı aç`,
  },
  already: {
    fr: `Vous avez déjà ouvert la porte \${door}. À demain\u202f!`,
    es: `Ya ha abierto la puerta \${door}. ¡Hasta mañana!`,
    it: `Ha già aperto la casella \${door}. A domani!`,
    nl: `U hebt deurtje \${door} al geopend. Tot morgen!`,
    pl: `Okienko \${door} jest już otwarte. Do jutra!`,
    tr: `\${door} numaralı kapıyı zaten açtınız. Yarın görüşmek üzere!`,
  },
  tooEarly: {
    fr: 'La prochaine porte est encore fermée. Revenez plus tard\u202f!',
    es: 'La próxima puerta todavía está cerrada. ¡Vuelva más tarde!',
    it: 'La prossima casella è ancora chiusa. Torni più tardi!',
    nl: 'Het volgende deurtje is nog dicht. Kom later terug!',
    pl: 'Następne okienko jest jeszcze zamknięte. Zapraszamy później!',
    tr: 'Bir sonraki kapı hâlâ kapalı. Lütfen daha sonra tekrar gelin!',
  },
  over: {
    fr: 'Toutes les portes sont ouvertes. À l’année prochaine\u202f!',
    es: 'Todas las puertas están abiertas. ¡Hasta el próximo año!',
    it: 'Tutte le caselle sono aperte. All’anno prossimo!',
    nl: 'Alle deurtjes zijn open. Tot volgend jaar!',
    pl: 'Wszystkie okienka są już otwarte. Do zobaczenia za rok!',
    tr: 'Tüm kapılar açıldı. Seneye görüşmek üzere!',
  },
};
