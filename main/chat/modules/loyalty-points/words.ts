import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  reason: {
    fr: 'Visite',
    es: 'Visita',
    it: 'Visita',
    nl: 'Bezoek',
    pl: 'Wizyta',
    tr: 'Ziyaret',
  },
  earned: {
    fr: `Vous recevez des points pour votre visite. Vous avez maintenant \${points_balance} points.`,
    es: `Recibe puntos por su visita. Ahora tiene \${points_balance} puntos.`,
    it: `Riceve punti per la Sua visita. Ora ha \${points_balance} punti.`,
    nl: `U krijgt punten voor uw bezoek. U hebt nu \${points_balance} punten.`,
    pl: `Otrzymują Państwo punkty za wizytę. Stan punktów: \${points_balance}.`,
    tr: `Ziyaretiniz için puan kazandınız. Şu anda \${points_balance} puanınız var.`,
  },
  already: {
    fr: `Vous avez déjà reçu vos points. Vous avez \${points_balance} points.`,
    es: `Ya tiene sus puntos. Tiene \${points_balance} puntos.`,
    it: `Ha già ricevuto i Suoi punti. Ha \${points_balance} punti.`,
    nl: `U hebt uw punten al. U hebt \${points_balance} punten.`,
    pl: `Punkty są już przyznane. Stan punktów: \${points_balance}.`,
    tr: `Puanlarınızı zaten aldınız. \${points_balance} puanınız var.`,
  },
};
