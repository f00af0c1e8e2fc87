import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  question: {
    fr: 'Veuillez saisir votre code.',
    es: 'Escriba su código, por favor.',
    it: 'La preghiamo di inserire il Suo codice.',
    nl: 'Vul uw code in.',
    pl: 'Proszę wpisać kod.',
    tr: 'Lütfen kodunuzu yazın.',
  },
  valid: {
    fr: 'Votre code est valable. Merci\u202f!',
    es: 'Su código es válido. ¡Gracias!',
    it: 'Il Suo codice è valido. Grazie!',
    nl: 'Uw code is geldig. Dank u!',
    pl: 'Kod jest ważny. Dziękujemy!',
    tr: 'Kodunuz geçerli. Teşekkürler!',
  },
  invalid: {
    fr: 'Nous ne connaissons pas ce code. Veuillez le vérifier.',
    es: 'No conocemos este código. Compruébelo, por favor.',
    it: 'Non conosciamo questo codice. La preghiamo di controllarlo.',
    nl: 'We kennen deze code niet. Controleer hem.',
    pl: 'Nie znamy tego kodu. Proszę go sprawdzić.',
    tr: 'Bu kodu tanımıyoruz. Lütfen kontrol edin.',
  },
  used: {
    fr: 'Ce code a déjà été utilisé.',
    es: 'Este código ya se ha utilizado.',
    it: 'Questo codice è già stato usato.',
    nl: 'Deze code is al gebruikt.',
    pl: 'Ten kod został już wykorzystany.',
    tr: 'Bu kod daha önce kullanıldı.',
  },
  noAttempts: {
    fr: 'Vous n’avez plus d’essai.',
    es: 'No le quedan intentos.',
    it: 'Non ha più tentativi.',
    nl: 'U hebt geen pogingen meer.',
    pl: 'Nie ma już więcej prób.',
    tr: 'Deneme hakkınız kalmadı.',
  },
  goOn: {
    fr: 'Continuer',
    es: 'Continuar',
    it: 'Continua',
    nl: 'Verder',
    pl: 'Dalej',
    tr: 'Devam',
  },
};
