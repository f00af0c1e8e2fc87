import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  reason: {
    fr: 'Récompense',
    es: 'Premio',
    it: 'Premio',
    nl: 'Beloning',
    pl: 'Nagroda',
    tr: 'Ödül',
  },
  spent: {
    fr: `C’est fait\u202f! Il vous reste \${points_balance} points.`,
    es: `¡Listo! Le quedan \${points_balance} puntos.`,
    it: `Fatto! Le restano \${points_balance} punti.`,
    nl: `Klaar! U hebt nog \${points_balance} punten.`,
    pl: `Gotowe! Pozostałe punkty: \${points_balance}.`,
    tr: `Tamam! Kalan puanınız: \${points_balance}.`,
  },
  tooFew: {
    fr: `Vous n’avez pas encore assez de points pour cela. Vous en avez \${points_balance}.`,
    es: `Aún no tiene puntos suficientes para esto. Tiene \${points_balance}.`,
    it: `Non ha ancora abbastanza punti. Ne ha \${points_balance}.`,
    nl: `U hebt hiervoor nog niet genoeg punten. U hebt er \${points_balance}.`,
    pl: `To jeszcze za mało punktów. Stan punktów: \${points_balance}.`,
    tr: `Bunun için puanınız henüz yeterli değil. \${points_balance} puanınız var.`,
  },
};
