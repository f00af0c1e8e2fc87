import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  intro: {
    fr: 'Tentez votre chance\u202f!',
    es: '¡Pruebe suerte!',
    it: 'Tenti la fortuna!',
    nl: 'Waag uw kans!',
    pl: 'Proszę spróbować szczęścia!',
    tr: 'Şansınızı deneyin!',
  },
  play: {
    fr: 'Jouer maintenant',
    es: 'Jugar ahora',
    it: 'Gioca ora',
    nl: 'Nu spelen',
    pl: 'Zagraj teraz',
    tr: 'Şimdi oyna',
  },
  won: {
    fr: `Félicitations, vous avez gagné\u202f: \${prize_name}\u202f!`,
    es: `¡Enhorabuena, ha ganado: \${prize_name}!`,
    it: `Congratulazioni, ha vinto: \${prize_name}!`,
    nl: `Gefeliciteerd, u hebt gewonnen: \${prize_name}!`,
    pl: `Gratulacje, wygrana: \${prize_name}!`,
    tr: `Tebrikler, kazandınız: \${prize_name}!`,
  },
  lost: {
    fr: 'Pas de chance cette fois. Merci d’avoir joué\u202f!',
    es: 'Esta vez no ha habido suerte. ¡Gracias por jugar!',
    it: 'Questa volta niente fortuna. Grazie per aver giocato!',
    nl: 'Deze keer geen geluk. Bedankt voor het meespelen!',
    pl: 'Tym razem się nie udało. Dziękujemy za grę!',
    tr: 'Bu sefer şans yoktu. Oynadığınız için teşekkürler!',
  },
  already: {
    fr: 'Vous avez déjà joué. Merci\u202f!',
    es: 'Ya ha jugado. ¡Gracias!',
    it: 'Ha già giocato. Grazie!',
    nl: 'U hebt al gespeeld. Dank u!',
    pl: 'Ta gra już się odbyła. Dziękujemy!',
    tr: 'Zaten oynadınız. Teşekkürler!',
  },
  termsRefused: {
    fr: 'Pour jouer, veuillez accepter les conditions de participation.',
    es: 'Para jugar, acepte las condiciones de participación, por favor.',
    it: 'Per giocare, La preghiamo di accettare le condizioni di partecipazione.',
    nl: 'Accepteer de deelnamevoorwaarden om te spelen.',
    pl: 'Aby zagrać, proszę zaakceptować warunki uczestnictwa.',
    tr: 'Oynamak için lütfen katılım koşullarını kabul edin.',
  },
};
