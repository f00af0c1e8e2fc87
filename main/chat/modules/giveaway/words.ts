import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  takePart: {
    fr: 'Participer',
    es: 'Participar',
    it: 'Partecipa',
    nl: 'Meedoen',
    pl: 'Weź udział',
    tr: 'Katıl',
  },
  termsRefused: {
    fr: 'Pour participer, veuillez accepter les conditions de participation.',
    es: 'Para participar, acepte las condiciones de participación, por favor.',
    it: 'Per partecipare, La preghiamo di accettare le condizioni di partecipazione.',
    nl: 'Accepteer de deelnamevoorwaarden om mee te doen.',
    pl: 'Aby wziąć udział, proszę zaakceptować warunki uczestnictwa.',
    tr: 'Katılmak için lütfen katılım koşullarını kabul edin.',
  },
  success: {
    fr: 'Votre participation est enregistrée. Bonne chance\u202f!',
    es: 'Ya está participando. ¡Mucha suerte!',
    it: 'La Sua partecipazione è registrata. Buona fortuna!',
    nl: 'U doet mee. Veel geluk!',
    pl: 'Udział został zgłoszony. Powodzenia!',
    tr: 'Katıldınız. Bol şans!',
  },
  already: {
    fr: 'Cette adresse e-mail participe déjà. Merci de votre intérêt\u202f!',
    es: 'Esta dirección de correo electrónico ya participa. ¡Gracias por su interés!',
    it: 'Questo indirizzo e-mail partecipa già. Grazie per il Suo interesse!',
    nl: 'Dit e-mailadres doet al mee. Dank u voor uw belangstelling!',
    pl: 'Ten adres e-mail już bierze udział. Dziękujemy za zainteresowanie!',
    tr: 'Bu e-posta adresi zaten katıldı. İlginiz için teşekkürler!',
  },
  inactive: {
    fr: 'Il n’y a pas de jeu-concours pour le moment. Revenez plus tard\u202f!',
    es: 'En este momento no hay ningún sorteo. Vuelva más tarde, por favor.',
    it: 'Al momento non ci sono concorsi. La invitiamo a tornare più tardi.',
    nl: 'Er is op dit moment geen winactie. Kom later terug.',
    pl: 'W tej chwili nie ma żadnego konkursu. Zapraszamy później.',
    tr: 'Şu anda bir çekiliş yok. Lütfen daha sonra tekrar uğrayın.',
  },
};
