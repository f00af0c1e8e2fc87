import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Que savez-vous\u202f? Voyons cela.',
    es: '¿Cuánto sabe? Vamos a verlo.',
    it: 'Quanto ne sa? Vediamo.',
    nl: 'Hoeveel weet u? We gaan het zien.',
    pl: 'Ile Państwo wiedzą? Sprawdźmy.',
    tr: 'Ne kadar biliyorsunuz? Görelim.',
  },
  passedText: {
    fr: `Vous avez \${quiz_score} points sur \${quiz_max_score}. Bravo\u202f!`,
    es: `Tiene \${quiz_score} de \${quiz_max_score} puntos. ¡Muy bien!`,
    it: `Ha \${quiz_score} punti su \${quiz_max_score}. Complimenti!`,
    nl: `U hebt \${quiz_score} van de \${quiz_max_score} punten. Goed gedaan!`,
    pl: `Wynik: \${quiz_score} z \${quiz_max_score} punktów. Brawo!`,
    tr: `\${quiz_max_score} puandan \${quiz_score} puan aldınız. Tebrikler!`,
  },
  failedText: {
    fr: `Vous avez \${quiz_score} points sur \${quiz_max_score}. Bonne chance pour la prochaine fois\u202f!`,
    es: `Tiene \${quiz_score} de \${quiz_max_score} puntos. ¡Suerte la próxima vez!`,
    it: `Ha \${quiz_score} punti su \${quiz_max_score}. Buona fortuna per la prossima volta!`,
    nl: `U hebt \${quiz_score} van de \${quiz_max_score} punten. Volgende keer meer geluk!`,
    pl: `Wynik: \${quiz_score} z \${quiz_max_score} punktów. Powodzenia następnym razem!`,
    tr: `\${quiz_max_score} puandan \${quiz_score} puan aldınız. Bir dahaki sefere bol şans!`,
  },
};
