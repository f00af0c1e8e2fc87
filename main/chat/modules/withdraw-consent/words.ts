import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  question: {
    fr: 'Quel consentement souhaitez-vous retirer\u202f?',
    es: '¿Qué consentimiento desea retirar?',
    it: 'Quale consenso desidera revocare?',
    nl: 'Welke toestemming wilt u intrekken?',
    pl: 'Którą zgodę chcą Państwo wycofać?',
    tr: 'Hangi onayı geri çekmek istersiniz?',
  },
  doneText: {
    fr: 'C’est retiré. Désormais, nous ne nous appuierons plus dessus.',
    es: 'Retirado. A partir de ahora ya no nos basaremos en él.',
    it: 'Revocato. D’ora in poi non ci baseremo più su di esso.',
    nl: 'Ingetrokken. Vanaf nu baseren we ons er niet meer op.',
    pl: 'Zgoda wycofana. Od teraz nie będziemy się na nią powoływać.',
    tr: 'Geri çekildi. Artık bu onaya dayanmayacağız.',
  },
  nothingText: {
    fr: 'Vous n’avez donné aucun consentement qui pourrait être retiré.',
    es: 'No ha dado ningún consentimiento que se pueda retirar.',
    it: 'Non ha dato alcun consenso che si possa revocare.',
    nl: 'U hebt geen toestemming gegeven die kan worden ingetrokken.',
    pl: 'Nie mamy od Państwa żadnej zgody, którą można wycofać.',
    tr: 'Geri çekilebilecek bir onay vermediniz.',
  },
  keepLabel: {
    fr: 'Tout garder',
    es: 'Mantener todos',
    it: 'Mantieni tutti',
    nl: 'Alle behouden',
    pl: 'Zachowaj wszystkie',
    tr: 'Tümünü koru',
  },
};
